using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Whether upper and lower arch stand in a bite (REC-03). Method: signed distance of the upper crowns' vertices to the lower
/// surface, by the normal where it is nearest and only where both surfaces face each other; per tooth the closest approach.
/// Contact is asked for on both sides, no crown may reach far into another, and the plane under the posterior teeth's
/// approaches shows roll and pitch. Both scans in one frame, mm. O(vertices · log faces).
/// Known limit: a shift that leaves contacts on both sides without cutting cannot be told from a malocclusion.
/// </summary>
internal static class BiteRegistrationCheck
{
    private const double ReachMm = 4;
    private const double Facing = -0.2;
    private const int FirstPosterior = 4;

    // weight of a tooth above the plane that tells the tilt; one below has the rest
    private const double AboveShare = 0.1;
    private const int MostRounds = 30;

    // the sample whose distance stands for a tooth: single spikes do not
    private const int Rank = 3;

    public static BiteQuality Of(CheckedScan upper, CheckedScan lower, ScanQualityOptions options, RunContext context)
    {
        string name = $"{upper.Name} + {lower.Name}";
        if (upper.Teeth.Length == 0 || lower.Teeth.Length == 0)
            return new BiteQuality(ScanVerdict.Usable, []);
        double facing = Vec3.Dot(upper.Teeth[0].Occlusal, lower.Teeth[0].Occlusal);
        Approach[] teeth = Approaches(upper, lower, context);
        if (facing > -0.7 || teeth.Length == 0)
        {
            string why = facing > -0.7 ? "the arches do not face each other" : FormattableString.Invariant($"no crown comes within {ReachMm:0} mm of the other jaw");
            return new BiteQuality(ScanVerdict.Rescan, [new ScanDefect("bite-not-registered", DefectSeverity.Rescan, name, $"the arches do not stand in a bite: {why}; scan the bite")]);
        }

        var found = new List<ScanDefect>();
        foreach (Approach deep in teeth.Where(t => -t.LeastMm > options.BitePenetrationMm).OrderBy(t => t.LeastMm))
        {
            found.Add(new ScanDefect(
                "bite-penetration", DefectSeverity.Rescan, name,
                FormattableString.Invariant($"tooth {deep.Tooth} reaches {-deep.LeastMm:0.0#} mm into the lower arch, limit {options.BitePenetrationMm:0.0#} mm; scan the bite again"))
            {
                Tooth = deep.Tooth,
                Surface = CrownSide.Occlusal,
                At = deep.At,
                ReachMm = 2,
                Measured = -deep.LeastMm,
                Limit = options.BitePenetrationMm,
                Unit = "mm",
            });
        }

        double? right = Side(teeth, isRight: true);
        double? left = Side(teeth, isRight: false);
        foreach ((string side, double? gap, bool isRight) in new[] { ("right", right, true), ("left", left, false) })
        {
            if (gap <= options.BiteContactMm || !upper.Teeth.Any(t => t.Id.IsRight == isRight && t.Id.Position >= FirstPosterior))
                continue;
            Approach? nearest = teeth.Where(t => t.Tooth.IsRight == isRight).MinBy(t => t.LeastMm);
            found.Add(new ScanDefect(
                "bite-no-contact", DefectSeverity.Rescan, name,
                gap is { } mm
                    ? FormattableString.Invariant($"no contact of the posterior teeth on the {side}: {mm:0.0#} mm apart, limit {options.BiteContactMm:0.0#} mm; scan the bite on this side")
                    : $"no contact of the posterior teeth on the {side}; scan the bite on this side")
            {
                Tooth = nearest?.Tooth,
                At = nearest?.At,
                ReachMm = 3,
                Measured = gap,
                Limit = options.BiteContactMm,
                Unit = "mm",
            });
        }

        (double Roll, double Pitch)? tilt = Tilt(upper, teeth);
        if (tilt is { } t)
        {
            AddTilt("bite-roll", t.Roll, options.BiteRollDeg, t.Roll > 0 ? "gapes on the left" : "gapes on the right");
            AddTilt("bite-pitch", t.Pitch, options.BitePitchDeg, t.Pitch > 0 ? "gapes at the back" : "gapes in front");
        }

        return new BiteQuality(
            ScanQuality.VerdictOf(found), [.. found], right, left, Math.Max(0, -teeth.Min(a => a.LeastMm)), tilt?.Roll, tilt?.Pitch);

        void AddTilt(string code, double deg, double limit, string how)
        {
            if (Math.Abs(deg) <= limit)
                return;
            found.Add(new ScanDefect(
                code, DefectSeverity.Rescan, name,
                FormattableString.Invariant($"the bite {how}: contacts tilt by {Math.Abs(deg):0.0}°, limit {limit:0.0}°; scan the bite on both sides"))
            {
                Measured = Math.Abs(deg),
                Limit = limit,
                Unit = "deg",
            });
        }
    }

