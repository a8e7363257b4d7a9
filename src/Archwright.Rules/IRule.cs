using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// A clinical rule: one file, one page in docs/rules, one test file, one catalogue line. It judges what was measured of a
/// plan and changes nothing.
/// </summary>
public interface IRule
{
    /// <summary>Id, name, severity, family, sources and dissent.</summary>
    RuleInfo Info { get; }

    /// <summary>What the rule finds in a plan, in any order; <see cref="RuleSet"/> sorts.</summary>
    IEnumerable<Finding> Evaluate(PlanEvidence evidence);
}
