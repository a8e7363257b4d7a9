using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Finds how an unlabelled scan of one arch lies. Method: the occlusal direction is the axis of least spread, on the side the
/// open surface faces; the crest (what nothing within 10 mm overtops by 2 mm) gives its plane by iteratively reweighted least
/// squares, outliers below; half a circle with two legs, fitted to the crest from 24 directions, gives front and middle.
/// Precondition: faces are consistent and face outwards. Complexity: O(faces). Known limit: a scan of a quadrant has no front.
/// </summary>
internal static class ArchPoseFinder
{
    private const double CellMm = 1.5;
    private const double CrestReachMm = 10;
    private const double CrestBandMm = 2;
    private const double OutlierMm = 4;
    private const int Starts = 24;

    /// <summary>The pose of <paramref name="mesh"/>, or null where there is no crest to fit.</summary>
    public static ArchPose? Find(TriangleMesh mesh)
    {
        if (mesh.TriangleCount < 100)
            return null;
        (Vec3 up, Vec3 center, double openness) = FirstGuess(mesh);
        List<Vec3> crest = [];
        for (int round = 0; round < 6; round++)
        {
            (Vec3 a, Vec3 b) = Basis(up);
            crest = Crest(mesh, center, a, b, up);
            if (crest.Count < 30)
                return null;
            (double sx, double sy, double c) = Plane(crest);
            up = (up - (a * sx) - (b * sy)).Normalized();
            center += up * c;
        }

        (Vec3 side, Vec3 back) = Basis(up);
        crest = [.. Crest(mesh, center, side, back, up).Where(p => p.Z > -3.5)];
        if (crest.Count < 30)
            return null;
        int stride = Math.Max(1, crest.Count / 400);
        Vec3[] points = [.. crest.Where((_, i) => i % stride == 0)];
        (double[] Fit, double Cost)[] fits = [.. Enumerable.Range(0, Starts).Select(k => Fit(points, k * 2 * Math.PI / Starts))];
        (double[] best, double cost) = fits.MinBy(f => f.Cost);
        double turned = fits.Where(f => Math.Cos(f.Fit[2] - best[2]) < 0.5).Select(f => f.Cost).DefaultIfEmpty(OutlierMm).Min();

        double cos = Math.Cos(best[2]);
        double sin = Math.Sin(best[2]);
        Vec3 x = (side * cos) + (back * sin);
        Vec3 y = (back * cos) - (side * sin);
        Vec3 origin = center + (side * best[0]) + (back * best[1]);
        Rotation scanFromArch = Rotation.FromColumns(x, y, up);
        var pose = new RigidTransform(scanFromArch, origin);
        return new ArchPose(pose.Inverse, new ArchPath(best[3], best[4]), cost, openness, turned - cost);
    }

    private static (Vec3 Up, Vec3 Center, double Openness) FirstGuess(TriangleMesh mesh)
    {
        Vec3 sum = Vec3.Zero;
        Vec3 mean = Vec3.Zero;
        double area = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 v = mesh.AreaVector(f);
            double a = v.Length;
            sum += v;
            mean += mesh.FaceCenter(f) * a;
            area += a;
        }

