namespace Archwright.Dental;

/// <summary>
/// What the treating doctor knows of the patient (CLN-11). Compliance stands in <see cref="CaseDescription.Compliance"/> and feeds the
/// expected outcome; here is what stands behind it.
/// </summary>
public sealed record PatientKnowledge
{
    /// <summary>How the patient takes to the treatment.</summary>
    public required PatientMindset Mindset { get; init; }

    /// <summary>A remark without patient identity.</summary>
    public string? Remark { get; init; }
}

/// <summary>How a patient takes to the treatment.</summary>
public enum PatientMindset
{
    /// <summary>Wants it.</summary>
    Motivated,

    /// <summary>Goes along.</summary>
    Neutral,

    /// <summary>Was sent.</summary>
    Reluctant,
}
