using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The family of ideal arrangements of one arch: edges and buccal cusps on a symmetric line of occlusion and on a level with
/// the curve of Spee, neighbours in contact, each tooth turned by the line's tangent and inclined as aimed at. Eleven
/// numbers choose one arrangement of the family. Missing teeth leave the gap they left.
/// </summary>
internal sealed class ArchTemplate
{
    /// <summary>Number of parameters.</summary>
    public const int Parameters = 11;

    /// <summary>Index of the foremost point's x and y.</summary>
    public const int X = 0, Y = 1;

    /// <summary>Index of the turn about the vertical, radians.</summary>
    public const int Yaw = 2;

    /// <summary>Index of the line's three coefficients.</summary>
    public const int A = 3, B = 4, C = 5;

    /// <summary>Index of the level's height, slope along y and slope along x.</summary>
    public const int Z = 6, Pitch = 7, Roll = 8;

    /// <summary>Index of the depth of the curve of Spee, mm.</summary>
    public const int Spee = 9;

    /// <summary>Index of the dental midline's shift along the line, mm.</summary>
    public const int Midline = 10;

    private const int ChainSteps = 3;

    // neighbours of a missing tooth that stand nearer than this are taken to have closed its gap
    private const double HealedGapMm = 1;

    private readonly double[] _gaps;
    private readonly int _firstLeft;
    private readonly double _reach;

    /// <param name="jaw">Upper or lower.</param>
    /// <param name="teeth">The arch's teeth from the patient's right to the left; at least one.</param>
    /// <param name="gapMm">Distance of the surfaces of teeth i and i + 1 where they stand, mm.</param>
    public ArchTemplate(Jaw jaw, IReadOnlyList<SetupTooth> teeth, Func<int, double> gapMm)
    {
        Jaw = jaw;
        Teeth = teeth;
        _gaps = new double[Math.Max(0, teeth.Count - 1)];
        for (int i = 0; i < _gaps.Length; i++)
            _gaps[i] = KeptGap(teeth[i], teeth[i + 1], gapMm(i));
        _firstLeft = teeth.Count(t => t.Tooth.Id.IsRight);
        TipDeg = [.. teeth.Select(t => t.TipDeg)];
        TorqueDeg = [.. teeth.Select(t => t.TorqueDeg)];
        RotationDeg = new double[teeth.Count];
        double front = teeth.Min(t => t.Tooth.Landmarks.OcclusalPoint.Y);
        double back = teeth.Max(t => t.Tooth.Landmarks.OcclusalPoint.Y);
        _reach = Math.Max(20, back - front);
    }