        mean /= Math.Max(area, 1e-12);
        var items = new List<(Vec3, double)>(mesh.TriangleCount);
        for (int f = 0; f < mesh.TriangleCount; f++)
            items.Add((mesh.FaceCenter(f) - mean, mesh.AreaVector(f).Length));
        Vec3 least = Scatter.Of(items).LeastAxis;
        double facing = Vec3.Dot(least, sum) / Math.Max(area, 1e-12);
        Vec3 up = facing < 0 ? -least : least;
        return (up, mean, Math.Abs(facing));
    }

    private static (Vec3 A, Vec3 B) Basis(Vec3 up)
    {
        Vec3 other = Math.Abs(up.X) < 0.6 ? Vec3.UnitX : Vec3.UnitY;
        Vec3 a = other.Reject(up).Normalized();
        return (a, Vec3.Cross(up, a));
    }

    // Highest point of each cell that nothing within reach overtops by more than the band.
    private static List<Vec3> Crest(TriangleMesh mesh, Vec3 center, Vec3 a, Vec3 b, Vec3 up)
    {
        var local = new Vec3[mesh.VertexCount];
        Aabb box = Aabb.Empty;
        for (int v = 0; v < local.Length; v++)
        {
            Vec3 d = mesh.Vertices[v] - center;
            local[v] = new Vec3(Vec3.Dot(d, a), Vec3.Dot(d, b), Vec3.Dot(d, up));
            box = box.Including(local[v]);
        }

        int nx = (int)(box.Size.X / CellMm) + 1;
        int ny = (int)(box.Size.Y / CellMm) + 1;
        if ((long)nx * ny > 4_000_000)
            return [];
        var top = new Vec3[nx * ny];
        Array.Fill(top, new Vec3(0, 0, double.NegativeInfinity));
        foreach (Vec3 p in local)
        {
            int cell = ((int)((p.Y - box.Min.Y) / CellMm) * nx) + (int)((p.X - box.Min.X) / CellMm);
            if (p.Z > top[cell].Z)
                top[cell] = p;
        }

        int reach = (int)(CrestReachMm / CellMm);
        var crest = new List<Vec3>();
        for (int j = 0; j < ny; j++)
        {
            for (int i = 0; i < nx; i++)
            {
                Vec3 p = top[(j * nx) + i];
                if (double.IsFinite(p.Z) && !IsOvertopped(top, nx, ny, i, j, reach, p.Z + CrestBandMm))
                    crest.Add(p);
            }
        }

        return crest;
    }

    private static bool IsOvertopped(Vec3[] top, int nx, int ny, int i, int j, int reach, double level)
    {
        for (int y = Math.Max(0, j - reach); y <= Math.Min(ny - 1, j + reach); y++)
        {
            for (int x = Math.Max(0, i - reach); x <= Math.Min(nx - 1, i + reach); x++)
            {
                if (((x - i) * (x - i)) + ((y - j) * (y - j)) <= reach * reach && top[(y * nx) + x].Z > level)
                    return true;
            }
        }

        return false;
    }

    // z = sx·x + sy·y + c; what lies far below the plane (gum behind the last tooth, palate, base) loses its weight.
    private static (double Sx, double Sy, double C) Plane(List<Vec3> points)
    {
        double[] heights = [.. points.Select(p => p.Z).Order()];
        (double sx, double sy, double c) = (0, 0, heights[(int)(0.75 * (heights.Length - 1))]);
        Span<double> m = stackalloc double[9];
        for (int round = 0; round < 12; round++)
        {
            m.Clear();
            foreach (Vec3 p in points)
            {
                double r = p.Z - ((sx * p.X) + (sy * p.Y) + c);
                double scale = r < 0 ? 1.5 : 3;
                double w = 1 / (1 + ((r / scale) * (r / scale)));
                w *= w;
                m[0] += w * p.X * p.X;
                m[1] += w * p.X * p.Y;
                m[2] += w * p.X;
                m[3] += w * p.Y * p.Y;
                m[4] += w * p.Y;
                m[5] += w;
                m[6] += w * p.X * p.Z;
                m[7] += w * p.Y * p.Z;
                m[8] += w * p.Z;
            }

            Vec3 r0 = new(m[0] + 1, m[1], m[2]);
            Vec3 r1 = new(m[1], m[3] + 1, m[4]);
            Vec3 r2 = new(m[2], m[4], m[5]);
            Vec3 right = new(m[6], m[7], m[8]);
            double det = Vec3.Dot(r0, Vec3.Cross(r1, r2));
            if (Math.Abs(det) < 1e-9)
                break;
            sx = Vec3.Dot(right, Vec3.Cross(r1, r2)) / det;
            sy = Vec3.Dot(r0, Vec3.Cross(right, r2)) / det;
            c = Vec3.Dot(r0, Vec3.Cross(r1, right)) / det;
        }

        return (sx, sy, c);
    }

    // x0, y0, yaw, radius, spread by descent along the coordinates with shrinking steps
    private static (double[] Fit, double Cost) Fit(Vec3[] points, double yaw)
    {
        Vec3 mean = points.Aggregate(Vec3.Zero, (sum, p) => sum + p) / points.Length;
        double[] fit = [mean.X, mean.Y, yaw, 22, 0.1];
        double[] step = [6, 6, 0.25, 3, 0.08];
        double cost = Cost(points, fit);
        for (int round = 0; round < 60 && step[0] > 0.02; round++)
        {
            bool better = false;
            for (int k = 0; k < fit.Length; k++)
            {
                foreach (double sign in (ReadOnlySpan<double>)[1, -1])
                {
                    double before = fit[k];
                    fit[k] += sign * step[k];
                    double now = Cost(points, fit);
                    if (now < cost)
                    {
                        cost = now;
                        better = true;
                        break;
                    }

                    fit[k] = before;
                }
            }

            if (better)
                continue;
            for (int k = 0; k < step.Length; k++)
                step[k] *= 0.5;
        }

        return (fit, cost);
    }

    private static double Cost(Vec3[] points, double[] fit)
    {
        double cos = Math.Cos(fit[2]);
        double sin = Math.Sin(fit[2]);
        var path = new ArchPath(fit[3], fit[4]);
        double sum = 0;
        foreach (Vec3 p in points)
        {
            double dx = p.X - fit[0];
            double dy = p.Y - fit[1];
            double x = (cos * dx) + (sin * dy);
            double y = (cos * dy) - (sin * dx);
            sum += Math.Min(Math.Abs(path.Outwards(x, y)), OutlierMm);
        }

        // weak priors of anatomy: circles of 15 to 32 mm, legs that spread by up to 0.35
        double outside = Math.Max(0, Math.Max(15 - fit[3], fit[3] - 32)) + (10 * Math.Max(0, Math.Max(-fit[4] - 0.1, fit[4] - 0.35)));
        return (sum / points.Length) + (0.5 * outside);
    }
}
