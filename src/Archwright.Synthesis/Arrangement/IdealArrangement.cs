using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Arrangement;

/// <summary>
/// The ideal dentition: teeth in contact along their arch curves with the norms' tip and torque, edges and buccal cusps on
/// Monson's sphere, the upper arch outside the lower by the overjet, upper teeth settled onto the lower until they touch.
/// Occlusal frame, mm.
/// </summary>
internal static class IdealArrangement
{
    private const double SphereRadiusMm = 104;
    private const double SphereCenterY = 26;
    // below the sphere, which rises by 0.7 mm from the lower to the upper edges: an overbite of 2.2 mm
    private const double FrontOverlapMm = 2.9;

    /// <summary>Arranges all bodies.</summary>
    public static IdealDentition Arrange(SortedDictionary<ToothId, ToothBody> bodies, SynthesisOptions options)
    {
        double square = Math.Clamp(options.Squareness, -1, 1);
        ArchCurve lower = ArchCurve.Through((13.25 + (0.5 * square), 4.9 - (0.9 * square)), (22.6 - (0.6 * square), 22.6));
        ArchCurve upper = lower.Outwards(s => 2.75 + (0.1 * Shapes.SmoothField.Step(s, 12, 26)));
        var poses = new SortedDictionary<ToothId, ToothFrame>();
        var places = new SortedDictionary<ToothId, double>();
        var rises = new SortedDictionary<ToothId, double>(bodies.Keys.ToDictionary(id => id, _ => 0.0));
        void Place(Jaw jaw, ArchCurve curve)
        {
            foreach (double side in new[] { -1.0, 1.0 })
                PlaceSide(jaw, side, curve, bodies, poses, places, rises, options.Seed);
        }

        Place(Jaw.Lower, lower);
        Place(Jaw.Upper, upper);
        // settling shifts neighbours against each other: close their contacts at the heights found, and settle again
        var before = new SortedDictionary<ToothId, ToothFrame>(poses);
        Settling.Settle(bodies, poses);
        foreach (ToothId id in bodies.Keys)
            rises[id] = poses[id].Origin.Z - before[id].Origin.Z;
        Place(Jaw.Upper, upper);
        Settling.Settle(bodies, poses);
        return new IdealDentition(bodies, poses, places, upper, lower);
    }

    /// <summary>Height of Monson's sphere over the occlusal plane.</summary>
    internal static double SphereAt(double x, double y) =>
        ((x * x) + ((y - SphereCenterY) * (y - SphereCenterY)) - (SphereCenterY * SphereCenterY)) / (2 * SphereRadiusMm);

    private static void PlaceSide(
        Jaw jaw,
        double side,
        ArchCurve curve,
        SortedDictionary<ToothId, ToothBody> bodies,
        SortedDictionary<ToothId, ToothFrame> poses,
        SortedDictionary<ToothId, double> places,
        SortedDictionary<ToothId, double> rises,
        ulong seed)
    {
        ToothBody? previous = null;
        double length = 0;
        foreach (ToothBody body in bodies.Values
            .Where(b => b.Id.Jaw == jaw && b.Id.IsRight == side < 0).OrderBy(b => b.Id.Position))
        {
            double gap = new SeededRandom(seed).Fork($"contact {body.Id}").Uniform(0.002, 0.018);
            double width = body.Shape.Size.WidthMm;
            double Clearance(double at)
            {
                ToothFrame pose = PoseAt(body, curve, at, side, rises[body.Id]);
                return previous is null
                    ? body.Samples.Min(p => side * pose.PointFromLocal(p).X) - (0.5 * gap)
                    : ToothBody.Gap(body, pose, previous, poses[previous.Id]) - gap;
            }

            double expected = length + (0.5 * width) + (previous is null ? 0 : 0.5 * previous.Shape.Size.WidthMm);
            length = ContactSearch.Find(Clearance, expected, slope: 0.9, toleranceMm: 0.001);
            poses[body.Id] = PoseAt(body, curve, length, side, rises[body.Id]);
            places[body.Id] = side * length;
            previous = body;
        }
    }

    private static ToothFrame PoseAt(ToothBody body, ArchCurve curve, double length, double side, double rise)
    {
        (Vec3 point, Vec3 outward) = curve.At(length, side);
        bool isUpper = body.Id.Jaw == Jaw.Upper;
        double depth = !isUpper ? 0 : body.Id.IsAnterior ? FrontOverlapMm : 1.6;
        Vec3 target = point + new Vec3(0, 0, SphereAt(point.X, point.Y) - depth + rise);
        var vertical = new Vec3(0, 0, isUpper ? -1 : 1);
        // towards the midline along the curve
        Vec3 mesial = new Vec3(outward.Y, -outward.X, 0) * side;
        ToothNorms norms = ToothNorms.Of(body.Id);
        double lean = double.DegreesToRadians(norms.TorqueDeg - body.Shape.FacialTangentDeg);
        double tip = double.DegreesToRadians(norms.TipDeg);
        Vec3 o = (vertical + (outward * Math.Tan(lean)) + (mesial * Math.Tan(tip))).Normalized();
        Vec3 f = outward.Reject(o).Normalized();
        Vec3 m = mesial.Reject(o).Reject(f).Normalized();
        Vec3 reference = body.Landmarks.OcclusalPoint with { X = 0 };
        return new ToothFrame(target - (m * reference.X) - (f * reference.Y) - (o * reference.Z), m, f, o);
    }
}
