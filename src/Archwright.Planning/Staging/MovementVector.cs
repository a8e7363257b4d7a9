using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Staging;

/// <summary>
/// Where a tooth stands, as the six components of its movement from stage 0 (mm and degrees). Poses follow by
/// <see cref="Movement.Apply"/>; adding vectors is how progress of single components is composed.
/// </summary>
internal readonly record struct MovementVector(
    double Mesial, double Facial, double Extrusion, double Rotation, double Tip, double Torque)
{
    public bool IsZero => this == default;

    public static MovementVector operator +(MovementVector a, MovementVector b) => new(
        a.Mesial + b.Mesial,
        a.Facial + b.Facial,
        a.Extrusion + b.Extrusion,
        a.Rotation + b.Rotation,
        a.Tip + b.Tip,
        a.Torque + b.Torque);

    public static MovementVector operator -(MovementVector a, MovementVector b) => a + (b * -1);

    public static MovementVector operator *(MovementVector a, double s) => new(
        a.Mesial * s, a.Facial * s, a.Extrusion * s, a.Rotation * s, a.Tip * s, a.Torque * s);

    public static MovementVector Of(Movement m) =>
        new(m.MesialMm, m.FacialMm, m.ExtrusionMm, m.RotationDeg, m.TipDeg, m.TorqueDeg);

    /// <summary>A shift of the whole tooth, scene frame.</summary>
    public static MovementVector Shift(Tooth tooth, Vec3 shift)
    {
        Vec3 local = tooth.Frame.ToLocal(shift);
        return new MovementVector(local.X, local.Y, local.Z, 0, 0, 0);
    }

    public RigidTransform Pose(Tooth tooth) => IsZero
        ? RigidTransform.Identity
        : Movement.Apply(tooth, RigidTransform.Identity, Mesial, Facial, Extrusion, Rotation, Tip, Torque);

    /// <summary>A rough size, mm, with a degree counted as the displacement it gives 10 mm away.</summary>
    public double Size => Math.Sqrt(Dot(this, this));

    /// <summary>Scalar product in the sense of <see cref="Size"/>.</summary>
    public static double Dot(MovementVector a, MovementVector b) =>
        (a.Mesial * b.Mesial) + (a.Facial * b.Facial) + (a.Extrusion * b.Extrusion)
        + (0.03 * ((a.Rotation * b.Rotation) + (a.Tip * b.Tip) + (a.Torque * b.Torque)));
}
