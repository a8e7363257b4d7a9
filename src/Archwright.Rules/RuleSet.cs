using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>Holds a plan against every rule of the catalogue.</summary>
public static class RuleSet
{
    /// <summary>Version of the rules as a whole; changes whenever a rule is added or judges differently.</summary>
    public const string Version = "1.5";

    /// <summary>
    /// All findings, sorted by severity, rule, stage, tooth and other tooth. The same plan gives the same findings on any
    /// number of threads. Never throws on a bad plan: what is malformed is a finding (STG004).
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="context">Progress, cancellation and threads; by default silent and one thread.</param>
    public static ImmutableArray<Finding> Evaluate(PlanView plan, RunContext? context = null)
    {
        return Evaluate(PlanEvidence.Gather(plan, context ?? new RunContext()));
    }

    /// <summary>All findings of a plan that has been measured already.</summary>
    public static ImmutableArray<Finding> Evaluate(PlanEvidence evidence)
    {
        return
        [
            .. RuleCatalogue.All
                .SelectMany(rule => rule.Evaluate(evidence))
                .OrderBy(f => f.Severity)
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Stage ?? -1)
                .ThenBy(f => Place(f.Tooth))
                .ThenBy(f => Place(f.Other))
                .ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
    }

    private static int Place(int? fdi) => fdi is not { } number ? int.MinValue
        : ToothId.TryFromFdi(number, out ToothId tooth)
            ? (tooth.Jaw == Jaw.Upper ? 0 : 100) + (tooth.ArchPlace * 2) + (tooth.IsPrimary ? 1 : 0)
            : number;
}
