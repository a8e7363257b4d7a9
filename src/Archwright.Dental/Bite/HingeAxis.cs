using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>The axis through both joints about which the lower jaw opens and closes with its condyles seated, in any frame, mm.</summary>
/// <param name="Right">Its point at the right joint.</param>
/// <param name="Left">Its point at the left joint.</param>
/// <param name="Source">Located on the patient, or average geometry.</param>
public sealed record HingeAxis(Vec3 Right, Vec3 Left, HingeAxisSource Source)
{
    /// <summary>Midway between the joints.</summary>
    public Vec3 Center => (Right + Left) * 0.5;

    /// <summary>Unit direction towards the patient's left.</summary>
    public Vec3 Direction => (Left - Right).Normalized();

    /// <summary>How far the true axis may lie from it forwards or backwards, mm: the spread of average dimensions, or of locating it (engineering default).</summary>
    public double SagittalDoubtMm => Source == HingeAxisSource.Average ? 6 : 2;

    /// <summary>How far the true axis may lie from it upwards or downwards, mm: Balkwill angles of 17–25° (Morneburg and Pröschel 2011), or of locating it.</summary>
    public double VerticalDoubtMm => Source == HingeAxisSource.Average ? 12 : 2;

    /// <summary>Distance of a point from the axis, mm.</summary>
    public double DistanceMm(Vec3 point) => (point - Center).Reject(Direction).Length;

    /// <summary>The motion of the lower jaw that opens it: about the left-pointing axis, front goes down. Negative closes.</summary>
    public RigidTransform Opened(double radians) => RigidTransform.AboutPoint(Rotation.About(Direction, radians), Center);

    /// <summary>The axis after a motion (also a change of frame).</summary>
    public HingeAxis Moved(RigidTransform motion) => this with { Right = motion.Apply(Right), Left = motion.Apply(Left) };
}

/// <summary>Where a hinge axis comes from.</summary>
public enum HingeAxisSource
{
    /// <summary>Average geometry, placed by the lower incisors and the occlusal plane.</summary>
    Average,

    /// <summary>Located on the patient.</summary>
    Located,
}
