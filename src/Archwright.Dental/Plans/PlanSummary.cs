namespace Archwright.Dental;

/// <summary>The plan in a few numbers.</summary>
public sealed record PlanSummary
{
    /// <summary>Trays for the upper arch.</summary>
    public required int TraysUpper { get; init; }

    /// <summary>Trays for the lower arch.</summary>
    public required int TraysLower { get; init; }

    /// <summary>Weeks of wear.</summary>
    public required double Weeks { get; init; }

    /// <summary>Total IPR, mm.</summary>
    public required double IprMm { get; init; }

    /// <summary>Number of attachments.</summary>
    public required int Attachments { get; init; }

    /// <summary>Least stage count the per-tray limits allow for the target (N_LB).</summary>
    public required int LowerBound { get; init; }

    /// <summary>Open blocking findings.</summary>
    public required int Blockers { get; init; }

    /// <summary>True where no blocker is open; a recorded review is still needed before approval.</summary>
    public required bool Approvable { get; init; }

    /// <summary>Always initial for a plan that no person has reviewed (STG-09).</summary>
    public required string State { get; init; }

    /// <summary>How hard the case is; null in a plan that does not say.</summary>
    public PlanComplexity? Complexity { get; init; }
}

/// <summary>An objective.</summary>
public sealed record PlanObjective
{
    /// <summary>Name, for example overjet.</summary>
    public required string Name { get; init; }

    /// <summary>What was wanted.</summary>
    public required string Wanted { get; init; }

    /// <summary>What the plan reaches.</summary>
    public required string Planned { get; init; }

    /// <summary>True where it is met.</summary>
    public required bool Met { get; init; }
}

/// <summary>How the plan stands to one preference.</summary>
public sealed record PreferenceEvidence
{
    /// <summary>Preference, as category.option.</summary>
    public required string Name { get; init; }

    /// <summary>obeyed, broken or not-applicable.</summary>
    public required string State { get; init; }

    /// <summary>Tooth, stage and number that show it.</summary>
    public required string Evidence { get; init; }
}

/// <summary>One measure of the case.</summary>
public sealed record PlanMeasure
{
    /// <summary>Name, for example overjet.</summary>
    public required string Name { get; init; }

    /// <summary>Jaw, where it belongs to one.</summary>
    public Jaw? Jaw { get; init; }

    /// <summary>Value at stage 0; null where it could not be measured.</summary>
    public double? Start { get; init; }

    /// <summary>Value at the target; null where it could not be measured.</summary>
    public double? Target { get; init; }

    /// <summary>mm, deg or percent.</summary>
    public required string Unit { get; init; }
}
