using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Collision;
using Archwright.Planning.Editing;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// Stages the way from the start to the setup's target in a macro pattern of groups and phases (STG-01 … STG-04). Occlusal frame.
/// Method: each tooth's movement is split into parts, each run at an even rate that keeps every per-tray limit, in the order of
/// the pattern and of the tooth (macro plan, micro schedule); the trays are then run one by one, all teeth together, and a tooth that would move into another waits (stage run). Details,
/// guarantees and what was tried: docs/algorithms/staging.md.
/// Source: own method; phases and limits after requirements.csv STG-04, VEL-04 … VEL-19, CHK-02, IPR-01 … IPR-05.
/// Guarantees, whatever the target: no increment above its limits; no two teeth deeper into each other than at stage 0 or than
/// IPR has freed, plus <see cref="StagingPreferences.CollisionToleranceMm"/>; held teeth never move; the same result on any
/// number of threads. A target that cannot be reached under them is approached as far as possible and said so.
/// Complexity: stages × pairs × one overlap query, about ten queries per pair and stage; where teeth jam, bounded by <see cref="StagingEffort"/>
/// and said so (<c>staging-ended-early</c>).
/// </summary>
public static class Stager
{
    private const int Passes = 3;
    private const double OpenContactMm = 0.25;

    /// <summary>Less than this of the plan's trays is not worth another run.</summary>
    private const double WorthTrying = 0.04;

    /// <summary>Tried in order, as long as one could still win by enough.</summary>
    private static readonly ImmutableArray<Pace> Paces =
        [new(1, 0, true), new(1, 1, true), new(1.06, 0, true), new(1, 1, false), new(1.1, 0.5, true), new(1.15, 1, false), new(1.25, 1, false), new(1.35, 1, false)];

