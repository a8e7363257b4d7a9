using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// A rigid motion of a tooth in clinical terms, read in the tooth's own frame at the start of the motion. Signs do not
/// depend on the quadrant: mesial, facial and extrusion are +; tip + moves the crown mesially, torque + moves the crown
/// facially, rotation + turns the mesial side facially.
/// </summary>
/// <param name="MesialMm">Mesial (+) or distal (−) displacement of the centre of resistance, mm.</param>
/// <param name="FacialMm">Facial (+) or lingual (−) displacement of the centre of resistance, mm.</param>
/// <param name="ExtrusionMm">Extrusion (+) or intrusion (−) of the centre of resistance, mm.</param>
/// <param name="RotationDeg">Rotation about the long axis, degrees.</param>
/// <param name="TipDeg">Mesiodistal angulation, degrees.</param>
/// <param name="TorqueDeg">Faciolingual inclination, degrees.</param>
/// <param name="Crown">Displacement of the crown point (mesial, facial, occlusal), mm.</param>
/// <param name="Apex">Displacement of the apex (mesial, facial, occlusal), mm.</param>
public readonly record struct Movement(
    double MesialMm,
    double FacialMm,
    double ExtrusionMm,
    double RotationDeg,
    double TipDeg,
    double TorqueDeg,
    Vec3 Crown,
    Vec3 Apex)
{
    /// <summary>
    /// Decomposes the motion of a tooth between two poses. Method: the relative rotation is taken as one rotation vector
    /// (screw motion, so the three angles share one axis and do not depend on an order) and resolved along the tooth's
    /// axes at <paramref name="from"/>; displacements are those of the centre of resistance, the crown point and the apex.
    /// Exact for pure components; for combined angles below 30° the components differ from Euler angles by less than 4 %.
    /// </summary>
    /// <param name="tooth">The tooth at stage 0.</param>
    /// <param name="from">Pose at the start, relative to stage 0, in the tooth's frame of reference.</param>
    /// <param name="to">Pose at the end.</param>
    public static Movement Between(Tooth tooth, RigidTransform from, RigidTransform to)
    {
        ToothFrame frame = tooth.Frame.Moved(from);
        Vec3 omega = (to.Rotation * from.Rotation.Inverse).ToVector();
        Vec3 Displacement(Vec3 p) => frame.ToLocal(to.Apply(p) - from.Apply(p));
        Vec3 center = Displacement(tooth.CenterOfResistance);
        Vec3 alongOcclusal = Vec3.Cross(omega, frame.Occlusal);
        Vec3 alongMesial = Vec3.Cross(omega, frame.Mesial);
        return new Movement(
            center.X,
            center.Y,
            center.Z,
            double.RadiansToDegrees(Vec3.Dot(alongMesial, frame.Facial)),
            double.RadiansToDegrees(Vec3.Dot(alongOcclusal, frame.Mesial)),
            double.RadiansToDegrees(Vec3.Dot(alongOcclusal, frame.Facial)),
            Displacement(tooth.Landmarks.OcclusalPoint),
            Displacement(tooth.Apex));
    }

    /// <summary>
    /// The pose reached from <paramref name="from"/> by a movement's six components (inverse of <see cref="Between"/>;
    /// crown and apex displacements follow and are not read).
    /// </summary>
    public static RigidTransform Apply(
        Tooth tooth,
        RigidTransform from,
        double mesialMm,
        double facialMm,
        double extrusionMm,
        double rotationDeg,
        double tipDeg,
        double torqueDeg)
    {
        ToothFrame frame = tooth.Frame.Moved(from);
        // In a right-handed frame m × f = o; in a left-handed one m × f = −o. The clinical angles are defined by what
        // they do to the axes, so the rotation vector carries the handedness.
        double hand = Vec3.Dot(Vec3.Cross(frame.Mesial, frame.Facial), frame.Occlusal) > 0 ? 1 : -1;
        Vec3 omega = ((frame.Occlusal * rotationDeg) + (frame.Facial * tipDeg) - (frame.Mesial * torqueDeg))
            * (hand * Math.PI / 180);
        Vec3 shift = frame.FromLocal(new Vec3(mesialMm, facialMm, extrusionMm));
        RigidTransform step = RigidTransform.AboutPoint(
            Rotation.FromVector(omega), from.Apply(tooth.CenterOfResistance), shift);
        return step * from;
    }
}