    /// <summary>Upper or lower.</summary>
    public Jaw Jaw { get; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public IReadOnlyList<SetupTooth> Teeth { get; }

    /// <summary>Tip each tooth is to have, degrees.</summary>
    public double[] TipDeg { get; set; }

    /// <summary>Inclination of the facial surface each tooth is to have, degrees.</summary>
    public double[] TorqueDeg { get; set; }

    /// <summary>Turn against the line's tangent each tooth is to have, degrees, + mesial side facially.</summary>
    public double[] RotationDeg { get; set; }

    /// <summary>Enamel taken at each contact, mm.</summary>
    public double ReductionMm { get; set; }

    /// <summary>True where the chain closes between teeth i and i + 1: no empty tooth position that is kept open.</summary>
    public bool IsClosed(int i) => _gaps[i] == 0;

    /// <summary>True where enamel may be taken between teeth i and i + 1: permanent teeth in contact.</summary>
    public bool MayReduce(int i) =>
        !Teeth[i].Tooth.Id.IsPrimary && !Teeth[i + 1].Tooth.Id.IsPrimary && IsClosed(i);

    /// <summary>The pose of every tooth in the arrangement that the parameters choose.</summary>
    public RigidTransform[] Poses(ReadOnlySpan<double> p)
    {
        var line = new TemplateCurve(p[A], p[B], p[C], p[X], p[Y], p[Yaw]);
        var level = new Level(p, _reach);
        var poses = new RigidTransform[Teeth.Count];
        double between = _firstLeft > 0 && _firstLeft < Teeth.Count ? Between(_firstLeft - 1) : 0;
        Walk(line, level, p[Midline], between / 2, 1, poses);
        Walk(line, level, p[Midline], between / 2, -1, poses);
        return poses;
    }

    /// <summary>Turn of each tooth, where it stands now, against the tangent of the line at its place, degrees.</summary>
    public double[] PresentRotations(ReadOnlySpan<double> p)
    {
        double[] rotations = RotationDeg;
        RotationDeg = new double[Teeth.Count];
        RigidTransform[] straight = Poses(p);
        RotationDeg = rotations;
        var present = new double[Teeth.Count];
        for (int i = 0; i < present.Length; i++)
        {
            SetupTooth tooth = Teeth[i];
            Vec3 along = tooth.HorizontalMesial(tooth.Tooth.Frame.Moved(straight[i]));
            Vec3 outward = Vec3.Cross(tooth.Occlusal, along) * tooth.Hand;
            Vec3 now = tooth.HorizontalMesial(tooth.Tooth.Frame);
            present[i] = double.RadiansToDegrees(Math.Atan2(Vec3.Dot(now, outward), Vec3.Dot(now, along)));
        }

        return present;
    }

    // from the midline outwards on one side (+1 the patient's left), each tooth to where its near contact meets the last
    private void Walk(TemplateCurve line, Level level, double midline, double gap, int side, RigidTransform[] poses)
    {
        (Vec3 last, Vec3 tangent, _) = line.At(midline);
        double s = midline;
        for (int i = side > 0 ? _firstLeft : _firstLeft - 1; i >= 0 && i < Teeth.Count; i += side)
        {
            SetupTooth tooth = Teeth[i];
            s += side * tooth.WidthMm / 2;
            Vec3 near = side > 0 ? tooth.RightContact : tooth.LeftContact;
            Vec3 far = side > 0 ? tooth.LeftContact : tooth.RightContact;
            Vec3 here = tangent;
            for (int step = 0; step < ChainSteps; step++)
            {
                (Vec3 point, here, Vec3 outward) = line.At(s);
                poses[i] = PoseAt(i, point, here, outward, level);
                double apart = side * Vec3.Dot(poses[i].Apply(near) - last, (here + tangent).Normalized());
                s += side * (gap - apart);
            }

            last = poses[i].Apply(far);
            last = new Vec3(last.X, last.Y, 0);
            tangent = here;
            s += side * tooth.WidthMm / 2;
            int contact = side > 0 ? i : i - 1;
            gap = contact >= 0 && contact < _gaps.Length ? Between(contact) : 0;
        }
    }

    private RigidTransform PoseAt(int i, Vec3 point, Vec3 tangent, Vec3 outward, Level level)
    {
        SetupTooth tooth = Teeth[i];
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(RotationDeg[i]));
        Vec3 mesial = (tangent * (tooth.MesialSign * cos)) + (outward * sin);
        Rotation rotation = tooth.TurnTo(tooth.Standing(mesial, TipDeg[i], TorqueDeg[i]));
        Vec3 middle = rotation.Apply(tooth.ContactMiddle - tooth.Center);
        Vec3 edge = rotation.Apply(tooth.Tooth.Landmarks.OcclusalPoint - tooth.Center);
        Vec3 flat = (tangent * (Vec3.Dot(point, tangent) - Vec3.Dot(middle, tangent)))
            + (outward * (Vec3.Dot(point, outward) - Vec3.Dot(edge, outward)));
        var center = new Vec3(flat.X, flat.Y, level.At(point) - edge.Z);
        return RigidTransform.AboutPoint(rotation, tooth.Center, center - tooth.Center);
    }

    private double Between(int i) => _gaps[i] - (MayReduce(i) ? ReductionMm : 0);

    private static double KeptGap(SetupTooth right, SetupTooth left, double surfaceGapMm)
    {
        int from = right.Tooth.Id.ArchPlace;
        int to = left.Tooth.Id.ArchPlace;
        int step = to - from - (from < 0 && to > 0 ? 1 : 0);
        // a tooth taken out long ago: its neighbours have met, and their contact is closed like any other
        if (step <= 1 || surfaceGapMm < HealedGapMm)
            return 0;
        Vec3 along = (left.Center - right.Center).Reject(Vec3.UnitZ).Normalized();
        return Math.Max(surfaceGapMm, Vec3.Dot(left.RightContact - right.LeftContact, along));
    }

    // A plane with the shallow bowl of Monson's sphere on it. The bowl's axis stands where incisors and hindmost molars
    // come to lie on one height, and it is so deep that Spee's curve has the depth asked for: with the molars 0.68 and the
    // premolars 0.53 of the arch's depth to the side, the sag is 0.204 · depth² · curvature.
    private readonly struct Level
    {
        private const double AxisShare = 0.731;
        private const double SagShare = 0.204;

        private readonly double _x;
        private readonly double _y;
        private readonly double _z;
        private readonly double _pitch;
        private readonly double _roll;
        private readonly double _bowl;
        private readonly double _reach;

        public Level(ReadOnlySpan<double> p, double reach)
        {
            (_x, _y, _z, _pitch, _roll, _reach) = (p[X], p[Y], p[Z], p[Pitch], p[Roll], reach);
            _bowl = p[Spee] / (SagShare * reach * reach);
        }

        public double At(Vec3 point)
        {
            double x = point.X - _x;
            double y = point.Y - _y;
            double axis = AxisShare * _reach;
            double bowl = (x * x) + ((y - axis) * (y - axis)) - (axis * axis);
            return _z + (_pitch * (y - (_reach / 2))) + (_roll * x) + (_bowl * bowl);
        }
    }
}
