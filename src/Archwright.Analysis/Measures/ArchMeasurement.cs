using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Space, irregularity and curves of one arch from the landmarks of its teeth where they stand; a pure function, so that a
/// moved arch is measured like the scanned one. Occlusal frame, mm and degrees; what lacks its teeth is null.
/// </summary>
public static class ArchMeasurement
{
    /// <summary>The measures of one jaw's teeth.</summary>
    public static ArchMeasures Of(Jaw jaw, IReadOnlyList<Tooth> teeth) => new()
    {
        CrowdingMm = Crowding(jaw, teeth),
        LittleMm = Little(jaw, teeth),
        SpeeMm = Spee(jaw, teeth),
        WilsonDeg = Wilson(jaw, teeth),
        IntercanineMm = Across(jaw, teeth, 3),
        IntermolarMm = Across(jaw, teeth, 6),
        WidthsMm = teeth.ToImmutableSortedDictionary(t => t.Id, t => t.Landmarks.WidthMm),
    };

    /// <summary>The tooth at a signed place along the arch (−8 … 8), a permanent one before a milk tooth; null where empty.</summary>
    internal static Tooth? At(IReadOnlyList<Tooth> teeth, Jaw jaw, int archPlace)
    {
        Tooth? milk = null;
        foreach (Tooth t in teeth)
        {
            if (t.Id.Jaw != jaw || t.Id.ArchPlace != archPlace)
                continue;
            if (!t.Id.IsPrimary)
                return t;
            milk = t;
        }

        return milk;
    }

    // Widths of the teeth between the first molars less the length of the curve through the contact points there.
    private static double? Crowding(Jaw jaw, IReadOnlyList<Tooth> teeth)
    {
        if (At(teeth, jaw, -6) is not { } right || At(teeth, jaw, 6) is not { } left)
            return null;
        Tooth[] between = [.. teeth.Where(t => t.Id.Jaw == jaw && t.Id.Position < 6)];
        if (between.Length < 4)
            return null;
        List<Vec3> points = [.. between.SelectMany(t => new[] { t.Landmarks.MesialContact, t.Landmarks.DistalContact })];
        points.Add(right.Landmarks.MesialContact);
        points.Add(left.Landmarks.MesialContact);
        ArchForm curve = ArchFormFit.Through(points);
        double from = ToothSetting.NearestX(curve, right.Landmarks.MesialContact);
        double to = ToothSetting.NearestX(curve, left.Landmarks.MesialContact);
        return between.Sum(t => t.Landmarks.WidthMm) - Length(curve, from, to);
    }

    /// <summary>Length of a curve between two x, mm (polyline of 200 pieces: within 0.01 mm).</summary>
    internal static double Length(ArchForm curve, double from, double to)
    {
        const int Pieces = 200;
        double sum = 0;
        for (int i = 0; i < Pieces; i++)
        {
            double a = from + ((to - from) * i / Pieces);
            double b = from + ((to - from) * (i + 1) / Pieces);
            double dy = curve.At(b) - curve.At(a);
            sum += Math.Sqrt(((b - a) * (b - a)) + (dy * dy));
        }

        return sum;
    }

    // Little 1975, the irregularity index: displacement of neighbouring contact points in the occlusal plane. An
    // open gap along the arch is not irregularity and does not count; overlap does.
    private static double? Little(Jaw jaw, IReadOnlyList<Tooth> teeth)
    {
        double sum = 0;
        for (int place = -3; place < 3; place++)
        {
            if (place == 0)
                continue;
            int next = place == -1 ? 1 : place + 1;
            if (At(teeth, jaw, place) is not { } a || At(teeth, jaw, next) is not { } b)
                return null;
            Vec3 pa = TowardsLeft(a);
            Vec3 pb = TowardsRight(b);
            Vec3 gap = new(pb.X - pa.X, pb.Y - pa.Y, 0);
            Vec3 along = LeftOf(a) + LeftOf(b);
            along = new Vec3(along.X, along.Y, 0).Normalized();
            double open = Math.Max(0, Vec3.Dot(gap, along));
            sum += Math.Sqrt(Math.Max(0, gap.LengthSquared - (open * open)));
        }

        return sum;
    }

