using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Surfaces;

namespace Archwright.Synthesis.Scanning;

/// <summary>
/// The surface an intraoral scanner would deliver of an arch: crowns and gum as one open surface, cut off in the vestibule
/// and on the lingual side, labelled per face. Occlusal frame, mm.
/// </summary>
internal static class ArchScanner
{
    private const double SkirtMm = 6;

    /// <summary>Scans an arch.</summary>
    public static ArchScan Scan(
        Jaw jaw, IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth, SynthesisOptions options, RunContext ctx)
    {
        var arch = new ArchField(teeth);
        double spacing = Math.Sqrt(arch.RoughAreaMm2 * 2 / options.TrianglesPerArch);
        TriangleMesh whole = ImplicitSurface.Extract(arch.At, arch.Bounds(SkirtMm + 1), spacing, ctx);
        (Vec3[] vertices, Triangle[] triangles) = whole.ToArrays();
        double[] height = new double[vertices.Length];
        ctx.For(vertices.Length, i => height[i] = SkirtMm - arch.Gingiva.DepthAt(vertices[i]).Depth);
        TriangleMesh cut = Clip(vertices, triangles, height);
        int[] labels = new int[cut.TriangleCount];
        ctx.For(labels.Length, f => labels[f] = arch.LabelAt(cut.FaceCenter(f)));
        return new ArchScan(jaw, cut, ImmutableCollectionsMarshalAs(labels));
    }

    private static ImmutableArray<int> ImmutableCollectionsMarshalAs(int[] labels) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(labels);

    /// <summary>The part of the surface where the vertex value is positive, cut cleanly through its triangles.</summary>
    private static TriangleMesh Clip(Vec3[] vertices, Triangle[] triangles, double[] value)
    {
        var points = new List<Vec3>();
        int[] kept = new int[vertices.Length];
        for (int i = 0; i < vertices.Length; i++)
        {
            kept[i] = value[i] > 0 ? points.Count : -1;
            if (value[i] > 0)
                points.Add(vertices[i]);
        }

        var onEdge = new Dictionary<(int, int), int>();
        int Crossing(int a, int b)
        {
            (int, int) key = a < b ? (a, b) : (b, a);
            if (!onEdge.TryGetValue(key, out int index))
            {
                index = points.Count;
                points.Add(Vec3.Lerp(vertices[key.Item1], vertices[key.Item2], value[key.Item1] / (value[key.Item1] - value[key.Item2])));
                onEdge[key] = index;
            }

            return index;
        }

        var faces = new List<Triangle>();
        Span<int> polygon = stackalloc int[4];
        foreach (Triangle t in triangles)
        {
            ReadOnlySpan<int> corner = [t.A, t.B, t.C];
            int n = 0;
            for (int i = 0; i < 3; i++)
            {
                int a = corner[i];
                int b = corner[(i + 1) % 3];
                if (kept[a] >= 0)
                    polygon[n++] = kept[a];
                if (kept[a] >= 0 != kept[b] >= 0)
                    polygon[n++] = Crossing(a, b);
            }

            for (int i = 2; i < n; i++)
                faces.Add(new Triangle(polygon[0], polygon[i - 1], polygon[i]));
        }

        return new TriangleMesh([.. points], [.. faces]);
    }
}
