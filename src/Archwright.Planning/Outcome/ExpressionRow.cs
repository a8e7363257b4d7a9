namespace Archwright.Planning.Outcome;

/// <summary>Movements that studies report an expression for.</summary>
internal enum ExpressionRow
{
    /// <summary>Crown across the arch.</summary>
    CrownFaciolingual,

    /// <summary>Root, in either plane.</summary>
    Root,

    /// <summary>Crown along the arch.</summary>
    CrownMesiodistal,

    /// <summary>About the long axis.</summary>
    Rotation,

    /// <summary>Into the bone.</summary>
    Intrusion,

    /// <summary>Out of the bone.</summary>
    Extrusion,

    /// <summary>Crown of a canine, premolar or molar facially.</summary>
    Expansion,

    /// <summary>Crown of a canine, premolar or molar distally.</summary>
    Distalisation,
}
