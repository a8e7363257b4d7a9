using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Outcome;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>
/// A plan document taken up again in the occlusal frame, so that it can be staged anew with something changed: the bodies are built once
/// and shared by all changes.
/// </summary>
internal sealed class StagedPlan
{
    private readonly PlanDocument _plan;
    private readonly CollisionScene _scene;
    private readonly SetupResult _setup;
    private readonly CaseFacts _facts;

    private StagedPlan(PlanDocument plan, ImmutableArray<Tooth> teeth, RunContext context)
    {
        _plan = plan;
        Teeth = teeth;
        _scene = CollisionScene.Build(teeth, plan.HasBite, context);
        RigidTransform occlusal = PoseConversion.ToTransform(plan.OcclusalFromScan);
        _facts = new CaseFacts(plan.Patient.Group, plan.Patient.Objectives, null);
        _setup = new SetupResult
        {
            Target = plan.Target.Poses.ToImmutableSortedDictionary(
                p => ToothId.FromFdi(p.Key), p => InOcclusal(PoseConversion.ToTransform(p.Value), occlusal)),
            Ipr = [.. plan.Ipr.GroupBy(i => (A: ToothId.FromFdi(i.Between[0]), B: ToothId.FromFdi(i.Between[1])))
                .Select(g => new IprNeed(g.Key.A, g.Key.B, g.Sum(i => i.Mm)))],
            Objectives = plan.Objectives,
            Shortfalls = [],
            Measures = plan.Measures,
        };
    }

    /// <summary>Teeth at stage 0, occlusal frame.</summary>
    public ImmutableArray<Tooth> Teeth { get; }

    /// <summary>The clinical target, occlusal frame.</summary>
    public ImmutableSortedDictionary<ToothId, RigidTransform> Target => _setup.Target;

    /// <summary>Takes a plan up again.</summary>
    /// <param name="plan">A plan that has been judged, so that its numbers are sound.</param>
    /// <param name="meshes">Its tooth meshes, scan frame.</param>
    /// <param name="context">Threads.</param>
    public static StagedPlan Of(PlanDocument plan, ImmutableArray<SeparatedTooth> meshes, RunContext context)
    {
        RigidTransform occlusal = PoseConversion.ToTransform(plan.OcclusalFromScan);
        var byId = meshes.ToDictionary(m => m.Id.Fdi, m => m.Mesh);
        return new StagedPlan(
            plan,
            [.. plan.Teeth.Select(t => PlanToothConversion.ToTooth(t, byId.GetValueOrDefault(t.Fdi, TriangleMesh.Empty)).Moved(occlusal)).OrderBy(t => t.Id)],
            context);
    }

    /// <summary>Stages towards other programmed positions; the clinical target stays what it is.</summary>
    public StagingResult Stage(ImmutableSortedDictionary<ToothId, RigidTransform> programmed, TreatmentPreferences preferences, RunContext context) =>
        Stager.Run(_scene, _setup with { Target = programmed }, _facts, preferences, context);

    /// <summary>What poses are expected to reach, with the plan's attachments kept on to the end and <paramref name="more"/> beside them.</summary>
    public PlanOutcome Expect(
        ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> stages, ImmutableArray<PlanIpr> ipr, RunContext context, params ImmutableArray<ToothSupport> more) =>
        ExpectedOutcome.Run(
            new OutcomeInput
            {
                Teeth = Teeth,
                Stages = stages,
                Target = Target,
                WearDays = [.. stages.Select((_, k) => k == 0 ? 0 : _plan.Engine.Preferences.Wear.PerTrayDays)],
                Supports =
                [
                    .. _plan.Attachments.Select(a => new ToothSupport(a.Fdi, a.On, a.Off >= _plan.Stages.Length - 1 ? stages.Length : a.Off)),
                    .. _plan.Auxiliaries.Select(a => new ToothSupport(a.Fdi, a.From, Math.Max(a.To, stages.Length))),
                    .. more,
                ],
                Ipr = ipr,
                Patient = _plan.Patient,
                Preferences = _plan.Engine.Preferences,
                HasBite = _plan.HasBite,
            },
            context).Outcome;

    /// <summary>The plan's own stages, occlusal frame.</summary>
    public ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> OwnStages()
    {
        RigidTransform occlusal = PoseConversion.ToTransform(_plan.OcclusalFromScan);
        return
        [
            .. _plan.Stages.Select(s => s.Poses.ToImmutableSortedDictionary(
                p => ToothId.FromFdi(p.Key), p => InOcclusal(PoseConversion.ToTransform(p.Value), occlusal))),
        ];
    }

    private static RigidTransform InOcclusal(RigidTransform pose, RigidTransform occlusal) => occlusal * pose * occlusal.Inverse;
}
