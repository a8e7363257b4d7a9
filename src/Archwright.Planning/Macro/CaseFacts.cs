using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>What the choice of a macro pattern looks at beside the target.</summary>
/// <param name="Group">Patient group, where it is known.</param>
/// <param name="Objectives">What treatment shall reach.</param>
/// <param name="Occlusion">Measures of the bite at the start; null where there is none.</param>
public sealed record CaseFacts(PatientGroup? Group, CaseObjectives Objectives, OcclusionMeasures? Occlusion)
{
    /// <summary>A case of which nothing is known but its teeth.</summary>
    public static CaseFacts None { get; } = new(null, new CaseObjectives(), null);

    /// <summary>The facts of a measured case.</summary>
    public static CaseFacts Of(MeasuredCase measured) => new(
        measured.Input.Description.PatientGroup,
        measured.Input.Description.Objectives,
        measured.HasBite ? measured.Occlusion : null);

    /// <summary>Greatest sagittal distance from Class I towards Class II of canines and molars, mm; 0 where not measured.</summary>
    internal double ClassTwoMm => new[]
    {
        Occlusion?.CanineRightMm, Occlusion?.CanineLeftMm, Occlusion?.MolarRightMm, Occlusion?.MolarLeftMm,
    }.Max() is { } most ? Math.Max(0, most) : 0;
}
