using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Primitives;

namespace Archwright.Planning.Setup;

/// <summary>
/// The clinical target of a case: the ideal arrangement of its own teeth that lies nearest to where they stand now, within
/// what the preferences allow. Method: a robust fit of a low-dimensional family of ideal arrangements of both arches
/// (maximum a posteriori), then Gauss–Newton over all tooth poses on the real surfaces, then removal of residual overlap
/// (docs/algorithms/target-setup.md). Sources: arch form Noroozi 2001; norms Andrews 1972; angles by empirical Bayes (Efron
/// and Morris 1973). Known limits: symmetric arches; enamel shared alike among contacts; no extraction planning.
/// </summary>
public static class TargetSetup
{
    // pairs farther apart than this at start and target cannot meet
    private const double NearMm = 14;
    private const double ToleranceMm = 0.01;

    /// <summary>
    /// Sets up the teeth of <paramref name="measured"/>. Held teeth and untreated arches get the identity. What the limits
    /// forbid is left undone and said as a shortfall; nothing is thrown for a difficult case. The result does not depend on
    /// the order of the teeth or the number of threads. Complexity: O(n³) per step in the number of movable teeth; collision
    /// bodies take most of the time.
    /// </summary>
    /// <param name="measured">The case with at least one tooth; closed tooth meshes, occlusal frame, mm.</param>
    /// <param name="preferences">Limits and aims.</param>
    /// <param name="context">Progress, cancellation, threads.</param>
    public static SetupResult Run(MeasuredCase measured, TreatmentPreferences preferences, RunContext context) =>
        Run(measured, ToothBodies.Build(measured.Teeth, context), preferences, context);

    /// <summary>The same over bodies that have been built already.</summary>
    /// <param name="measured">The case.</param>
    /// <param name="bodies">The bodies of all its teeth.</param>
    /// <param name="preferences">Limits and aims.</param>
    /// <param name="context">Progress, cancellation, threads.</param>
    public static SetupResult Run(MeasuredCase measured, ToothBodies bodies, TreatmentPreferences preferences, RunContext context)
    {
        Preconditions.Require(measured.Arches.Any(a => a.Teeth.Length > 0), "a case to set up has teeth");
        CaseObjectives objectives = measured.Input.Description.Objectives;
        SetupTooth[] teeth = [.. measured.Arches
            .SelectMany(a => a.Teeth.OrderBy(t => t.Id).Select(t => new SetupTooth(t, IsTreated(a.Jaw, objectives))))];
        var proximity = new BodyProximity(teeth, bodies);
        ArchTemplate[] arches = [.. Templates(teeth, proximity)];
        foreach (ArchTemplate arch in arches)
            AngleAims.SetInclinations(arch, preferences.Setup.NormWeight, preferences.Torque);
        IReadOnlyList<BiteAim> aims = arches.Length == 2 && measured.HasBite
            ? BiteAims.Of(arches[0], arches[1], objectives, preferences.Setup)
            : [];
        context.Report("target setup", 0.1, "arch form");
        RigidTransform[][] wanted = SpaceBalance.Choose(arches, aims, proximity, preferences, context);

        var state = new SetupState(teeth, [.. wanted.SelectMany(p => p)]);
        var constraints = new SetupConstraints(state, preferences);
        ToothPair[] pairs = Pairs(arches, state, proximity, measured.HasBite);
        var roots = RootSpacing.Of(teeth, preferences.Checks);
        context.Report("target setup", 0.4, "contacts");
        PoseRefinement.Solve(state, pairs, proximity, constraints.Widths, roots, context);
        constraints.LimitExtrusion(state);
        PoseRefinement.Solve(state, pairs, proximity, constraints.Widths, roots, context);
        for (int i = 0; i < teeth.Length; i++)
            constraints.Constrain(state, i);
        SetupConstraints.DropUnnoticed(state);
        context.Report("target setup", 0.8, "overlaps");
        Nearness[] near = ResidualOverlaps.Remove(
            state, pairs, proximity, ToleranceMm, i => constraints.Constrain(state, i), context);
        ImmutableArray<PlanMeasure> measures = SetupMeasures.Of(
            teeth.ToLookup(t => t.Tooth.Id.Jaw, t => t.Tooth),
            teeth.Select((t, i) => t.Tooth.Moved(state.Poses[i])).ToLookup(t => t.Id.Jaw),
            measured.HasBite);
        ImmutableArray<PlanObjective> reached = SetupMeasures.Objectives(objectives, measures);
        context.Report("target setup", 1);
        return new SetupResult
        {
            Target = teeth.Select((t, i) => KeyValuePair.Create(t.Tooth.Id, state.Poses[i])).ToImmutableSortedDictionary(),
            Ipr = Reductions(pairs, near, teeth),
            Objectives = reached,
            Shortfalls = SetupShortfalls.Of(state, constraints, pairs, near, reached),
            Measures = measures,
        };
    }

