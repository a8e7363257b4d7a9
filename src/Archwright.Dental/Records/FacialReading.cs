namespace Archwright.Dental;

/// <summary>What a reviewer read from the photographs (REC-10, CLN-08). What was not read is null.</summary>
public sealed record FacialReading
{
    /// <summary>The curve of the upper edges against the lower lip in a smile.</summary>
    public SmileArc? SmileArc { get; init; }

    /// <summary>Facial asymmetry.</summary>
    public FacialAsymmetry? Asymmetry { get; init; }

    /// <summary>True where the lips close without strain.</summary>
    public bool? LipsCompetent { get; init; }

    /// <summary>Profile.</summary>
    public FacialProfile? Profile { get; init; }

    /// <summary>Upper lip against the E-line (nose to chin), mm, + in front.</summary>
    public double? UpperLipToELineMm { get; init; }

    /// <summary>Lower lip against the E-line, mm, + in front.</summary>
    public double? LowerLipToELineMm { get; init; }

    /// <summary>Upper incisor shown below the lip at rest, mm.</summary>
    public double? IncisorShownAtRestMm { get; init; }
}

/// <summary>The curve of the upper edges against the lower lip in a smile.</summary>
public enum SmileArc
{
    /// <summary>Parallel to the lip.</summary>
    Consonant,

    /// <summary>Flatter than the lip.</summary>
    Flat,

    /// <summary>Curved against the lip.</summary>
    Reverse,
}

/// <summary>Facial asymmetry as seen from the front.</summary>
public enum FacialAsymmetry
{
    /// <summary>None to be seen.</summary>
    None,

    /// <summary>To be seen, of no consequence for the plan.</summary>
    Slight,

    /// <summary>Marked: the midline of the face is in question.</summary>
    Marked,
}

/// <summary>Profile of the face.</summary>
public enum FacialProfile
{
    /// <summary>Straight.</summary>
    Straight,

    /// <summary>Convex.</summary>
    Convex,

    /// <summary>Concave.</summary>
    Concave,
}
