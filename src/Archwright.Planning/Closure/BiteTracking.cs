using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Closure;

/// <summary>
/// Closes the jaw at every stage of a plan (OCC-04, OCC-05): about the hinge axis from the scanned bite, and from centric relation where
/// it is on record; ramps that are worn count beside. What each pair already overlaps in the scanned bite it may overlap at every stage, so stage 0
/// closes where it was scanned. Method and meaning: docs/decisions/ADR-007. Scan frame in, occlusal directions out, mm. The same on any number of
/// threads. Cost: stages × pairs that come near. Known limits: those of <see cref="JawClosure"/>; the thickness of trays is not in it, nor do muscles
/// or joints steer.
/// </summary>
public static class BiteTracking
{
    /// <summary>The closed jaw at every stage, or null where a jaw or its front teeth are not there.</summary>
    public static PlanBite? Run(BiteTrackInput input, RunContext context)
    {
        Tooth[] lower = [.. input.Teeth.Where(t => t.Tooth.Id.Jaw == Jaw.Lower).Select(t => t.Tooth)];
        RigidTransform scanFromOcclusal = input.OcclusalFromScan.Inverse;
        if (lower.Length == input.Teeth.Length || input.Stages.IsEmpty || AverageHingeAxis.IncisorPoint(lower) is not { } incisors)
            return null;
        RigidTransform? seated = input.Centric?.UsablePose() is { } pose ? PoseConversion.ToTransform(pose) : null;
        if (AxisInBite(input, lower, seated) is not { } axis)
            return null;
        var closing = new StageClosing(input, incisors);
        var closed = new ClosedStage[input.Stages.Length];
        context.For(closed.Length, k => closed[k] = closing.At(k, axis, seated));
        HingeAxis told = seated is { } centric ? axis.Moved(centric) : axis;
        return new PlanBite
        {
            Axis = new PlanHingeAxis
            {
                Source = told.Source,
                Right = PoseConversion.ToArray(told.Right),
                Left = PoseConversion.ToArray(told.Left),
            },
            Centric = seated is null ? null : input.Centric!.Method,
            IsCentricTracked = seated is not null,
            SlideDoubtMm = seated is { } place ? Doubt(closing, axis, place, closed[0], scanFromOcclusal) : null,
            Stages = [.. closed.Select((c, k) => c.Told(k, closed[0], closed[Math.Max(0, k - 1)]))],
        };
    }

    /// <summary>The axis where it lies in the scanned bite: a located one goes there with the jaw, an average one is built there.</summary>
    private static HingeAxis? AxisInBite(BiteTrackInput input, Tooth[] lower, RigidTransform? seated)
    {
        if (seated is { } centric && input.Centric?.HingeAxis is { } located)
        {
            var axis = new HingeAxis(PoseConversion.ToVec(located.Right), PoseConversion.ToVec(located.Left), HingeAxisSource.Located);
            return axis.Moved(centric.Inverse);
        }

        Tooth[] inOcclusal = [.. lower.Select(t => (t with { Mesh = TriangleMesh.Empty }).Moved(input.OcclusalFromScan))];
        return AverageHingeAxis.Of(inOcclusal)?.Moved(input.OcclusalFromScan.Inverse);
    }

    /// <summary>How far the slide at the start goes with the axis moved to each edge of its doubt.</summary>
    private static double? Doubt(StageClosing closing, HingeAxis axis, RigidTransform seated, ClosedStage start, RigidTransform scanFromOcclusal)
    {
        Vec3[] edges =
        [
            new(0, axis.SagittalDoubtMm, 0), new(0, -axis.SagittalDoubtMm, 0), new(0, 0, axis.VerticalDoubtMm), new(0, 0, -axis.VerticalDoubtMm),
        ];
        double? Differs(Vec3 edge)
        {
            HingeAxis moved = axis.Moved(new RigidTransform(Rotation.Identity, scanFromOcclusal.ApplyDirection(edge)));
            return closing.At(0, moved, seated).SlideMm - start.SlideMm is { } mm ? Math.Abs(mm) : null;
        }

        return edges.Select(Differs).Max() is { } most ? ClosedStage.Round(most) : null;
    }
}