    private static Approach[] Approaches(CheckedScan upper, CheckedScan lower, RunContext context)
    {
        var found = new Approach?[upper.Teeth.Length];
        context.For(found.Length, i =>
        {
            ToothPlace tooth = upper.Teeth[i];
            var distances = new List<(double Mm, int Vertex)>();
            var seen = new HashSet<int>();
            foreach (int f in tooth.Faces)
            {
                Triangle t = upper.Mesh.Triangles[f];
                foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
                {
                    if (seen.Add(v) && Signed(upper, lower, v) is { } mm)
                        distances.Add((mm, v));
                }
            }

            if (distances.Count <= Rank)
                return;
            distances.Sort();
            (double least, int at) = distances[Rank];
            found[i] = new Approach(tooth.Id, least, upper.Mesh.Vertices[at]);
        });
        return [.. found.OfType<Approach>()];
    }

    // Positive apart, negative inside; null where the surfaces do not face each other.
    private static double? Signed(CheckedScan upper, CheckedScan lower, int vertex)
    {
        Vec3 p = upper.Mesh.Vertices[vertex];
        ClosestHit hit = lower.Bvh.Closest(p, ReachMm);
        if (!hit.IsHit || lower.Labels[hit.Face] == 0)
            return null;
        Triangle t = lower.Mesh.Triangles[hit.Face];
        Vec3 n = (lower.Normals[t.A] + lower.Normals[t.B] + lower.Normals[t.C]).Normalized();
        if (Vec3.Dot(n, upper.Normals[vertex]) > Facing)
            return null;
        return Vec3.Dot(p - hit.Point, n) < 0 ? -hit.DistanceMm : hit.DistanceMm;
    }

    private static double? Side(Approach[] teeth, bool isRight)
    {
        double[] gaps = [.. teeth.Where(t => t.Tooth.IsRight == isRight && t.Tooth.Position >= FirstPosterior).Select(t => t.LeastMm)];
        return gaps.Length == 0 ? null : gaps.Min();
    }

    private static (double Roll, double Pitch)? Tilt(CheckedScan upper, Approach[] teeth)
    {
        Approach[] posterior = [.. teeth.Where(t => t.Tooth.Position is >= FirstPosterior and <= 7)];
        if (posterior.Count(t => t.Tooth.IsRight) < 2 || posterior.Count(t => !t.Tooth.IsRight) < 2)
            return null;
        if (ArchDirections.Of([.. upper.Teeth.Select(t => (t.Id, t.Center))]) is not { } directions)
            return null;
        Vec3 middle = posterior.Aggregate(Vec3.Zero, (sum, t) => sum + t.At) / posterior.Length;
        return Tilt([.. posterior.Select(t => new Vec3(Vec3.Dot(t.At - middle, directions.Left), Vec3.Dot(t.At - middle, directions.Posterior), t.LeastMm))]);
    }

    /// <summary>
    /// Roll and pitch of the plane gap = a + b·left + c·back under points (left, back, gap): a tooth that stands out of the bite is far from its antagonists
    /// whatever the bite is, so what lies above the plane counts a ninth of what lies below (an expectile, Newey and Powell 1987, doi 10.2307/1911031). Null
    /// where the points lie in a row. O(n) a round.
    /// </summary>
    internal static (double Roll, double Pitch)? Tilt(ReadOnlySpan<Vec3> points)
    {
        bool[] isAbove = new bool[points.Length];
        (double Gap, double Left, double Back) plane = default;
        for (int round = 0; round < MostRounds; round++)
        {
            if (Plane(points, isAbove) is not { } fitted)
                return null;
            plane = fitted;
            bool isSettled = round > 0;
            for (int i = 0; i < points.Length; i++)
            {
                bool now = points[i].Z > plane.Gap + (plane.Left * points[i].X) + (plane.Back * points[i].Y);
                isSettled &= now == isAbove[i];
                isAbove[i] = now;
            }

            if (isSettled)
                break;
        }

        return (double.RadiansToDegrees(Math.Atan(plane.Left)), double.RadiansToDegrees(Math.Atan(plane.Back)));
    }

    // weighted least squares about the weighted middle
    private static (double Gap, double Left, double Back)? Plane(ReadOnlySpan<Vec3> points, bool[] isAbove)
    {
        Vec3 middle = Vec3.Zero;
        double all = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double weight = isAbove[i] ? AboveShare : 1 - AboveShare;
            middle += points[i] * weight;
            all += weight;
        }

        middle /= all;
        double xx = 0, xy = 0, yy = 0, xg = 0, yg = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double weight = isAbove[i] ? AboveShare : 1 - AboveShare;
            Vec3 p = points[i] - middle;
            xx += weight * p.X * p.X;
            xy += weight * p.X * p.Y;
            yy += weight * p.Y * p.Y;
            xg += weight * p.X * p.Z;
            yg += weight * p.Y * p.Z;
        }

        double det = (xx * yy) - (xy * xy);
        if (det < 1e-6)
            return null;
        double left = ((xg * yy) - (yg * xy)) / det;
        double back = ((yg * xx) - (xg * xy)) / det;
        return (middle.Z - (left * middle.X) - (back * middle.Y), left, back);
    }

    private sealed record Approach(ToothId Tooth, double LeastMm, Vec3 At);
}
