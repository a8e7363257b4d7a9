using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Closure;

/// <summary>An upper and a lower body that may meet when the jaw closes, posed as one stage has them with the jaw in the scanned bite.</summary>
/// <param name="UpperId">The upper tooth, or the one that carries the upper body.</param>
/// <param name="Upper">Upper body.</param>
/// <param name="UpperPose">Its pose against stage 0.</param>
/// <param name="LowerId">The lower tooth.</param>
/// <param name="Lower">Lower body.</param>
/// <param name="LowerPose">Its pose against stage 0.</param>
/// <param name="AllowedMm">How deep they may reach into each other: what the scanned bite already shows of them.</param>
public sealed record ClosingPair(
    ToothId UpperId, ToothBody Upper, RigidTransform UpperPose, ToothId LowerId, ToothBody Lower, RigidTransform LowerPose, double AllowedMm)
{
    /// <summary>What is left between them with the lower jaw at a place, mm; not above 0 where they meet.</summary>
    public double ClearanceMm(RigidTransform jaw) =>
        ToothBody.Between(Upper, UpperPose, Lower, jaw * LowerPose).ClearanceMm + AllowedMm;

    /// <summary>Distance from the axis of the farthest point of the lower body's box, mm: nothing of it moves faster.</summary>
    public double RadiusMm(HingeAxis axis, RigidTransform jaw)
    {
        RigidTransform place = jaw * LowerPose * Lower.CaseFromTooth;
        Aabb box = Lower.Body.Mesh.Bounds;
        return axis.DistanceMm(place.Apply(box.Center)) + (box.Size.Length / 2);
    }
}
