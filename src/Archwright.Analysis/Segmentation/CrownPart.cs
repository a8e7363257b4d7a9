namespace Archwright.Analysis;

/// <summary>A part of a crown whose height over the gum is judged.</summary>
internal enum CrownPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its mesial third.</summary>
    Mesial,

    /// <summary>Its distal third.</summary>
    Distal,

    /// <summary>Its facial cusps.</summary>
    Facial,

    /// <summary>Its lingual cusps.</summary>
    Lingual,
}
