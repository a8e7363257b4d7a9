using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// What the case says of the patient that judging a plan needs: kept in the plan, so that a check of the folder alone judges by
/// the same. No patient identity.
/// </summary>
public sealed record PlanPatient
{
    /// <summary>Patient group; null where the case does not say.</summary>
    public PatientGroup? Group { get; init; }

    /// <summary>Expected compliance; null where the doctor has not said (CLN-11).</summary>
    public PatientCompliance? Compliance { get; init; }

    /// <summary>Conditions of teeth (CLN-12, CLN-13).</summary>
    public ImmutableArray<ToothConditionEntry> Conditions { get; init; } = [];

    /// <summary>What treatment shall reach.</summary>
    public CaseObjectives Objectives { get; init; } = new();

    /// <summary>The record protocol as the case brought it; null where it brought none.</summary>
    public CaseRecords? Records { get; init; }
}
