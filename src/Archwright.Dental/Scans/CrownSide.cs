namespace Archwright.Dental;

/// <summary>A side of a crown, as a dentist names it.</summary>
public enum CrownSide
{
    /// <summary>Biting surface, or incisal edge.</summary>
    Occlusal,

    /// <summary>Towards cheek or lip.</summary>
    Buccal,

    /// <summary>Towards tongue or palate.</summary>
    Lingual,

    /// <summary>Towards the midline.</summary>
    Mesial,

    /// <summary>Away from the midline.</summary>
    Distal,
}
