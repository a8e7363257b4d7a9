using System.Runtime.InteropServices;
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
    private const double CoarseSpacingMm = 0.8;

    /// <summary>Scans an arch.</summary>
    public static ArchScan Scan(
        Jaw jaw, IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth, SynthesisOptions options, RunContext ctx)
    {
        var arch = new ArchField(teeth, options.Palate);
        double spacing = Math.Sqrt(TrianglesTimesSpacing2(arch, ctx) / options.TrianglesPerArch);
        TriangleMesh cut = Surface(arch, spacing, ctx);
        int[] labels = new int[cut.TriangleCount];
        ctx.For(labels.Length, f => labels[f] = arch.LabelAt(cut.FaceCenter(f)));
        LabelCleaning.OnePatchEach(cut, labels);
        if (options.NoiseMm > 0)
            cut = Noisy(cut, options.NoiseMm, new SeededRandom(options.Seed).Fork($"scanner noise {jaw}"));
        return new ArchScan(jaw, cut, ImmutableCollectionsMarshal.AsImmutableArray(labels));
    }

    /// <summary>Each vertex off along its normal by a normal draw.</summary>
    private static TriangleMesh Noisy(TriangleMesh mesh, double deviationMm, SeededRandom random)
    {
        var normals = new Vec3[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            Vec3 area = mesh.AreaVector(f);
            normals[t.A] += area;
            normals[t.B] += area;
            normals[t.C] += area;
        }

        var vertices = new Vec3[mesh.VertexCount];
        for (int v = 0; v < vertices.Length; v++)
            vertices[v] = mesh.Vertices[v] + (normals[v].Normalized() * random.Normal(0, deviationMm));
        return mesh.WithVertices(vertices);
    }

    /// <summary>Number of triangles grows with 1 / spacing²: measured on a coarse surface.</summary>
    private static double TrianglesTimesSpacing2(ArchField arch, RunContext ctx) =>
        Surface(arch, CoarseSpacingMm, ctx).TriangleCount * CoarseSpacingMm * CoarseSpacingMm;

    private static TriangleMesh Surface(ArchField arch, double spacing, RunContext ctx)
    {
        TriangleMesh whole = ImplicitSurface.Extract(arch.At, arch.Bounds(), spacing, ctx, arch.Parts);
        (Vec3[] vertices, Triangle[] triangles) = whole.ToArrays();
        double[] kept = new double[vertices.Length];
        ctx.For(vertices.Length, i => kept[i] = arch.Gingiva.InsideScan(vertices[i]));
        return Largest(Clip(vertices, triangles, kept, 0.15 * spacing));
    }

    /// <summary>The largest part: what a scan's software keeps.</summary>
    private static TriangleMesh Largest(TriangleMesh mesh)
    {
        MeshComponents parts = MeshComponents.Of(mesh);
        int largest = parts.FaceCounts.IndexOf(parts.FaceCounts.Max());
        return parts.Extract(mesh, largest).Mesh;
    }

    /// <summary>
    /// The part of the surface where the vertex value is positive, cut cleanly through its triangles; vertices nearer to the
    /// cut than <paramref name="snap"/> become part of it, so that no slivers arise.
    /// </summary>
    private static TriangleMesh Clip(Vec3[] vertices, Triangle[] triangles, double[] value, double snap)
    {
        for (int i = 0; i < value.Length; i++)
            value[i] = Math.Abs(value[i]) < snap ? 0 : value[i];
        var points = new List<Vec3>(vertices);
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
            bool hasInside = false;
            for (int i = 0; i < 3; i++)
            {
                int a = corner[i];
                int b = corner[(i + 1) % 3];
                hasInside |= value[a] > 0;
                if (value[a] >= 0)
                    polygon[n++] = a;
                if (value[a] * value[b] < 0)
                    polygon[n++] = Crossing(a, b);
            }

            for (int i = 2; i < n && hasInside; i++)
                faces.Add(new Triangle(polygon[0], polygon[i - 1], polygon[i]));
        }

        return new TriangleMesh([.. points], [.. faces]);
    }
}
