using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// A clinical rule: one file, one page in docs/rules, one test file, one catalogue line. It judges a plan from its poses
/// and meshes and changes nothing.
/// </summary>
public interface IRule
{
    /// <summary>Id, name, severity, family, sources and dissent.</summary>
    RuleInfo Info { get; }

    /// <summary>What the rule finds in a plan, in order of stage and tooth.</summary>
    IEnumerable<Finding> Evaluate(PlanView plan);
}
