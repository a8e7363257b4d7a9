using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Signed distance to a scan on a lattice, cut off at <see cref="ReachMm"/>: what the features are read from, so that they do
/// not depend on how the scan is cut into triangles. Method: nearest sample (vertex or face centre) by two sweeps of vector
/// distance propagation (Danielsson 1980, doi 10.1016/0146-664X(80)90054-4); the sample's normal gives the side and, near
/// the surface, the distance to its tangent plane. Open meshes are welcome. Complexity: O(nodes).
/// </summary>
internal sealed class ShapeField
{
    /// <summary>Distance between lattice nodes, mm.</summary>
    public const double SpacingMm = 0.6;

    /// <summary>Distances are cut off here, mm.</summary>
    public const float ReachMm = 5;

    private readonly Vec3 _min;
    private readonly int _nx;
    private readonly int _ny;
    private readonly int _nz;
    private readonly float[] _values;
    private readonly int[] _nearest;
    private readonly Vec3[] _samples;
    private readonly Vec3[] _directions;
    private readonly float[] _creases;

    private ShapeField(Aabb box, TriangleMesh mesh, Vec3[] normals, float[] crease)
    {
        _min = box.Min;
        _nx = (int)(box.Size.X / SpacingMm) + 2;
        _ny = (int)(box.Size.Y / SpacingMm) + 2;
        _nz = (int)(box.Size.Z / SpacingMm) + 2;
        (_samples, _directions, _creases) = Samples(mesh, normals, crease, box.Inflated(SpacingMm));
        _nearest = Propagate(_samples);
        _values = new float[_nearest.Length];
        for (int k = 0; k < _nz; k++)
        {
            for (int j = 0; j < _ny; j++)
            {
                for (int i = 0; i < _nx; i++)
                {
                    int at = (((k * _ny) + j) * _nx) + i;
                    _values[at] = Value(_nearest[at], Node(i, j, k), _samples, _directions);
                }
            }
        }
    }

    /// <summary>The field of a mesh inside a box of its frame, with normals and a curvature per vertex.</summary>
    public static ShapeField Of(TriangleMesh mesh, Vec3[] normals, float[] crease, Aabb box) => new(box, mesh, normals, crease);

    /// <summary>Normal and curvature of the surface nearest to a point, among the samples known round it; null where it is far.</summary>
    public (Vec3 Normal, float Crease)? Surface(Vec3 p)
    {
        int i = Math.Clamp((int)((p.X - _min.X) / SpacingMm), 0, _nx - 2);
        int j = Math.Clamp((int)((p.Y - _min.Y) / SpacingMm), 0, _ny - 2);
        int k = Math.Clamp((int)((p.Z - _min.Z) / SpacingMm), 0, _nz - 2);
        int best = -1;
        double least = ReachMm * ReachMm;
        for (int c = 0; c < 8; c++)
        {
            int sample = _nearest[((((k + (c >> 2)) * _ny) + j + ((c >> 1) & 1)) * _nx) + i + (c & 1)];
            double d2 = sample < 0 ? double.PositiveInfinity : (_samples[sample] - p).LengthSquared;
            if (d2 < least)
                (least, best) = (d2, sample);
        }

        return best < 0 ? null : (_directions[best], _creases[best]);
    }

    /// <summary>Signed distance at a point, mm, positive outside; beyond the box the value at its border.</summary>
    public float At(Vec3 p)
    {
        float x = Math.Clamp((float)((p.X - _min.X) / SpacingMm), 0, _nx - 1.001f);
        float y = Math.Clamp((float)((p.Y - _min.Y) / SpacingMm), 0, _ny - 1.001f);
        float z = Math.Clamp((float)((p.Z - _min.Z) / SpacingMm), 0, _nz - 1.001f);
        int i = (int)x;
        int j = (int)y;
        int k = (int)z;
        x -= i;
        y -= j;
        z -= k;
        int at = (((k * _ny) + j) * _nx) + i;
        float low = Bilinear(at, x, y);
        return low + ((Bilinear(at + (_nx * _ny), x, y) - low) * z);
    }

    private float Bilinear(int at, float x, float y)
    {
        float a = _values[at] + ((_values[at + 1] - _values[at]) * x);
        float b = _values[at + _nx] + ((_values[at + _nx + 1] - _values[at + _nx]) * x);
        return a + ((b - a) * y);
    }

    private Vec3 Node(int i, int j, int k) => _min + (new Vec3(i, j, k) * SpacingMm);

    private static float Value(int sample, Vec3 node, Vec3[] samples, Vec3[] directions)
    {
        if (sample < 0)
            return ReachMm;
        Vec3 d = node - samples[sample];
        double length = d.Length;
        double height = Vec3.Dot(d, directions[sample]);

        // near a sample its tangent plane is the better surface
        double plane = Math.Clamp(1.5 - length, 0, 1);
        double value = (plane * height) + ((1 - plane) * Math.CopySign(length, height));
        return (float)Math.Clamp(value, -ReachMm, ReachMm);
    }

