using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// A scan of one arch laid out for labelling: the mesh in its arch frame with normals, curvatures and shape field, and which
/// vertices lie near enough to the crest to be a tooth's.
/// </summary>
internal sealed class ArchView
{
    private const double OutwardsMm = 13;
    private const double InwardsMm = 14;
    private const double BelowMm = 13;
    private const double AboveMm = 6;

    // scanned surfaces have finer faces; wider ones are a model's base
    private const double WidestVertexMm2 = 4;
    private readonly float[] _max;
    private readonly float[] _min;
    private readonly float[] _wideMin;
    private readonly float[] _wideMean;

    private ArchView(ArchPose pose, TriangleMesh mesh)
    {
        Pose = pose;
        Mesh = mesh;
        Topology = MeshTopology.Of(mesh);
        Normals = VertexNormals.Of(mesh);
        VertexCurvature[] curvature = Curvature.Of(mesh);
        _max = [.. curvature.Select(c => (float)c.Max)];
        _min = [.. curvature.Select(c => (float)c.Min)];
        _max = Smoothed(Topology, _max, 1);
        _min = Smoothed(Topology, _min, 1);
        int rounds = Math.Clamp((int)Math.Round(1.2 / Math.Pow(Math.Max(MeanEdge(mesh), 0.1), 2)), 1, 12);
        _wideMin = Smoothed(Topology, _min, rounds);
        _wideMean = Smoothed(Topology, [.. curvature.Select(c => (float)c.Mean)], rounds);
        AreaMm2 = Areas(mesh);
        InReach = new bool[mesh.VertexCount];
        Aabb box = Aabb.Empty;
        for (int v = 0; v < InReach.Length; v++)
        {
            Vec3 p = mesh.Vertices[v];
            double out0 = pose.Path.Outwards(p.X, p.Y);
            InReach[v] = out0 is < OutwardsMm and > -InwardsMm && p.Z is > -BelowMm and < AboveMm && Normals[v] != Vec3.Zero && AreaMm2[v] < WidestVertexMm2;
            if (InReach[v])
                box = box.Including(p);
        }


        Field = ShapeField.Of(mesh, Normals, _min, (box.IsEmpty ? new Aabb(Vec3.Zero, Vec3.Zero) : box).Inflated(2.5));
    }

    /// <summary>How it lies in the scan.</summary>
    public ArchPose Pose { get; }

    /// <summary>The mesh in arch frame.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>Its topology.</summary>
    public MeshTopology Topology { get; }

    /// <summary>Normals per vertex.</summary>
    public Vec3[] Normals { get; }

    /// <summary>A third of its faces' area per vertex.</summary>
    public double[] AreaMm2 { get; }

    /// <summary>Signed distances.</summary>
    public ShapeField Field { get; }

    /// <summary>Per vertex: near enough to the crest to be a tooth's.</summary>
    public bool[] InReach { get; }

    /// <summary>Lesser principal curvature per vertex, 1/mm, negative in creases.</summary>
    public float[] Crease => _min;

    /// <summary>Lays out <paramref name="scan"/>.</summary>
    public static ArchView Of(TriangleMesh scan, ArchPose pose) => new(pose, scan.Transformed(pose.ArchFromScan));

    /// <summary>Features of a vertex.</summary>
    public void Features(int vertex, Span<float> into) => PointFeatures.Fill(
        Mesh.Vertices[vertex], Normals[vertex], (_max[vertex], _min[vertex], _wideMin[vertex], _wideMean[vertex]), Pose.Path, Field, into);

    /// <summary>True where a vertex has a neighbour of some kind.</summary>
    public bool Touches(int v, Func<int, bool> kind)
    {
        foreach (int n in Topology.NeighboursOf(v))
        {
            if (kind(n))
                return true;
        }

        return false;
    }

    private static float[] Smoothed(MeshTopology topology, float[] values, int rounds)
    {
        for (int r = 0; r < rounds; r++)
        {
            float[] next = new float[values.Length];
            for (int v = 0; v < next.Length; v++)
            {
                ReadOnlySpan<int> ring = topology.NeighboursOf(v);
                float sum = values[v] * 2;
                foreach (int n in ring)
                    sum += values[n];
                next[v] = Math.Clamp(sum / (ring.Length + 2), -4, 4);
            }

            values = next;
        }

        return values;
    }

    private static double MeanEdge(TriangleMesh mesh)
    {
        double area = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
            area += mesh.AreaVector(f).Length / 2;
        return Math.Sqrt(area / Math.Max(mesh.TriangleCount, 1) * 4 / Math.Sqrt(3));
    }

    private static double[] Areas(TriangleMesh mesh)
    {
        double[] area = new double[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            double third = mesh.AreaVector(f).Length / 6;
            Triangle t = mesh.Triangles[f];
            area[t.A] += third;
            area[t.B] += third;
            area[t.C] += third;
        }

        return area;
    }
}
