using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// What was found is no sound crown: a stump ground for a crown, a broken tooth, a healing abutment, a tooth that has not broken through.
/// Its region keeps the number of its place in the row, which nobody has seen on it.
/// </summary>
public sealed record UnknownTooth
{
    /// <summary>What speaks most against a sound crown.</summary>
    public required UnknownReason Reason { get; init; }

    /// <summary>Height over the gum of the whole crown or of the part that is missing, or the crown's width, mm.</summary>
    public required double MeasuredMm { get; init; }

    /// <summary>What a sound crown of this place would show in this arch: the published size of its number, in the size of the other crowns here.</summary>
    public required double ExpectedMm { get; init; }

    /// <summary>Standard deviation of sound crowns about that.</summary>
    public required double DeviationMm { get; init; }

    /// <summary>How sure it is that the crown is not sound, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>FDI numbers of the found teeth beside it, from the patient's right to the left; 0 where the row ends.</summary>
    public required ImmutableArray<int> Between { get; init; }

    /// <summary>Middle of its surface, scan frame, mm.</summary>
    public required ImmutableArray<double> At { get; init; }
}

/// <summary>What speaks against a sound crown.</summary>
public enum UnknownReason
{
    /// <summary>It stands less high over the gum than a sound one would.</summary>
    CrownShort,

    /// <summary>It is narrower than a sound one, as a ground tooth or a post is.</summary>
    CrownNarrow,

    /// <summary>Its mesial third is lower than a sound one's.</summary>
    MesialPartMissing,

    /// <summary>Its distal third is lower than a sound one's.</summary>
    DistalPartMissing,

    /// <summary>Its facial cusps are lower than a sound one's.</summary>
    FacialPartMissing,

    /// <summary>Its lingual cusps are lower than a sound one's.</summary>
    LingualPartMissing,
}
