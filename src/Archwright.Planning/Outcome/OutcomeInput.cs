using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Outcome;

/// <summary>
/// A staged plan as the model of expression sees it: teeth and poses in one frame (any), mm. Everything comes from poses and records, so
/// that a fresh, an edited and a foreign plan are estimated alike.
/// </summary>
public sealed record OutcomeInput
{
    /// <summary>Teeth at stage 0.</summary>
    public required ImmutableArray<Tooth> Teeth { get; init; }

    /// <summary>Programmed pose per stage, stage 0 first. A tooth without a pose in every stage is left out.</summary>
    public required ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Stages { get; init; }

    /// <summary>Clinical target; a tooth it does not name is meant to end where it is staged.</summary>
    public required ImmutableSortedDictionary<ToothId, RigidTransform> Target { get; init; }

    /// <summary>Days each stage's tray is worn.</summary>
    public required ImmutableArray<int> WearDays { get; init; }

    /// <summary>Attachments and auxiliaries: which teeth have one, from which stage to which.</summary>
    public required ImmutableArray<ToothSupport> Supports { get; init; }

    /// <summary>Interproximal reduction.</summary>
    public required ImmutableArray<PlanIpr> Ipr { get; init; }

    /// <summary>What the case says of the patient.</summary>
    public required PlanPatient Patient { get; init; }

    /// <summary>The preferences in force.</summary>
    public required TreatmentPreferences Preferences { get; init; }

    /// <summary>True where upper and lower teeth stand in a plausible bite.</summary>
    public required bool HasBite { get; init; }
}
