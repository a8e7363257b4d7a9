using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>
/// Attachments and engagers: whether every movement from its threshold on has one in its trays, and when the first comes
/// (ATT-03, ATT-05, ATT-07). Movements are read from the poses; what the plan says an attachment is for does not count.
/// </summary>
internal static class AttachmentConformance
{
    private static readonly ImmutableArray<string> Thresholds =
    [
        "attachments.rotationFromDeg", "attachments.extrusionFromMm", "attachments.intrusionFromMm", "attachments.rootMovementFromDeg",
        "attachments.torqueFromDeg", "attachments.bodilyFromMm", "attachments.bodilyAcrossFromMm",
    ];

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        AttachmentPreferences wanted = plan.Preferences.Attachments;
        var demands = evidence.Tracks.ToImmutableSortedDictionary(t => t.Tooth.Id, t => MovementDemands.Of(t.Tooth, t.Poses, wanted));
        ImmutableArray<PlanAttachment> worn = [.. plan.Attachments.Where(a => a.Type != AttachmentType.BiteRamp).OrderBy(a => a.On).ThenBy(a => a.Fdi)];
        yield return Use(wanted, worn, demands);
        yield return Earliest(wanted, worn, demands);
        foreach (string name in Thresholds)
            yield return Threshold(name, plan, wanted, demands);
        yield return Neighbours(plan, wanted, worn, demands);
    }

    private static PreferenceEvidence Use(
        AttachmentPreferences wanted, ImmutableArray<PlanAttachment> worn, ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> demands)
    {
        const string name = "attachments.use";
        int asking = demands.Sum(d => d.Value.Count(m => AttachmentChoice.NeedsAttachment(d.Key, m)));
        return (wanted.Use, worn.IsEmpty) switch
        {
            (false, false) => Verdict.Broken(name, $"none are wanted; {worn[0].Fdi} has one from stage {worn[0].On} on"),
            (false, true) => Verdict.Obeyed(name, $"none are planned; {asking} movements would ask for one"),
            (true, true) when asking > 0 => Verdict.Broken(name, $"{asking} movements ask for one and no tooth has any, first {demands.First(d => !d.Value.IsEmpty).Key}"),
            (true, true) => Verdict.NotApplicable(name, "no movement asks for one"),
            _ => Verdict.Obeyed(name, $"{worn.Length} attachments on {worn.Select(a => a.Fdi).Distinct().Count()} teeth"),
        };
    }

    private static PreferenceEvidence Earliest(
        AttachmentPreferences wanted, ImmutableArray<PlanAttachment> worn, ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> demands)
    {
        const string name = "attachments.earliestStage";
        if (worn.IsEmpty)
            return Verdict.NotApplicable(name, "no attachment is planned");
        PlanAttachment first = worn[0];
        if (first.On < wanted.EarliestStage)
            return Verdict.Broken(name, $"{first.Fdi} has one from stage {first.On} on, wanted from {wanted.EarliestStage}");
        foreach ((ToothId tooth, ImmutableArray<MovementDemand> own) in demands)
        {
            MovementDemand? early = own.FirstOrDefault(d => AttachmentChoice.NeedsAttachment(tooth, d) && d.From < wanted.EarliestStage);
            if (early is not null && worn.Any(a => a.Fdi == tooth.Fdi))
                return Verdict.Broken(name, $"{tooth} starts before its attachment may come, at stage {wanted.EarliestStage}: {early.Words}");
        }

        return Verdict.Obeyed(name, $"first on {first.Fdi} at stage {first.On}, and no movement that asks for one starts before stage {wanted.EarliestStage}");
    }

    private static PreferenceEvidence Threshold(
        string name, PlanView plan, AttachmentPreferences wanted, ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> demands)
    {
        if (!wanted.Use)
            return Verdict.NotApplicable(name, "no attachments are wanted");
        (ToothId Tooth, MovementDemand Demand)[] asking =
            [.. demands.SelectMany(d => d.Value.Where(m => m.Preference == name).Select(m => (d.Key, m)))];
        if (asking.Length == 0)
            return Verdict.NotApplicable(name, "no movement reaches it");
        (ToothId Tooth, MovementDemand Demand)[] without = [.. asking.Where(a => !IsServed(plan, wanted, demands, a.Tooth, a.Demand))];
        return without.Length == 0
            ? Verdict.Obeyed(name, $"{asking.Length} movements, each with its attachment or auxiliary; first {asking[0].Tooth}: {asking[0].Demand.Words}")
            : Verdict.Broken(name, $"{without.Length} of {asking.Length} movements have nothing to hold on to; {without[0].Tooth}: {without[0].Demand.Words}");
    }

    private static bool IsServed(
        PlanView plan,
        AttachmentPreferences wanted,
        ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> demands,
        ToothId tooth,
        MovementDemand demand)
    {
        if (AttachmentChoice.NeedsAttachment(tooth, demand))
            return Wears(plan, tooth, demand, Math.Max(demand.From, wanted.EarliestStage));
        if (demand.Type == MovementType.Torque)
        {
            return Wears(plan, tooth, demand, demand.From)
                || plan.Auxiliaries.Any(a => a.Fdi == tooth.Fdi && a.Type.Contains("ridge", StringComparison.OrdinalIgnoreCase) && a.From <= demand.From && a.To >= demand.To);
        }

        // intrusion asks for attachments on the teeth that hold the tray
        return AttachmentNeeds.AnchorsOf(tooth, demand, [.. plan.Teeth], demands, wanted)
            .All(anchor => plan.Attachments.Any(a => a.Fdi == anchor.Fdi && a.On <= demand.To && a.Off >= demand.From));
    }

    /// <summary>True where a tooth carries attachments from a stage to the end of a movement; one may follow another.</summary>
    private static bool Wears(PlanView plan, ToothId tooth, MovementDemand demand, int from) => Enumerable.Range(from, Math.Max(0, demand.To - from + 1))
        .All(k => plan.Attachments.Any(a => a.Fdi == tooth.Fdi && a.Type != AttachmentType.BiteRamp && a.On <= k && a.Off >= k));

    private static PreferenceEvidence Neighbours(
        PlanView plan,
        AttachmentPreferences wanted,
        ImmutableArray<PlanAttachment> worn,
        ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> demands)
    {
        const string name = "attachments.anchorNeighbours";
        if (!wanted.AnchorNeighbours)
        {
            PlanAttachment? held = worn.FirstOrDefault(a => a is { Type: AttachmentType.Retention, Serves: MovementType.Extrusion });
            return held is null
                ? Verdict.Obeyed(name, "no neighbour of an extruded tooth is held")
                : Verdict.Broken(name, $"neighbours are not to be held; {held.Fdi} has a retention attachment from stage {held.On} on");
        }

        (ToothId Tooth, MovementDemand Demand)[] extruding =
            [.. demands.SelectMany(d => d.Value.Where(m => m.Type == MovementType.Extrusion).Select(m => (d.Key, m)))];
        if (extruding.Length == 0)
            return Verdict.NotApplicable(name, "no tooth is extruded from attachments.extrusionFromMm on");
        foreach ((ToothId tooth, MovementDemand demand) in extruding)
        {
            foreach (ToothId anchor in AttachmentNeeds.AnchorsOf(tooth, demand, [.. plan.Teeth], demands, wanted))
            {
                if (!worn.Any(a => a.Fdi == anchor.Fdi && a.On <= demand.To && a.Off >= demand.From))
                    return Verdict.Broken(name, $"{anchor} holds nothing while {tooth} is extruded: {demand.Words}");
            }
        }

        return Verdict.Obeyed(name, $"the neighbours of {extruding.Length} extruded teeth carry attachments, first of {extruding[0].Tooth}");
    }
}
