using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Rules.Tests;

/// <summary>One preference: the smallest plan that breaks it and its nearest legal neighbour.</summary>
/// <param name="Option">The preference.</param>
/// <param name="Broken">A plan that breaks it.</param>
/// <param name="Legal">The same plan, obeying it.</param>
/// <param name="Says">What the evidence of the broken plan names: tooth, stage or number.</param>
internal sealed record ConformanceCase(string Option, PlanBuilder Broken, PlanBuilder Legal, string Says)
{
    /// <summary>All cases, category by category.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. MovementCases.All, .. EnamelCases.All, .. ArchCases.All, .. AttachmentCases.All, .. ClassTwoCases.All, .. OvercorrectionCases.All, .. StagingCases.All, .. CheckCases.All,
        .. PeriodontalCases.All,
    ];

    /// <summary>Preferences that no plan can break, and why: what would show it is no pose.</summary>
    public static IReadOnlyDictionary<string, string> Unbreakable { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["wear.hoursPerDay"] = "an assumption about the patient",
        ["wear.stressHoursPerDay"] = "an assumption of the stress test",
        ["torque.philosophy"] = "a name for the four presets",
    };

    /// <summary>The evidence of one preference in a plan.</summary>
    public static PreferenceEvidence Of(PlanView plan, string option)
    {
        var evidence = PlanEvidence.Gather(plan, new RunContext());
        return PreferenceConformance.Of(evidence, RuleSet.Evaluate(evidence)).Single(e => e.Name == option);
    }
}
