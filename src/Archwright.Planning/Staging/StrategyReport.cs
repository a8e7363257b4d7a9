using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Collision;
using Archwright.Planning.Ipr;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;

namespace Archwright.Planning.Staging;

/// <summary>The plan's header of macro-staging: pattern, reason, and the groups as they really moved and stood (STG-02, ANC-06).</summary>
internal static class StrategyReport
{
    public static PlanStrategy Of(
        CollisionScene scene,
        SetupResult setup,
        PatternChoice choice,
        CaseFacts facts,
        TreatmentPreferences preferences,
        MacroPlan plan,
        StageOutcome outcome,
        StagingEvents events) => new()
        {
            Pattern = choice.Pattern,
            ClassTwo = choice.ClassTwo,
            PatientGroup = facts.Group,
            Reason = choice.Reason + ForAnchors(preferences, plan),
            LowerBound = plan.LowerBound,
            Groups =
            [
                .. Movers(plan, outcome, events).Concat(Anchors(preferences, plan, outcome))
                    .OrderBy(g => g.From).ThenBy(g => g.Role).ThenBy(g => g.Teeth[0]).ThenBy(g => g.Name, StringComparer.Ordinal),
            ],
            Conflicts = Conflicts.Of(outcome, preferences.Checks),
            Space =
            [
                .. scene.Teeth.Select((t, i) => (Tooth: t, End: outcome.States[^1].Poses[i]))
                    .GroupBy(t => t.Tooth.Id.Jaw)
                    .OrderBy(g => g.Key)
                    .Select(g => SpaceLedger.Of(
                        [.. g.Select(t => t.Tooth)],
                        [.. g.Select(t => t.End)],
                        setup.Ipr.Where(i => i.A.Jaw == g.Key).Select(i => (i.A, i.B, i.Mm))))
                    .OfType<PlanSpace>(),
            ],
        };

    private static string ForAnchors(TreatmentPreferences preferences, MacroPlan plan) => plan.TraysForAnchors == 0
        ? ""
        : FormattableString.Invariant(
            $"; trays beyond what limits and order ask for: {plan.TraysForAnchors}, so that no more root moves at once than ")
            + FormattableString.Invariant($"{preferences.Anchorage.ReactionRatioMax:0.##} of what stands (anchorage.reactionRatioMax, ANC-03)");

    private static IEnumerable<PlanGroup> Movers(MacroPlan plan, StageOutcome outcome, StagingEvents events)
    {
        foreach (MacroGroup group in plan.Scheme.Groups)
        {
            PlanGroup? moved = Moved(group.Name, group.MakesSpace ? GroupRole.Space : GroupRole.Mover, group.Members, group.Cause, outcome, events);
            if (moved is not null)
                yield return moved;
        }

        foreach (StagingPhase phase in Enum.GetValues<StagingPhase>())
        {
            (int, int)[] members =
            [
                .. Enumerable.Range(0, outcome.Programs.Length).SelectMany(i => Enumerable.Range(0, outcome.Programs[i].Parts.Length)
                    .Where(p => outcome.Programs[i].Parts[p].Phase == phase && plan.Times.GroupOf(i, p) < 0)
                    .Select(p => (i, p))),
            ];
            string name = phase.ToString().ToLowerInvariant();
            PlanGroup? moved = Moved(name, GroupRole.Mover, [.. members], $"phase {name} (STG-04)", outcome, events);
            if (moved is not null)
                yield return moved;
        }
    }

    private static PlanGroup? Moved(
        string name,
        GroupRole role,
        ImmutableArray<(int Tooth, int Part)> members,
        string cause,
        StageOutcome outcome,
        StagingEvents events)
    {
        int[] stages = [.. Enumerable.Range(1, outcome.Trays).Where(k => members.Any(m => events.Advances(m.Tooth, m.Part, k)))];
        return stages.Length == 0 ? null : new PlanGroup
        {
            Name = name,
            Role = role,
            Teeth = [.. members.Select(m => m.Tooth).Distinct().Order().Select(i => outcome.Programs[i].Tooth.Id.Fdi)],
            From = stages[0],
            To = stages[^1],
            Cause = cause,
        };
    }

    /// <summary>Teeth that wait for their turn anchor those that move; teeth that stay where they are anchor all along.</summary>
    private static IEnumerable<PlanGroup> Anchors(TreatmentPreferences preferences, MacroPlan plan, StageOutcome outcome)
    {
        double bound = preferences.Anchorage.AnchorMovementMaxMm;
        var waiting = Enumerable.Range(0, outcome.Programs.Length)
            .Where(i => outcome.Programs[i].Moves && outcome.Programs[i].HeldUntil > 0)
            .GroupBy(i => (outcome.Programs[i].Tooth.Id.Jaw, Group: plan.Times.GroupOf(i, 0)))
            .OrderBy(g => g.Key.Group);
        foreach (var group in waiting)
        {
            int to = Math.Min(outcome.Trays, group.Min(i => outcome.Programs[i].HeldUntil));
            yield return new PlanGroup
            {
                Name = $"anchor until: {plan.Scheme.Groups[group.Key.Group].Name}",
                Role = GroupRole.Anchor,
                Teeth = [.. group.Select(i => outcome.Programs[i].Tooth.Id.Fdi)],
                From = 1,
                To = to,
                BoundMm = bound,
                Cause = "teeth whose turn has not come are anchors (ANC-03, anchorage.anchorMovementMaxMm)",
            };
        }

        int[] standing = [.. Enumerable.Range(0, outcome.Programs.Length).Where(i => !outcome.Programs[i].Moves)];
        if (standing.Length > 0 && outcome.Trays > 0)
        {
            yield return new PlanGroup
            {
                Name = "stand all along",
                Role = GroupRole.Anchor,
                Teeth = [.. standing.Select(i => outcome.Programs[i].Tooth.Id.Fdi)],
                From = 1,
                To = outcome.Trays,
                BoundMm = bound,
                Cause = "the target or a restriction leaves them where they stand",
            };
        }
    }
}
