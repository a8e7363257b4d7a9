using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>The arches of a plan where they stand at one stage, occlusal frame, landmarks without meshes: what bite and curves are read from.</summary>
/// <param name="Upper">Upper teeth.</param>
/// <param name="Lower">Lower teeth.</param>
internal sealed record PlannedArches(ImmutableArray<Tooth> Upper, ImmutableArray<Tooth> Lower)
{
    /// <summary>The arches at a stage; a tooth without a pose there stands as scanned (STG004 reports it).</summary>
    public static PlannedArches At(PlanView plan, int stage)
    {
        // landmarks suffice, and moving a mesh would cost more than all the rest
        ImmutableArray<Tooth> teeth =
            [.. plan.Teeth.Select(t => (t with { Mesh = TriangleMesh.Empty }).Moved(plan.OcclusalFromScan * PoseAt(plan, t.Id, stage)))];
        return new PlannedArches([.. teeth.Where(t => t.Id.Jaw == Jaw.Upper)], [.. teeth.Where(t => t.Id.Jaw == Jaw.Lower)]);
    }

    /// <summary>The measures of the bite.</summary>
    public OcclusionMeasures Bite() => BiteMeasurement.Of(Upper, Lower);

    /// <summary>Depth of the lower curve of Spee; null where it cannot be measured.</summary>
    public double? LowerSpeeMm() => Lower.IsEmpty ? null : ArchMeasurement.Of(Jaw.Lower, Lower).SpeeMm;

    /// <summary>Inclination of each crown less its norm at a stage, degrees, + facially; third molars and milk teeth left out.</summary>
    public static ImmutableSortedDictionary<ToothId, double> TorqueOffNorm(PlanView plan, int stage) => plan.Teeth
        .Where(t => t.Id.Position != 8 && !t.Id.IsPrimary)
        .ToImmutableSortedDictionary(t => t.Id, t => Inclination(plan, t, stage) - ToothNorms.Of(t.Id).TorqueDeg);

    // The tooth stays, the plane turns about it: the mesh need not be moved.
    private static double Inclination(PlanView plan, Tooth tooth, int stage)
    {
        var up = new Vec3(0, 0, tooth.Id.Jaw == Jaw.Upper ? -1 : 1);
        return CrownInclination.Of(tooth, (plan.OcclusalFromScan * PoseAt(plan, tooth.Id, stage)).Inverse.Rotation.Apply(up)).TorqueDeg;
    }

    private static RigidTransform PoseAt(PlanView plan, ToothId tooth, int stage) =>
        plan.Stages[stage].TryGetValue(tooth, out RigidTransform pose) ? pose : RigidTransform.Identity;
}