    /// <summary>Stages a setup.</summary>
    /// <param name="measured">The case, occlusal frame.</param>
    /// <param name="setup">Its target.</param>
    /// <param name="preferences">Limits, IPR timing, phases.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static StagingResult Run(
        MeasuredCase measured, SetupResult setup, TreatmentPreferences preferences, RunContext ctx) =>
        Run(CollisionScene.Build(measured, ctx), setup, CaseFacts.Of(measured), preferences, ctx);

    /// <summary>Stages a setup and plans around what a person has decided.</summary>
    /// <param name="measured">The case, occlusal frame.</param>
    /// <param name="scene">Its collision scene.</param>
    /// <param name="setup">Its target.</param>
    /// <param name="edits">A person's edits; empty: none.</param>
    /// <param name="preferences">Limits, IPR timing, phases.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static StagingResult Run(
        MeasuredCase measured,
        CollisionScene scene,
        SetupResult setup,
        ImmutableArray<StagingEdit> edits,
        TreatmentPreferences preferences,
        RunContext ctx)
    {
        StagingResult plan = Run(scene, setup, CaseFacts.Of(measured), preferences, ctx);
        return edits.IsEmpty ? plan : StageEditor.Apply(scene, plan, edits, preferences, ctx);
    }

    /// <summary>Stages a setup on a collision scene that has been built already, knowing nothing of the case but its teeth.</summary>
    public static StagingResult Run(CollisionScene scene, SetupResult setup, TreatmentPreferences preferences, RunContext ctx) =>
        Run(scene, setup, CaseFacts.None, preferences, ctx);

    /// <summary>Stages a setup on a collision scene that has been built already.</summary>
    /// <param name="scene">Bodies and pairs.</param>
    /// <param name="setup">The target.</param>
    /// <param name="facts">What the choice of pattern looks at beside the target.</param>
    /// <param name="preferences">Limits, pattern, orders, IPR timing.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static StagingResult Run(
        CollisionScene scene, SetupResult setup, CaseFacts facts, TreatmentPreferences preferences, RunContext ctx)
    {
        var gaps = ClosesSpace(scene, setup);
        var ipr = IprByPair(scene, setup);
        ReachableTarget target = ReachableTarget.Of(
            scene, Wanted(scene, setup), preferences.ClassTwo, (p, overlap) => Excess(scene, ipr, p, overlap, preferences), ctx);
        var turns = TurnsIntoNeighbour(scene, target, ipr, preferences, ctx);
        var first = ArchMoves.Of(Programs(scene, target, gaps, [], [], preferences));
        PatternChoice choice = PatternChoice.Of(facts, first, preferences);
        ImmutableArray<(int Tooth, MovementDemand Demand)> asked = [];
        long measured = 0;
        (MacroPlan Plan, StageOutcome Outcome) staged = Best();
        for (int pass = 1; pass < Passes && AttachmentWait.Missed(staged.Outcome, preferences.Attachments) is { IsEmpty: false } missed; pass++)
        {
            asked = [.. asked, .. missed];
            staged = Best();
        }

        return StagingReport.Of(scene, setup, target, choice, facts, preferences, staged.Plan, staged.Outcome);

        (MacroPlan Plan, StageOutcome Outcome) Best()
        {
            MacroPlan? plan = null;
            StageOutcome? best = null;
            foreach (Pace pace in Paces)
            {
                if (best is not null && plan!.Pace.CostOf(best) <= pace.LeastCost + WorthTrying)
                    continue;
                if (best is not null && measured > StagingEffort.OfAllPaces(scene))
                {
                    best = best with { EndedEarly = true };
                    break;
                }

                (MacroPlan tried, StageRun run) = Prepare(pace);
                StageOutcome outcome = run.Run();
                measured += run.Measured;
                ctx.Report("staging", 0.5, $"{pace}: {outcome.Trays} trays, {outcome.Left:0.00} mm left");
                if (best is null || pace.CostOf(outcome) < plan!.Pace.CostOf(best))
                    (plan, best) = (tried, outcome);
            }

            return (plan!, best!);
        }

        // Bends the bands; where parts of later phases are needed early for room, they join alignment and the bands are bent anew.
        (MacroPlan Plan, StageRun Run) Prepare(Pace pace)
        {
            var early = new SortedSet<(int Tooth, StagingPhase Phase)>();
            long bent = 0;
            for (int pass = 1; ; pass++)
            {
                ImmutableArray<ToothProgram> programs = Programs(scene, target, gaps, early, asked, preferences);
                MacroScheme scheme = MacroPatterns.Of(choice, ArchMoves.Of(programs), preferences);
                var macro = MacroPlan.Build(programs, scheme, turns, preferences, pace, [.. early.Select(e => e.Tooth)], ctx);
                var run = new StageRun(scene, macro, ipr, preferences, ctx);
                int before = early.Count;
                early.UnionWith(run.Early);
                if (early.Count == before || pass == Passes || pace.Overlap >= 1 || bent + run.Measured > StagingEffort.Passes * scene.Pairs.Length)
                {
                    measured += bent;
                    return (macro, run);
                }

                bent += run.Measured;
            }
        }
    }

    /// <summary>Teeth that would turn into a neighbour where they stand: they need space before they turn.</summary>
    private static ImmutableArray<bool> TurnsIntoNeighbour(
        CollisionScene scene,
        ReachableTarget target,
        ImmutableArray<(int A, int B, double Mm)> ipr,
        TreatmentPreferences preferences,
        RunContext ctx)
    {
        bool[] turns = new bool[scene.Teeth.Length];
        if (!preferences.Staging.SpaceBeforeRotation)
            return [.. turns];
        ctx.For(turns.Length, i =>
        {
            Tooth tooth = scene.Teeth[i];
            double rotation = Movement.Between(tooth, RigidTransform.Identity, target.Poses[i]).RotationDeg;
            RigidTransform turned = Movement.Apply(tooth, RigidTransform.Identity, 0, 0, 0, rotation, 0, 0);
            turns[i] = scene.PairsOf(i).Any(p =>
            {
                ScenePair pair = scene.Pairs[p];
                if (pair.Kind != PairKind.Neighbours)
                    return false;
                Overlap overlap = scene.Depth(
                    pair, pair.A == i ? turned : RigidTransform.Identity, pair.B == i ? turned : RigidTransform.Identity);
                return Excess(scene, ipr, p, overlap, preferences) > 0;
            });
        });
        return [.. turns];
    }

    private static ImmutableArray<RigidTransform> Wanted(CollisionScene scene, SetupResult setup) =>
    [
        .. scene.Teeth.Select(t =>
            t.IsMovable && setup.Target.TryGetValue(t.Id, out RigidTransform wanted) ? wanted : RigidTransform.Identity),
    ];

    /// <summary>How much a pair overlaps at the target beyond a little less than the run allows, so that it can be reached.</summary>
    private static double Excess(
        CollisionScene scene, ImmutableArray<(int A, int B, double Mm)> ipr, int pair, Overlap overlap, TreatmentPreferences preferences)
    {
        ScenePair p = scene.Pairs[pair];
        double freed = ipr.Where(i => i.A == p.A && i.B == p.B).Select(i => i.Mm).DefaultIfEmpty(0).Max();
        return overlap.ExcessMm(p.Start, freed) - (0.75 * preferences.Staging.CollisionToleranceMm);
    }

    private static ImmutableArray<ToothProgram> Programs(
        CollisionScene scene,
        ReachableTarget target,
        ImmutableArray<bool> closesSpace,
        SortedSet<(int Tooth, StagingPhase Phase)> early,
        ImmutableArray<(int Tooth, MovementDemand Demand)> asked,
        TreatmentPreferences preferences) =>
    [
        .. Enumerable.Range(0, scene.Teeth.Length).Select(i => AttachmentWait.On(
            ToothProgram.Split(
                scene.Teeth[i], target.Poses[i], closesSpace[i], [.. early.Where(e => e.Tooth == i).Select(e => e.Phase)], preferences),
            asked.Where(a => a.Tooth == i).Select(a => a.Demand),
            preferences.Attachments)),
    ];

    /// <summary>A tooth closes space where it moves along the arch into an open gap, or away from a neighbour it does not touch.</summary>
    private static ImmutableArray<bool> ClosesSpace(CollisionScene scene, SetupResult setup)
    {
        var closes = ImmutableArray.CreateBuilder<bool>(scene.Teeth.Length);
        for (int i = 0; i < scene.Teeth.Length; i++)
        {
            Tooth tooth = scene.Teeth[i];
            double mesial = setup.Target.TryGetValue(tooth.Id, out RigidTransform target)
                ? Movement.Between(tooth, RigidTransform.Identity, target).MesialMm
                : 0;
            bool towardsLeft = tooth.Id.IsRight == mesial > 0;
            Tooth? ahead = Neighbour(scene, i, towardsLeft ? 1 : -1);
            closes.Add(ahead is null || FreeWay(tooth, ahead, mesial > 0) > OpenContactMm);
        }

        return closes.MoveToImmutable();
    }

    private static Tooth? Neighbour(CollisionScene scene, int tooth, int side)
    {
        int other = tooth + side;
        return other >= 0 && other < scene.Teeth.Length && scene.Teeth[other].Id.Jaw == scene.Teeth[tooth].Id.Jaw
            ? scene.Teeth[other]
            : null;
    }

    /// <summary>Room along the arch between the contact points that face each other, mm; negative where they stand past each other.</summary>
    private static double FreeWay(Tooth tooth, Tooth ahead, bool mesially)
    {
        Vec3 own = mesially ? tooth.Landmarks.MesialContact : tooth.Landmarks.DistalContact;
        Vec3 way = mesially ? tooth.Frame.Mesial : -tooth.Frame.Mesial;
        double toMesial = Vec3.Dot(ahead.Landmarks.MesialContact - own, way);
        double toDistal = Vec3.Dot(ahead.Landmarks.DistalContact - own, way);
        return Math.Min(toMesial, toDistal);
    }

    private static ImmutableArray<(int A, int B, double Mm)> IprByPair(CollisionScene scene, SetupResult setup)
    {
        var index = Enumerable.Range(0, scene.Teeth.Length).ToImmutableSortedDictionary(i => scene.Teeth[i].Id, i => i);
        return
        [
            .. setup.Ipr
                .Where(n => n.Mm > 0 && index.ContainsKey(n.A) && index.ContainsKey(n.B))
                .Select(n => (Math.Min(index[n.A], index[n.B]), Math.Max(index[n.A], index[n.B]), n.Mm)),
        ];
    }
}
