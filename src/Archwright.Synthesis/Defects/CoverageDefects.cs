using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Synthesis;

/// <summary>Too little or too much of the mouth in the scan, in one place.</summary>
internal static class CoverageDefects
{
    private const double BeyondMarginMm = 2;
    private const double RowMm = 1;

    /// <summary>The face of the gum that lies 2 mm beyond the facial margin of the tooth.</summary>
    public static int GumBeyondMargin(ArchScan scan, Tooth tooth)
    {
        Vec3 at = tooth.Landmarks.FacialMargin - (tooth.Frame.Occlusal * BeyondMarginMm);
        return Enumerable.Range(0, scan.Mesh.TriangleCount).Where(f => scan.FaceLabels[f] == 0)
            .MinBy(f => Vec3.Distance(scan.Mesh.FaceCenter(f), at));
    }

    /// <summary>The faces nearest to a point away, whichever way they look, until the area is gone.</summary>
    public static ArchScan HoleAt(ArchScan scan, Vec3 at, double areaMm2)
    {
        var gone = new HashSet<int>();
        double area = 0;
        foreach (int f in Enumerable.Range(0, scan.Mesh.TriangleCount).OrderBy(f => Vec3.Distance(scan.Mesh.FaceCenter(f), at)).ThenBy(f => f))
        {
            if (area >= areaMm2)
                break;
            area += scan.Mesh.AreaVector(f).Length / 2;
            gone.Add(f);
        }

        return SurfaceDefects.Keep(scan, f => !gone.Contains(f));
    }

    /// <summary>Gum on the facial side of one tooth, further from its crown than the distance, away.</summary>
    public static ArchScan ShortGingivaAt(ArchScan scan, Tooth tooth, double leftMm)
    {
        var crown = new SortedSet<int>();
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            if (scan.FaceLabels[f] == tooth.Id.Fdi)
                crown.UnionWith([scan.Mesh.Triangles[f].A, scan.Mesh.Triangles[f].B, scan.Mesh.Triangles[f].C]);
        }

        double[] distance = Geodesics.Distances(MeshTopology.Of(scan.Mesh), crown, leftMm);
        Vec3 middle = ScanDefects.Middle(tooth);
        return SurfaceDefects.Keep(scan, f =>
        {
            Triangle t = scan.Mesh.Triangles[f];
            Vec3 d = scan.Mesh.FaceCenter(f) - middle;
            bool isBeside = scan.FaceLabels[f] == 0 && Vec3.Dot(d, tooth.Frame.Facial) > 0
                && Math.Abs(Vec3.Dot(d, tooth.Frame.Mesial)) < tooth.Landmarks.WidthMm / 2;
            return !isBeside || double.IsFinite(distance[t.A] + distance[t.B] + distance[t.C]);
        });
    }

    /// <summary>The scan's edge on the facial side of a tooth and its neighbours drawn on outwards and away from the crowns.</summary>
    public static ArchScan ExcessMargin(ArchScan scan, Tooth tooth, double lengthMm)
    {
        Vec3 middle = ScanDefects.Middle(tooth);
        BoundaryLoop edge = BoundaryLoops.Of(scan.Mesh).MaxBy(l => l.LengthMm)!;
        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        bool IsNear(int v)
        {
            Vec3 d = vertices[v] - middle;
            return Vec3.Dot(d, tooth.Frame.Facial) > 0 && Math.Abs(Vec3.Dot(d, tooth.Frame.Mesial)) < 12;
        }

        int[] ring = [.. edge.Vertices];
        int rows = (int)Math.Ceiling(lengthMm / RowMm);
        Vec3 step = (tooth.Frame.Facial - (tooth.Frame.Occlusal * 2)).Normalized() * (lengthMm / rows);
        var points = new List<Vec3>(vertices);
        var faces = new List<Triangle>(triangles);
        bool runsWith = Array.Exists(triangles, t => (t.A == ring[0] && t.B == ring[1]) || (t.B == ring[0] && t.C == ring[1]) || (t.C == ring[0] && t.A == ring[1]));
        var row = ring.Where(IsNear).ToDictionary(v => v);
        for (int r = 1; r <= rows; r++)
        {
            var next = new Dictionary<int, int>();
            foreach (int v in ring.Where(IsNear))
            {
                next[v] = points.Count;
                points.Add(vertices[v] + (step * r));
            }

            for (int i = 0; i < ring.Length; i++)
            {
                (int from, int to) = runsWith ? (ring[i], ring[(i + 1) % ring.Length]) : (ring[(i + 1) % ring.Length], ring[i]);
                if (!row.TryGetValue(from, out int a) || !row.TryGetValue(to, out int b))
                    continue;
                faces.Add(new Triangle(b, a, next[from]));
                faces.Add(new Triangle(b, next[from], next[to]));
            }

            row = next;
        }

        return scan with
        {
            Mesh = new TriangleMesh([.. points], [.. faces]),
            FaceLabels = [.. scan.FaceLabels, .. Enumerable.Repeat(0, faces.Count - triangles.Length)],
        };
    }
}
