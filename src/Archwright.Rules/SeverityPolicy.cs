using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>What a severity does and what a rule needs to carry it, as data (CHK-03, CHK-07, CHK-09).</summary>
/// <param name="Severity">The severity.</param>
/// <param name="ShutsApproval">True where an open finding shuts approval and export.</param>
/// <param name="Does">What an open finding does.</param>
/// <param name="Needs">What a rule needs to carry it.</param>
public sealed record SeverityPolicy(FindingSeverity Severity, bool ShutsApproval, string Does, string Needs)
{
    /// <summary>The policy of each severity, gravest first.</summary>
    public static ImmutableArray<SeverityPolicy> All { get; } =
    [
        new(
            FindingSeverity.Blocker,
            true,
            "shuts approval and export; only the treating doctor may waive it, signed, with a reason, for that version of the plan alone; "
                + "one that says the plan cannot be carried out or checked at all nobody may waive",
            "no false positives tolerated: a number measured on the plan over a limit that is in force, by more than rounding (0.1 % and 1e-6); "
                + "or a plan that cannot be carried out or checked at all"),
        new(
            FindingSeverity.Warning,
            false,
            "needs a recorded decision",
            "a limit that good plans may exceed for a reason, or a threshold that is our reading"),
        new(FindingSeverity.Advice, false, "worth knowing, asks for nothing", "anything else a reviewer should have seen"),
    ];

    /// <summary>The policy of a severity.</summary>
    public static SeverityPolicy Of(FindingSeverity severity) => All.First(p => p.Severity == severity);
}
