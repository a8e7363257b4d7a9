using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The family of ideal arrangements of one arch: its teeth stand in a chain of contacts along a symmetric curve, each with
/// its own width, turned by the curve's tangent, inclined as aimed at, their edges on a level with the curve of Spee. Eleven
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

    /// <summary>Index of the curve's three coefficients.</summary>
    public const int A = 3, B = 4, C = 5;

    /// <summary>Index of the level's height, slope along y and slope along x.</summary>
    public const int Z = 6, Pitch = 7, Roll = 8;

    /// <summary>Index of the depth of the curve of Spee, mm.</summary>
    public const int Spee = 9;

    /// <summary>Index of the dental midline's shift along the curve, mm.</summary>
    public const int Midline = 10;

    private readonly double[] _gaps;

    /// <param name="jaw">Upper or lower.</param>
    /// <param name="teeth">The arch's teeth from the patient's right to the left; at least one.</param>
    public ArchTemplate(Jaw jaw, IReadOnlyList<SetupTooth> teeth)
    {
        Jaw = jaw;
        Teeth = teeth;
        _gaps = new double[Math.Max(0, teeth.Count - 1)];
        for (int i = 0; i < _gaps.Length; i++)
            _gaps[i] = KeptGap(teeth[i], teeth[i + 1]);
        TipDeg = [.. teeth.Select(t => t.TipDeg)];
        TorqueDeg = [.. teeth.Select(t => t.TorqueDeg)];
        RotationDeg = new double[teeth.Count];
    }

    /// <summary>Upper or lower.</summary>
    public Jaw Jaw { get; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public IReadOnlyList<SetupTooth> Teeth { get; }

    /// <summary>Tip each tooth is to have, degrees.</summary>
    public double[] TipDeg { get; set; }

    /// <summary>Inclination of the facial surface each tooth is to have, degrees.</summary>
    public double[] TorqueDeg { get; set; }

    /// <summary>Turn against the curve's tangent each tooth is to have, degrees, + mesial side facially.</summary>
    public double[] RotationDeg { get; set; }

    /// <summary>Enamel taken at each contact, mm.</summary>
    public double ReductionMm { get; set; }

    /// <summary>True where the chain closes between teeth i and i + 1: no empty tooth position that is kept open.</summary>
    public bool IsClosed(int i) => _gaps[i] == 0;

    /// <summary>True where enamel may be taken between teeth i and i + 1: adjacent permanent teeth, both movable or not.</summary>
    public bool MayReduce(int i) =>
        !Teeth[i].Tooth.Id.IsPrimary && !Teeth[i + 1].Tooth.Id.IsPrimary && IsClosed(i);

    /// <summary>The pose of every tooth in the arrangement that <paramref name="p"/> chooses.</summary>
    public RigidTransform[] Poses(ReadOnlySpan<double> p)
    {
        var curve = new TemplateCurve(p[A], p[B], p[C], p[X], p[Y], p[Yaw]);
        double[] places = Places();
        double back = double.NegativeInfinity;
        for (int i = 0; i < Teeth.Count; i++)
            back = Math.Max(back, curve.At(places[i] + p[Midline]).Point.Y);
        double depth = Math.Max(back - p[Y], 10);
        var poses = new RigidTransform[Teeth.Count];
        for (int i = 0; i < poses.Length; i++)
        {
            SetupTooth tooth = Teeth[i];
            (Vec3 point, Vec3 tangent, Vec3 outward) = curve.At(places[i] + p[Midline]);
            (double sin, double cos) = Math.SinCos(double.DegreesToRadians(RotationDeg[i]));
            Vec3 mesial = (tangent * (tooth.MesialSign * cos)) + (outward * sin);
            Rotation rotation = tooth.TurnTo(tooth.Standing(mesial, TipDeg[i], TorqueDeg[i]));
            Vec3 middle = rotation.Apply(tooth.ContactMiddle - tooth.Center);
            Vec3 edge = rotation.Apply(tooth.Tooth.Landmarks.OcclusalPoint - tooth.Center);
            double share = Math.Clamp((point.Y - p[Y]) / depth, 0, 1);
            double level = p[Z] + (p[Pitch] * (point.Y - p[Y] - (depth / 2))) + (p[Roll] * point.X)
                - (p[Spee] * 4 * share * (1 - share)) + (tooth.Occlusal.Z * EdgeOffsetMm(tooth.Tooth.Id));
            var center = new Vec3(point.X - middle.X, point.Y - middle.Y, level - edge.Z);
            poses[i] = RigidTransform.AboutPoint(rotation, tooth.Center, center - tooth.Center);
        }

        return poses;
    }

    /// <summary>Arc length of each tooth's middle from the boundary of right and left teeth, mm.</summary>
    public double[] Places()
    {
        var places = new double[Teeth.Count];
        double at = 0;
        double middle = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i > 0)
            {
                double between = _gaps[i - 1] - (MayReduce(i - 1) ? ReductionMm : 0);
                if (Teeth[i - 1].Tooth.Id.IsRight && !Teeth[i].Tooth.Id.IsRight)
                    middle = at + (between / 2);
                at += between;
            }

            places[i] = at + (Teeth[i].WidthMm / 2);
            at += Teeth[i].WidthMm;
        }

        if (Teeth.All(t => t.Tooth.Id.IsRight))
            middle = at;
        for (int i = 0; i < places.Length; i++)
            places[i] -= middle;
        return places;
    }

    // edges of upper lateral incisors stand about half a millimetre short of the level (Andrews' casts; clinical.md 5.5, M)
    private static double EdgeOffsetMm(ToothId id) => id is { Jaw: Jaw.Upper, Position: 2, IsPrimary: false } ? -0.5 : 0;

    private static double KeptGap(SetupTooth right, SetupTooth left)
    {
        int from = right.Tooth.Id.ArchPlace;
        int to = left.Tooth.Id.ArchPlace;
        int step = to - from - (from < 0 && to > 0 ? 1 : 0);
        if (step <= 1)
            return 0;
        Vec3 apart = left.RightContact - right.LeftContact;
        double gap = Math.Sqrt((apart.X * apart.X) + (apart.Y * apart.Y));
        // a tooth taken out long ago: its neighbours have met, and their contact is closed like any other
        Vec3 along = left.Center - right.Center;
        return Vec3.Dot(apart, along) <= 0 || gap < 1 ? 0 : gap;
    }
}