    private static (Vec3[] Points, Vec3[] Directions, float[] Creases) Samples(
        TriangleMesh mesh, Vec3[] normals, float[] crease, Aabb box)
    {
        var points = new List<Vec3>(mesh.VertexCount + mesh.TriangleCount);
        var directions = new List<Vec3>(points.Capacity);
        var creases = new List<float>(points.Capacity);
        for (int v = 0; v < mesh.VertexCount; v++)
        {
            if (normals[v] == Vec3.Zero || !box.Contains(mesh.Vertices[v]))
                continue;
            points.Add(mesh.Vertices[v]);
            directions.Add(normals[v]);
            creases.Add(crease[v]);
        }

        foreach (Triangle t in mesh.Triangles)
        {
            Vec3 a = mesh.Vertices[t.A];
            Vec3 b = mesh.Vertices[t.B];
            Vec3 c = mesh.Vertices[t.C];
            Vec3 area = Vec3.Cross(b - a, c - a);
            if (area.Length < 0.05 || !box.Contains((a + b + c) / 3))
                continue;
            int cuts = Math.Clamp((int)Math.Ceiling(Math.Sqrt(area.Length) / 0.7), 1, 40);
            Vec3 normal = area.Normalized();
            for (int i = 0; i < cuts; i++)
            {
                for (int j = 0; j < cuts - i; j++)
                {
                    double u = (i + (1.0 / 3)) / cuts;
                    double w = (j + (1.0 / 3)) / cuts;
                    points.Add(a + ((b - a) * u) + ((c - a) * w));
                    directions.Add(normal);
                    creases.Add((float)((crease[t.A] * (1 - u - w)) + (crease[t.B] * u) + (crease[t.C] * w)));
                }
            }
        }

        return ([.. points], [.. directions], [.. creases]);
    }

    private int[] Propagate(Vec3[] samples)
    {
        int[] nearest = new int[_nx * _ny * _nz];
        float[] best = new float[nearest.Length];
        Array.Fill(nearest, -1);
        Array.Fill(best, float.PositiveInfinity);
        for (int s = 0; s < samples.Length; s++)
        {
            Vec3 q = (samples[s] - _min) / SpacingMm;
            int i = (int)Math.Round(q.X);
            int j = (int)Math.Round(q.Y);
            int k = (int)Math.Round(q.Z);
            if (i < 0 || j < 0 || k < 0 || i >= _nx || j >= _ny || k >= _nz)
                continue;
            Offer(nearest, best, (((k * _ny) + j) * _nx) + i, s, samples, Node(i, j, k));
        }

        for (int k = 0; k < _nz; k++)
            SweepSlice(nearest, best, samples, k, 1);
        for (int k = _nz - 1; k >= 0; k--)
            SweepSlice(nearest, best, samples, k, -1);
        return nearest;
    }

    private void SweepSlice(int[] nearest, float[] best, Vec3[] samples, int k, int way)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            int jWay = pass == 0 ? 1 : -1;
            for (int jj = 0; jj < _ny; jj++)
            {
                int j = jWay > 0 ? jj : _ny - 1 - jj;
                SweepRow(nearest, best, samples, j, k, jWay, pass == 0 ? way : 0, 1);
                SweepRow(nearest, best, samples, j, k, jWay, 0, -1);
            }
        }
    }

    private void SweepRow(int[] nearest, float[] best, Vec3[] samples, int j, int k, int jWay, int kWay, int iWay)
    {
        int fromY = j - jWay;
        int fromZ = k - kWay;
        bool hasY = fromY >= 0 && fromY < _ny;
        bool hasZ = kWay != 0 && fromZ >= 0 && fromZ < _nz;
        int row = ((k * _ny) + j) * _nx;
        int rowY = ((k * _ny) + fromY) * _nx;
        int rowZ = ((fromZ * _ny) + j) * _nx;
        for (int ii = 0; ii < _nx; ii++)
        {
            int i = iWay > 0 ? ii : _nx - 1 - ii;
            Vec3 node = Node(i, j, k);
            int back = i - iWay;
            if (back >= 0 && back < _nx)
                Offer(nearest, best, row + i, nearest[row + back], samples, node);
            if (hasY)
                Offer(nearest, best, row + i, nearest[rowY + i], samples, node);
            if (hasZ)
                Offer(nearest, best, row + i, nearest[rowZ + i], samples, node);
        }
    }

    private static void Offer(int[] nearest, float[] best, int at, int sample, Vec3[] samples, Vec3 node)
    {
        if (sample < 0 || sample == nearest[at])
            return;
        float d2 = (float)(node - samples[sample]).LengthSquared;
        if (d2 < best[at] || (d2 == best[at] && sample < nearest[at]))
            (nearest[at], best[at]) = (sample, d2);
    }
}
