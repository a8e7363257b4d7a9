using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Outcome;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>
/// What was measured of a plan, once, for all rules: each tooth's way, each tray's movement, each pair's approach. Rules judge
/// these numbers; none is taken from what the plan says of itself.
/// </summary>
public sealed record PlanEvidence
{
    /// <summary>The plan.</summary>
    public required PlanView Plan { get; init; }

    /// <summary>The way of every tooth that has a rigid pose in every stage, in order along the arches.</summary>
    public required ImmutableArray<ToothTrack> Tracks { get; init; }

    /// <summary>What each tray asks of each tooth that moves, in order of tooth and stage.</summary>
    public required ImmutableArray<ToothIncrement> Increments { get; init; }

    /// <summary>Every pair of teeth that comes near in some stage, in order along the arches.</summary>
    public required ImmutableArray<PairApproach> Pairs { get; init; }

    /// <summary>What the plan is expected to reach, estimated afresh from its poses.</summary>
    public required OutcomeResult Outcome { get; init; }

    /// <summary>Every attachment whose tooth is known, in order of tooth and stage.</summary>
    public required ImmutableArray<AttachmentEvidence> Attachments { get; init; }

    /// <summary>Movements of each tooth that ask for an attachment, measured from its poses.</summary>
    public required ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> Demands { get; init; }

    /// <summary>The jaw closed about its hinge axis at every stage; null where there is no bite to close.</summary>
    public required PlanBite? Bite { get; init; }

    /// <summary>Measures a plan. Teeth without a rigid pose in every stage are left out; STG004 reports them.</summary>
    public static PlanEvidence Gather(PlanView plan, RunContext context)
    {
        context.Report("rules", 0, "movements");
        ImmutableArray<ToothTrack> tracks =
        [
            .. plan.Teeth
                .Where(t => plan.Stages.All(s => s.TryGetValue(t.Id, out RigidTransform pose) && IsRigid(pose)))
                .DistinctBy(t => t.Id)
                .OrderBy(t => t.Id)
                .Select(t => ToothTrack.Of(t, [.. plan.Stages.Select(s => s[t.Id])])),
        ];
        context.Report("outcome", 0);
        OutcomeResult outcome = ExpectedOutcome.Run(OutcomeOf(plan, tracks), context);
        context.Report("outcome", 1);
        var increments = tracks.SelectMany(t => ToothIncrement.Of(t, plan.Preferences.Velocity));
        context.Report("rules", 0.1, "collisions");
        var bodies = new TrackBodies(tracks);
        return new PlanEvidence
        {
            Plan = plan,
            Outcome = outcome,
            Tracks = tracks,
            Increments = [.. increments],
            Pairs = PairApproach.Measure(bodies, plan.HasBite, context),
            Attachments = AttachmentEvidence.Measure(plan, tracks, context),
            Demands = MovementService.DemandsOf(plan, tracks),
            Bite = BiteEvidence.Measure(plan, bodies, context),
        };
    }

    private static OutcomeInput OutcomeOf(PlanView plan, ImmutableArray<ToothTrack> tracks) => new()
    {
        Teeth = [.. tracks.Select(t => t.Tooth)],
        Stages = plan.Stages,
        Target = plan.ClinicalTarget,
        WearDays = plan.WearDays,
        Supports =
        [
            .. plan.Attachments.Select(a => new ToothSupport(a.Fdi, a.On, a.Off)),
            .. plan.Auxiliaries.Select(a => new ToothSupport(a.Fdi, a.From, a.To)),
        ],
        Ipr = plan.Ipr,
        Patient = plan.Patient,
        Preferences = plan.Preferences,
        HasBite = plan.HasBite,
    };

    /// <summary>True where a pose is finite and its quaternion unit to 1e-6.</summary>
    internal static bool IsRigid(RigidTransform pose)
    {
        Rotation q = pose.Rotation;
        double norm = Math.Sqrt((q.W * q.W) + (q.X * q.X) + (q.Y * q.Y) + (q.Z * q.Z));
        return pose.Translation.IsFinite && Math.Abs(norm - 1) <= 1e-6;
    }

    /// <summary>True where a measured value is over its limit by more than rounding: 0.1 % and 1e-6.</summary>
    internal static bool IsOver(double measured, double limit) => measured > (limit * 1.001) + 1e-6;
}