    /// <summary>Contact point of a tooth on the side of the patient's left.</summary>
    internal static Vec3 TowardsLeft(Tooth tooth) =>
        tooth.Id.IsRight ? tooth.Landmarks.MesialContact : tooth.Landmarks.DistalContact;

    /// <summary>Contact point of a tooth on the side of the patient's right.</summary>
    internal static Vec3 TowardsRight(Tooth tooth) =>
        tooth.Id.IsRight ? tooth.Landmarks.DistalContact : tooth.Landmarks.MesialContact;

    private static Vec3 LeftOf(Tooth tooth) => tooth.Id.IsRight ? tooth.Frame.Mesial : -tooth.Frame.Mesial;

    // Depth of the deepest buccal cusp below the line from incisal edge to the hindmost molar; both sides averaged. In the
    // upper jaw the curve bulges towards the lower one, which counts as + there.
    private static double? Spee(Jaw jaw, IReadOnlyList<Tooth> teeth)
    {
        double[] sides = [.. new[] { -1, 1 }.Select(s => SpeeOfSide(jaw, teeth, s)).OfType<double>()];
        return sides.Length == 0 ? null : sides.Average();
    }

    private static double? SpeeOfSide(Jaw jaw, IReadOnlyList<Tooth> teeth, int side)
    {
        Tooth? front = At(teeth, jaw, side) ?? At(teeth, jaw, 2 * side);
        Tooth? back = At(teeth, jaw, 7 * side) ?? At(teeth, jaw, 6 * side);
        if (front is null || back is null || back.Landmarks.Cusps.Length < 2)
            return null;
        Vec3 a = front.Landmarks.OcclusalPoint;
        Vec3 b = back.Landmarks.Cusps[1];
        Vec3 along = new(b.X - a.X, b.Y - a.Y, 0);
        double deepest = 0;
        for (int position = 3; position <= back.Id.Position; position++)
        {
            if (At(teeth, jaw, position * side) is not { } tooth)
                continue;
            int buccal = tooth.Id.Class == ToothClass.Molar ? Math.Min(2, tooth.Landmarks.Cusps.Length) : 1;
            for (int i = 0; i < buccal; i++)
            {
                Vec3 cusp = tooth.Landmarks.Cusps[i];
                double t = Vec3.Dot(cusp - a, along) / along.LengthSquared;
                double line = a.Z + (t * (b.Z - a.Z));
                if (t is > 0 and < 1)
                    deepest = Math.Max(deepest, line - cusp.Z);
            }
        }

        return deepest;
    }

    private static double? Wilson(Jaw jaw, IReadOnlyList<Tooth> teeth)
    {
        var slopes = new List<double>();
        foreach (int side in new[] { -1, 1 })
        {
            if (At(teeth, jaw, 6 * side) is not { } molar || molar.Landmarks.Cusps.Length < 4)
                continue;
            Vec3 buccal = (molar.Landmarks.Cusps[0] + molar.Landmarks.Cusps[1]) * 0.5;
            Vec3 lingual = (molar.Landmarks.Cusps[2] + molar.Landmarks.Cusps[3]) * 0.5;
            double run = new Vec3(buccal.X - lingual.X, buccal.Y - lingual.Y, 0).Length;
            slopes.Add(double.RadiansToDegrees(Math.Atan2(buccal.Z - lingual.Z, run)));
        }

        return slopes.Count == 0 ? null : slopes.Average();
    }

    // Canines: cusp tips; molars: mesiobuccal cusps.
    private static double? Across(Jaw jaw, IReadOnlyList<Tooth> teeth, int position)
    {
        if (At(teeth, jaw, -position) is not { Landmarks.Cusps.Length: > 0 } right ||
            At(teeth, jaw, position) is not { Landmarks.Cusps.Length: > 0 } left)
        {
            return null;
        }

        return Vec3.Distance(right.Landmarks.Cusps[0], left.Landmarks.Cusps[0]);
    }
}