    private static bool IsTreated(Jaw jaw, CaseObjectives objectives) => objectives.Arches switch
    {
        "upper" => jaw == Jaw.Upper,
        "lower" => jaw == Jaw.Lower,
        _ => true,
    };

    private static IEnumerable<ArchTemplate> Templates(SetupTooth[] teeth, IProximity proximity)
    {
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            int first = Array.FindIndex(teeth, t => t.Tooth.Id.Jaw == jaw);
            if (first < 0)
                continue;
            yield return new ArchTemplate(
                jaw,
                [.. teeth.Where(t => t.Tooth.Id.Jaw == jaw)],
                i => proximity.Between(first + i, RigidTransform.Identity, first + i + 1, RigidTransform.Identity).GapMm);
        }
    }

    private static ImmutableArray<IprNeed> Reductions(ToothPair[] pairs, Nearness[] near, SetupTooth[] teeth)
    {
        var needs = ImmutableArray.CreateBuilder<IprNeed>();
        for (int k = 0; k < pairs.Length; k++)
        {
            double mm = Math.Min(pairs[k].ReductionMm, Math.Ceiling(near[k].DepthMm * 100) / 100);
            // an overlap the scan brought along needs no enamel
            if (pairs[k].MayReduce && mm >= 0.03 && near[k].DepthMm > pairs[k].InheritedMm + ToleranceMm)
                needs.Add(new IprNeed(teeth[pairs[k].A].Tooth.Id, teeth[pairs[k].B].Tooth.Id, mm));
        }

        return needs.ToImmutable();
    }

    private static ToothPair[] Pairs(ArchTemplate[] arches, SetupState state, IProximity proximity, bool hasBite)
    {
        var pairs = new List<ToothPair>();
        int[] starts = [0, arches[0].Teeth.Count];
        for (int j = 0; j < arches.Length; j++)
        {
            for (int i = 0; i < arches[j].Teeth.Count; i++)
            {
                for (int n = i + 1; n < Math.Min(i + 3, arches[j].Teeth.Count); n++)
                {
                    bool neighbours = n == i + 1;
                    int a = starts[j] + i;
                    int b = starts[j] + n;
                    double initial = proximity.Between(a, RigidTransform.Identity, b, RigidTransform.Identity).DepthMm;
                    bool reduce = neighbours && arches[j].MayReduce(i);
                    pairs.Add(new ToothPair(a, b, false, neighbours && arches[j].IsClosed(i), reduce, initial)
                    {
                        ReductionMm = reduce ? arches[j].ReductionMm : 0,
                    });
                }
            }
        }

        if (!hasBite || arches.Length < 2)
            return [.. pairs];
        for (int a = 0; a < starts[1]; a++)
        {
            for (int b = starts[1]; b < state.Teeth.Count; b++)
            {
                double apart = Math.Min(
                    Vec3.Distance(state.Center(a), state.Center(b)),
                    Vec3.Distance(state.Teeth[a].Center, state.Teeth[b].Center));
                if (apart > NearMm)
                    continue;
                double initial = proximity.Between(a, RigidTransform.Identity, b, RigidTransform.Identity).DepthMm;
                pairs.Add(new ToothPair(a, b, true, false, false, initial));
            }
        }

        return [.. pairs];
    }
}
