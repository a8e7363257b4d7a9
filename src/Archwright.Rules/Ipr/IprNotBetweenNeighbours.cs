using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Enamel is to be removed where no two neighbours of the plan meet: nobody can carry it out.</summary>
public sealed class IprNotBetweenNeighbours : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "IPR007",
        nameof(IprNotBetweenNeighbours),
        "ipr",
        FindingSeverity.Blocker,
        "IPR is planned between two teeth of the plan, in one jaw, with no tooth between them, by a positive amount, at a stage of the plan.",
        ["IPR-09"],
        "engineering",
        ["engineering default, no clinical source: IPR is done where two teeth meet"],
        "")
    {
        MayBeWaived = false,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        foreach (PlanIpr ipr in plan.Ipr)
        {
            string? fault = Fault(plan, ipr);
            if (fault is null)
                continue;
            string between = ipr.Between.IsDefault ? "nothing" : string.Join('–', ipr.Between);
            (ToothId A, ToothId B)? teeth = IprContacts.Teeth(ipr);
            yield return Info.Finding($"IPR at {between}, stage {ipr.Stage}: {fault}.", teeth?.A, teeth?.B, ipr.Stage, ipr.Mm, unit: "mm");
        }
    }

    private static string? Fault(PlanView plan, PlanIpr ipr)
    {
        if (IprContacts.Teeth(ipr) is not var (a, b))
            return "these are not two teeth";
        if (plan.Teeth.All(t => t.Id != a) || plan.Teeth.All(t => t.Id != b))
            return "a tooth of it is not in the plan";
        if (a.Jaw != b.Jaw)
            return "the teeth stand in different jaws";
        Tooth? between = plan.Teeth.OrderBy(t => t.Id).FirstOrDefault(t => t.Id > a && t.Id < b);
        if (between is not null)
            return $"tooth {between.Id} stands between them";
        if (!(ipr.Mm > 0))
            return "the amount is not positive";
        return ipr.Stage < 1 || ipr.Stage >= plan.Stages.Length ? "the plan has no such stage" : null;
    }
}
