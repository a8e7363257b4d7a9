using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>One written objective held against the plan's last stage.</summary>
/// <param name="Target">The objective.</param>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="Start">Value at stage 0; null where it cannot be measured.</param>
/// <param name="Planned">Value at the last stage; null where it cannot be measured.</param>
public sealed record ObjectiveScore(ObjectiveTarget Target, string Name, double? Start, double? Planned)
{
    /// <summary>How far the plan ends from the wanted value.</summary>
    public double? OffBy => Planned is { } p ? Math.Abs(p - Target.Value) : null;

    /// <summary>True where it ends within the tolerance; false, too, where it cannot be measured.</summary>
    public bool IsMet => OffBy is { } off && !PlanEvidence.IsOver(off, Target.Tolerance);
}
