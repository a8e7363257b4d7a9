using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Synthesis;

/// <summary>A tube through a crown: a hole on its facial and one on its lingual side, their rims joined.</summary>
internal static class TunnelDefect
{
    public static ArchScan Make(ArchScan scan, Tooth tooth, double girthMm)
    {
        double area = girthMm * girthMm / (4 * Math.PI);
        int[] ends = [FaceOn(scan, tooth, 1), FaceOn(scan, tooth, -1)];
        HashSet<int> gone = [.. ends.SelectMany(e => SurfaceDefects.Disc(scan.Mesh, e, area))];
        ArchScan open = SurfaceDefects.Keep(scan, f => !gone.Contains(f));
        BoundaryLoop[] loops = [.. BoundaryLoops.Of(open.Mesh).Where(l => l.LengthMm > girthMm / 2)];
        BoundaryLoop[] rims =
        [
            .. ends.Select(e => loops.MinBy(l => l.Vertices.Average(v => Vec3.Distance(open.Mesh.Vertices[v], scan.Mesh.FaceCenter(e))))!),
        ];
        (Vec3[] vertices, Triangle[] triangles) = open.Mesh.ToArrays();
        int[] a = [.. rims[0].Vertices];

        // the other rim runs the other way round as seen along the tube; start where the two come nearest
        int[] b = [.. rims[1].Vertices.Reverse()];
        int start = Enumerable.Range(0, b.Length).MinBy(i => Vec3.Distance(vertices[b[i]].Reject(tooth.Frame.Facial), vertices[a[0]].Reject(tooth.Frame.Facial)));
        var faces = new List<Triangle>(triangles);
        var labels = new List<int>(open.FaceLabels);
        int i = 0;
        int j = 0;
        while (i < a.Length || j < b.Length)
        {
            int ai = a[i % a.Length];
            int bj = b[(start + j) % b.Length];

            // step on the rim that lags behind
            if (j >= b.Length || (i < a.Length && (long)(i + 1) * b.Length <= (long)(j + 1) * a.Length))
                faces.Add(new Triangle(a[(i++ + 1) % a.Length], ai, bj));
            else
                faces.Add(new Triangle(ai, bj, b[(start + j++ + 1) % b.Length]));
            labels.Add(tooth.Id.Fdi);
        }

        return open with { Mesh = new TriangleMesh(vertices, [.. faces]), FaceLabels = [.. labels] };
    }

    private static int FaceOn(ArchScan scan, Tooth tooth, double facial)
    {
        Vec3 middle = ScanDefects.Middle(tooth);
        Vec3 direction = tooth.Frame.Facial * facial;
        return Enumerable.Range(0, scan.Mesh.TriangleCount)
            .Where(f => scan.FaceLabels[f] == tooth.Id.Fdi && Vec3.Dot(scan.Mesh.FaceCenter(f) - middle, direction) > 0)
            .MinBy(f => (scan.Mesh.FaceCenter(f) - middle).Reject(direction).Length);
    }
}
