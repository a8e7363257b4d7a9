using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// Stages the way from the start to the setup's target: level and align, then space, then detail (STG-04). Occlusal frame.
/// Method: each tooth's movement is split by phase and run at even rates that keep every per-tray limit (macro plan); the
/// trays are then run one by one, all teeth together, and a tooth that would move into another waits (stage run). Details,
/// guarantees and what was tried: docs/algorithms/staging.md.
/// Source: own method; phases and limits after requirements.csv STG-04, VEL-04 … VEL-19, CHK-02, IPR-01 … IPR-05.
/// Guarantees, whatever the target: no increment above its limits; no two teeth deeper into each other than at stage 0 or than
/// IPR has freed, plus <see cref="StagingPreferences.CollisionToleranceMm"/>; held teeth never move; the same result on any
/// number of threads. A target that cannot be reached under them is approached as far as possible and said so.
/// Complexity: stages × pairs × one overlap query, about ten queries per pair and stage.
/// </summary>
public static class Stager
{
    private const int Passes = 3;
    private const double OpenContactMm = 0.25;

    /// <summary>Tried in order, as long as one could still win.</summary>
    private static readonly ImmutableArray<MacroPattern> Patterns =
        [new(1, 0), new(1, 0.5), new(1, 1), new(1.1, 0.5), new(1.15, 1), new(1.25, 1), new(1.35, 1)];

    /// <summary>Stages a setup.</summary>
    /// <param name="measured">The case, occlusal frame.</param>
    /// <param name="setup">Its target.</param>
    /// <param name="preferences">Limits, IPR timing, phases.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static StagingResult Run(
        MeasuredCase measured, SetupResult setup, TreatmentPreferences preferences, RunContext ctx) =>
        Run(CollisionScene.Build(measured, ctx), setup, preferences, ctx);

    /// <summary>Stages a setup on a collision scene that has been built already.</summary>
    public static StagingResult Run(
        CollisionScene scene, SetupResult setup, TreatmentPreferences preferences, RunContext ctx)
    {
        var gaps = ClosesSpace(scene, setup);
        var ipr = IprByPair(scene, setup);
        ReachableTarget target = ReachableTarget.Of(scene, Wanted(scene, setup), (p, overlap) => Excess(scene, ipr, p, overlap, preferences), ctx);
        MacroPlan? plan = null;
        StageOutcome? best = null;
        foreach (MacroPattern pattern in Patterns)
        {
            if (best is not null && plan!.Pattern.CostOf(best) <= pattern.LeastCost)
                continue;
            (MacroPlan tried, StageRun run) = Prepare(scene, target, gaps, ipr, pattern, preferences, ctx);
            StageOutcome outcome = run.Run();
            ctx.Report("staging", 0.5, $"{pattern}: {outcome.Trays} trays, {outcome.Left:0.00} mm left");
            if (best is null || pattern.CostOf(outcome) < plan!.Pattern.CostOf(best))
                (plan, best) = (tried, outcome);
        }

        return StagingReport.Of(scene, setup, target, preferences, plan!, best!);
    }

    /// <summary>Bends the bands; where parts of later phases are needed early for room, they join alignment and the bands are bent anew.</summary>
    private static (MacroPlan Plan, StageRun Run) Prepare(
        CollisionScene scene,
        ReachableTarget target,
        ImmutableArray<bool> closesSpace,
        ImmutableArray<(int A, int B, double Mm)> ipr,
        MacroPattern pattern,
        TreatmentPreferences preferences,
        RunContext ctx)
    {
        var early = new SortedSet<(int Tooth, Phase Phase)>();
        for (int pass = 1; ; pass++)
        {
            var plan = MacroPlan.Build(
                Programs(scene, target, closesSpace, early), preferences, pattern, [.. early.Select(e => e.Tooth)]);
            var run = new StageRun(scene, plan, ipr, preferences, ctx);
            int before = early.Count;
            early.UnionWith(run.Early);
            if (early.Count == before || pass == Passes || pattern.Overlap >= 1)
                return (plan, run);
        }
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
        CollisionScene scene, ReachableTarget target, ImmutableArray<bool> closesSpace, SortedSet<(int Tooth, Phase Phase)> early) =>
    [
        .. Enumerable.Range(0, scene.Teeth.Length).Select(i => ToothProgram.Split(
            scene.Teeth[i], target.Poses[i], closesSpace[i], [.. early.Where(e => e.Tooth == i).Select(e => e.Phase)])),
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
