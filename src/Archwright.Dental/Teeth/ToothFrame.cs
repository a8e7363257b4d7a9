using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// A tooth's own axes: unit, mutually at right angles. Right-handed in quadrants 1 and 3, left-handed in 2 and 4; it moves
/// with its tooth. All clinical signs (mesial +, facial +, extrusion +) are read along these axes.
/// </summary>
/// <param name="Origin">The facial-axis point: midpoint of the clinical crown's facial surface along its long axis, mm.</param>
/// <param name="Mesial">Towards the midline along the arch.</param>
/// <param name="Facial">Towards lip or cheek.</param>
/// <param name="Occlusal">From root to crown along the tooth's long axis.</param>
public sealed record ToothFrame(Vec3 Origin, Vec3 Mesial, Vec3 Facial, Vec3 Occlusal)
{
    /// <summary>The frame after a motion of its tooth.</summary>
    public ToothFrame Moved(RigidTransform motion) => new(
        motion.Apply(Origin),
        motion.ApplyDirection(Mesial),
        motion.ApplyDirection(Facial),
        motion.ApplyDirection(Occlusal));

    /// <summary>A direction as (mesial, facial, occlusal) components.</summary>
    public Vec3 ToLocal(Vec3 direction) =>
        new(Vec3.Dot(direction, Mesial), Vec3.Dot(direction, Facial), Vec3.Dot(direction, Occlusal));

    /// <summary>The direction with the given (mesial, facial, occlusal) components.</summary>
    public Vec3 FromLocal(Vec3 local) => (Mesial * local.X) + (Facial * local.Y) + (Occlusal * local.Z);

    /// <summary>A point's (mesial, facial, occlusal) coordinates from the origin, mm.</summary>
    public Vec3 PointToLocal(Vec3 point) => ToLocal(point - Origin);

    /// <summary>The point with the given (mesial, facial, occlusal) coordinates, mm.</summary>
    public Vec3 PointFromLocal(Vec3 local) => Origin + FromLocal(local);
}
