namespace Archwright.Dental;

/// <summary>
/// What the doctor has found on a tooth that changes how surely, or how gently, it moves (CLN-02, CLN-12, CLN-13). A tooth that
/// may not move at all is a <see cref="ToothRestriction"/>, not a condition.
/// </summary>
public enum ToothCondition
{
    /// <summary>Reduced or inflamed periodontium: responds less predictably.</summary>
    Periodontal,

    /// <summary>Thin gingiva or bone facially: limits facial movement and IPR.</summary>
    ThinBiotype,

    /// <summary>May be ankylosed: may not move at all.</summary>
    AnkylosisSuspected,

    /// <summary>Dense bone: moves more slowly.</summary>
    DenseBone,

    /// <summary>Short or blunt root: moves less predictably.</summary>
    ShortRoot,
}

/// <summary>One condition of one tooth.</summary>
public sealed record ToothConditionEntry
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>What was found.</summary>
    public required ToothCondition Condition { get; init; }
}

/// <summary>The doctor's knowledge of how a patient will wear the aligners (CLN-11).</summary>
public enum PatientCompliance
{
    /// <summary>Wears them as asked.</summary>
    Good,

    /// <summary>Wears them somewhat less.</summary>
    Fair,

    /// <summary>Wears them much less.</summary>
    Poor,
}
