using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Outcome;
using Archwright.Planning.Setup;

namespace Archwright.Planning.Staging;

/// <summary>Turns a run into the staged plan: poses, phases, IPR, shortfalls.</summary>
internal static class StagingReport
{
    /// <summary>Less than this short of the target, a tenth of what a refinement is made for, is below what a scan can tell.</summary>
    public const double WorthMm = ExpectedOutcome.ToleranceMm / 10;

    /// <inheritdoc cref="WorthMm"/>
    public const double WorthDeg = ExpectedOutcome.ToleranceDeg / 10;

    public static StagingResult Of(
        CollisionScene scene,
        SetupResult setup,
        ReachableTarget target,
        PatternChoice choice,
        CaseFacts facts,
        TreatmentPreferences preferences,
        MacroPlan plan,
        StageOutcome outcome)
    {
        var events = new StagingEvents(scene, target, preferences, plan, outcome);
        return new StagingResult
        {
            Stages = Poses(scene, outcome),
            Strategy = StrategyReport.Of(scene, setup, choice, facts, preferences, plan, outcome, events),
            Phases = [.. Enumerable.Range(0, outcome.Trays + 1).Select(events.PhasesAt)],
            Ipr = Ipr(scene, setup, preferences, outcome),
            Events = events.All(),
            Pairs = [.. scene.Pairs.Select(p => ToPlan(scene, p))],
            LowerBound = plan.TargetBound,
            Shortfalls = Shortfalls(setup, events, outcome),
        };
    }

    private static ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Poses(CollisionScene scene, StageOutcome outcome) =>
    [
        .. outcome.States.Select(s =>
            Enumerable.Range(0, scene.Teeth.Length).ToImmutableSortedDictionary(i => scene.Teeth[i].Id, i => s.Poses[i])),
    ];

    private static PlanPair ToPlan(CollisionScene scene, ScenePair pair) => new()
    {
        Between = [scene.Teeth[pair.A].Id.Fdi, scene.Teeth[pair.B].Id.Fdi],
        Kind = pair.Kind == PairKind.Neighbours ? "neighbours" : "antagonists",
        InitialOverlapMm = pair.InitialOverlapMm,
    };

    /// <summary>Contacts the way never overlapped are reduced when the teeth first touch, or last of all.</summary>
    private static ImmutableArray<PlanIpr> Ipr(
        CollisionScene scene, SetupResult setup, TreatmentPreferences preferences, StageOutcome outcome)
    {
        var stageOf = Enumerable.Range(0, scene.Pairs.Length)
            .ToImmutableSortedDictionary(p => (scene.Teeth[scene.Pairs[p].A].Id, scene.Teeth[scene.Pairs[p].B].Id), p => p);
        var ipr = ImmutableArray.CreateBuilder<PlanIpr>();
        foreach (IprNeed need in setup.Ipr.Where(n => n.Mm > 0))
        {
            ToothId first = need.A < need.B ? need.A : need.B;
            ToothId second = need.A < need.B ? need.B : need.A;
            bool meets = stageOf.TryGetValue((first, second), out int pair);
            int stage = meets ? outcome.IprStage[pair] : -1;
            if (stage < 0 && outcome.Trays < preferences.Ipr.EarliestStage)
                continue;
            bool needed = stage >= 0;
            if (!needed)
                stage = meets ? ClosedFrom(scene, pair, outcome, preferences.Ipr.EarliestStage) : outcome.Trays;
            ipr.Add(new PlanIpr
            {
                Between = [first.Fdi, second.Fdi],
                Mm = need.Mm,
                Stage = stage,
                Earliest = preferences.Ipr.EarliestStage,
                Latest = needed ? stage : outcome.Trays,
                Cause = !needed
                    ? $"contact {first}–{second}: the target needs {need.Mm:0.00} mm; closed from stage {stage} on, so no gap opens (IPR-05)"
                    : $"contact {first}–{second} overlaps from stage {stage} on; {need.Mm:0.00} mm in all (IPR-01, IPR-05)",
            });
        }

        return ipr.ToImmutable();
    }

    /// <summary>First stage from which a contact stays closed: enamel taken there leaves no open contact behind (IPR-06).</summary>
    private static int ClosedFrom(CollisionScene scene, int pair, StageOutcome outcome, int earliest)
    {
        ScenePair p = scene.Pairs[pair];
        int stage = outcome.Trays;
        while (stage > earliest)
        {
            StageState before = outcome.States[stage - 1];
            if (!scene.Touch(p, before.Poses[p.A], before.Poses[p.B]))
                break;
            stage--;
        }

        return stage;
    }

    private static ImmutableArray<SetupShortfall> Shortfalls(
        SetupResult setup, StagingEvents events, StageOutcome outcome)
    {
        var shortfalls = ImmutableArray.CreateBuilder<SetupShortfall>();
        for (int i = 0; i < outcome.Programs.Length; i++)
        {
            ToothProgram program = outcome.Programs[i];
            if (!program.Tooth.IsMovable || !setup.Target.TryGetValue(program.Tooth.Id, out RigidTransform wanted))
                continue;
            Movement left = Movement.Between(program.Tooth, outcome.States[^1].Poses[i], wanted);
            double mm = new Vec3(left.MesialMm, left.FacialMm, left.ExtrusionMm).Length;
            double deg = new Vec3(left.RotationDeg, left.TipDeg, left.TorqueDeg).Length;
            if (mm < WorthMm && deg < WorthDeg)
                continue;
            shortfalls.Add(new SetupShortfall(
                "movement-blocked",
                $"{program.Tooth.Id} stops {mm:0.00} mm and {deg:0.0}° short of its target: {events.Blocker(i)}",
                program.Tooth.Id,
                mm,
                0,
                "mm"));
        }

        if (outcome.EndedEarly && outcome.Left > WorthMm)
        {
            shortfalls.Add(new SetupShortfall(
                "staging-ended-early",
                FormattableString.Invariant($"the search for a way was ended with {outcome.Left:0.00} mm left to go in all: teeth jam, and what may be tried to part them has been tried"),
                null,
                Math.Round(outcome.Left, 2),
                0,
                "mm"));
        }

        return shortfalls.ToImmutable();
    }
}
