using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Seams of two passes of the scanner that run across a crown. Beyond such a seam the whole surface, all round the crown, is off by one and the same rigid shift; anatomy is not. Method: the surface near a section across the tooth is laid out by angle
/// round the tooth and distance from the section; in each sector a smooth height is taken out by least squares, and the one shift that
/// best explains what is left in all sectors together is found, sectors weighted by how even they are. Its length is the step; how much of the rest it explains tells
/// it from grooves, which go up here and down there. Sections are tried along the middle of each tooth. O(vertices of crowns · sections).
/// Known limits: a seam that lies between two crowns, or that runs along the arch, is not seen; nor is a shift along the surface; crowns too coarse are not judged.
/// </summary>
internal static class SeamCheck
{
    private const double ReachMm = 1.6;
    private const double SpacingMm = 0.25;
    private const double MiddleShare = 0.3;
    private const int Sectors = 14;
    private const double FirstDeg = -50;
    private const double LastDeg = 230;
    private const int FewestPoints = 12;
    private const int MostPoints = 60;
    private const int FewestSectors = 7;
    private const double ExplainedShare = 0.35;
    private const double OutwardCosine = 0.35;
    private const double LeastVariance = 4e-4;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options, RunContext context)
    {
        var found = new (double Shift, double At, double Explained)[scan.Teeth.Length];
        context.For(found.Length, i => found[i] = IsJudged(scan, scan.Teeth[i], options) ? Best(scan, scan.Teeth[i]) : default);
        for (int i = 0; i < found.Length; i++)
        {
            ToothPlace tooth = scan.Teeth[i];
            (double shift, double at, double explained) = found[i];
            if (shift < options.SeamMm || explained < ExplainedShare)
                continue;
            Vec3 top = tooth.Center + (tooth.Mesial * at);
            yield return new ScanDefect(
                "stitching-step", DefectSeverity.Rescan, scan.Name,
                FormattableString.Invariant($"a seam across {tooth.Id}: what lies beyond it is off by {shift:0.##} mm all round, limit {options.SeamMm:0.##}"))
            {
                Tooth = tooth.Id,
                At = top,
                ReachMm = (tooth.High.Y - tooth.Low.Y) / 2,
                Measured = shift,
                Limit = options.SeamMm,
                Unit = "mm",
            };
        }
    }

    // where faces are large a sector has hardly more points than its smooth height has terms, and any rest looks like a shift
    private static bool IsJudged(CheckedScan scan, ToothPlace tooth, ScanQualityOptions options) =>
        RoughnessCheck.MedianEdge(scan.Mesh, tooth.Faces) <= options.JudgedEdgeMm;

    /// <summary>The shift that explains most, where it lies along the tooth, and the share it explains.</summary>
    internal static (double ShiftMm, double AtMm, double Explained) Best(CheckedScan scan, ToothPlace tooth)
    {
        double middle = (tooth.Low.X + tooth.High.X) / 2;
        double width = tooth.High.X - tooth.Low.X;
        double half = MiddleShare * width;
        SurfacePoint[] points = Points(scan, tooth, middle, half + ReachMm);
        (double Shift, double At, double Explained) best = default;
        for (double at = middle - half; at <= middle + half; at += SpacingMm)
        {
            (double shift, double explained) = ShiftAt(points, at);
            if (shift * explained > best.Shift * best.Explained)
                best = (shift, at, explained);
        }

        return best;
    }

    private static SurfacePoint[] Points(CheckedScan scan, ToothPlace tooth, double middle, double reach)
    {
        double midFacial = (tooth.Low.Y + tooth.High.Y) / 2;
        double midHeight = tooth.Low.Z + (0.3 * (tooth.High.Z - tooth.Low.Z));
        var points = new List<SurfacePoint>();
        var seen = new HashSet<int>();
        foreach (int v in tooth.Faces.SelectMany(f => new[] { scan.Mesh.Triangles[f].A, scan.Mesh.Triangles[f].B, scan.Mesh.Triangles[f].C }))
        {
            Vec3 local = tooth.Local(scan.Mesh.Vertices[v] - tooth.Center);
            if (scan.VertexTooth[v] != tooth.Id.Fdi || Math.Abs(local.X - middle) > reach || !seen.Add(v))
                continue;

            double y = local.Y - midFacial;
            double z = local.Z - midHeight;
            double radius = Math.Sqrt((y * y) + (z * z));
            double angle = double.RadiansToDegrees(Math.Atan2(z, y));
            if (angle < -90)
                angle += 360;
            int sector = (int)Math.Floor((angle - FirstDeg) / (LastDeg - FirstDeg) * Sectors);
            Vec3 normal = tooth.Local(scan.Normals[v]);
            double outward = radius > 0 ? ((normal.Y * y) + (normal.Z * z)) / radius : 0;
            if (sector is < 0 or >= Sectors || outward < OutwardCosine)
                continue;
            double inSector = ((angle - FirstDeg) / (LastDeg - FirstDeg) * Sectors) - sector - 0.5;
            points.Add(new SurfacePoint(local.X, radius, inSector, sector, normal.Y / outward, normal.Z / outward));
        }

        return [.. points.OrderBy(p => p.Sector)];
    }

    // One shift in the plane across the tooth, by least squares over all sectors: its length, and the share of what smooth heights leave that it explains.
    private static (double ShiftMm, double Explained) ShiftAt(SurfacePoint[] points, double at)
    {
        Span<double> normal = stackalloc double[5];
        normal.Clear();
        double all = 0;
        int sectors = 0;
        var near = new List<SurfacePoint>();
        for (int from = 0; from < points.Length;)
        {
            int to = from;
            near.Clear();
            while (to < points.Length && points[to].Sector == points[from].Sector)
            {
                if (Math.Abs(points[to].X - at) < ReachMm)
                    near.Add(points[to]);
                to++;
            }

            from = to;
            int right = near.Count(p => p.X > at);
            if (near.Count < FewestPoints || right < FewestPoints / 3 || near.Count - right < FewestPoints / 3)
                continue;
            sectors++;
            all += Sector(near, at, normal);
        }

        double det = (normal[0] * normal[2]) - (normal[1] * normal[1]);
        if (sectors < FewestSectors || det < 1e-9 || all < 1e-9)
            return default;
        double facial = ((normal[3] * normal[2]) - (normal[4] * normal[1])) / det;
        double up = ((normal[4] * normal[0]) - (normal[3] * normal[1])) / det;
        double reduced = (facial * normal[3]) + (up * normal[4]);
        return (Math.Sqrt((facial * facial) + (up * up)), reduced / all);
    }

    // Adds one sector to the normal equations of the shift; the squares that its smooth height leaves.
    private static double Sector(List<SurfacePoint> near, double at, Span<double> normal)
    {
        const int Smooth = 7;
        int stride = ((near.Count - 1) / MostPoints) + 1;
        int n = (near.Count + stride - 1) / stride;
        double[] basis = new double[(Smooth + 2) * n];
        double facial = 0;
        double up = 0;
        for (int i = 0; i < n; i++)
        {
            SurfacePoint p = near[i * stride];
            double x = (p.X - at) / ReachMm;
            double t = p.InSector;
            ReadOnlySpan<double> row = [1, x, t, x * x, x * t, t * t, x * x * x, x > 0 ? 0.5 : -0.5, p.Radius];
            for (int c = 0; c < row.Length; c++)
                basis[(c * n) + i] = row[c];
            facial += p.FacialShare / n;
            up += p.UpShare / n;
        }

        Orthogonalise(basis, n, Smooth);
        Span<double> step = basis.AsSpan(Smooth * n, n);
        Span<double> rest = basis.AsSpan((Smooth + 1) * n, n);
        double ss = Dot(step, step);
        double sr = Dot(step, rest);
        double rr = Dot(rest, rest);

        // a sector counts by what neither smooth height nor step of its own explain in it: anatomy there says less
        double left = Math.Max((rr - (ss > 0 ? sr * sr / ss : 0)) / n, LeastVariance);
        normal[0] += ss * facial * facial / left;
        normal[1] += ss * facial * up / left;
        normal[2] += ss * up * up / left;
        normal[3] += sr * facial / left;
        normal[4] += sr * up / left;
        return rr / left;
    }

    // Takes the first columns out of the last two (Gram–Schmidt).
    private static void Orthogonalise(double[] basis, int n, int smooth)
    {
        for (int c = 0; c < smooth; c++)
        {
            Span<double> column = basis.AsSpan(c * n, n);
            double length = Math.Sqrt(Dot(column, column));
            if (length < 1e-6)
                continue;
            for (int i = 0; i < n; i++)
                column[i] /= length;
            for (int later = c + 1; later < smooth + 2; later++)
            {
                Span<double> other = basis.AsSpan(later * n, n);
                double along = Dot(column, other);
                for (int i = 0; i < n; i++)
                    other[i] -= along * column[i];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    // A point of the surface: along the tooth, from its middle line, by angle; how its radius follows a shift outwards and upwards.
    private readonly record struct SurfacePoint(double X, double Radius, double InSector, int Sector, double FacialShare, double UpShare);
}
