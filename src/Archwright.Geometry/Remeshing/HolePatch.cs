namespace Archwright.Geometry;

/// <summary>
/// The patch of one hole while it is made: vertices 0 … n − 1 are the ring, the others its own. Refinement after
/// Liepa 2003, section 4: faces much larger than the edge length wanted at their corners are split at the centroid, and
/// edges are flipped towards Delaunay after every round.
/// </summary>
internal sealed class HolePatch
{
    private const int RoundsMax = 12;
    private const int FlipPassesMax = 20;
    private const int VerticesMax = 20_000;

    private readonly int[] _ring;
    private readonly HoleFilling.EdgeSet _meshEdges;
    private readonly List<double> _scale = [];
    private readonly Dictionary<(int From, int To), int> _faceAt = [];

    private HolePatch(MeshTopology topology, int[] ring, HoleFilling.EdgeSet meshEdges)
    {
        _ring = ring;
        _meshEdges = meshEdges;
        ReadOnlySpan<Vec3> vertices = topology.Mesh.Vertices;
        foreach (int v in ring)
            Positions.Add(vertices[v]);
        for (int i = 0; i < ring.Length; i++)
        {
            Vec3 p = Positions[i];
            double toNext = Vec3.Distance(p, Positions[(i + 1) % ring.Length]);
            _scale.Add((toNext + Vec3.Distance(p, Positions[(i + ring.Length - 1) % ring.Length])) / 2);
        }
    }

    internal List<Vec3> Positions { get; } = [];

    internal List<Triangle> Triangles { get; private set; } = [];

    internal int RingLength => _ring.Length;

    internal static HolePatch Of(MeshTopology topology, int[] ring, HoleFilling.EdgeSet meshEdges, HoleFillingOptions options)
    {
        var patch = new HolePatch(topology, ring, meshEdges);
        List<Triangle>? triangles = LoopTriangulation.Of(
            [.. patch.Positions], (i, j) => meshEdges.Has(ring[i], ring[j]));
        if (triangles is null)
        {
            patch.Fan();
            return patch;
        }

        patch.Triangles = triangles;
        if (!options.Refine)
            return patch;
        patch.Index();
        patch.Refine(options.Growth);
        PatchFairing.Fair(patch, topology, ring, options.Shape);
        return patch;
    }

    private void Fan()
    {
        Vec3 mean = Vec3.Zero;
        foreach (Vec3 p in Positions)
            mean += p;
        Positions.Add(mean / _ring.Length);
        for (int i = 0; i < _ring.Length; i++)
            Triangles.Add(new Triangle(i, (i + 1) % _ring.Length, _ring.Length));
    }

    private void Index()
    {
        for (int f = 0; f < Triangles.Count; f++)
            Register(f);
    }

    private void Register(int face)
    {
        Triangle t = Triangles[face];
        _faceAt[(t.A, t.B)] = face;
        _faceAt[(t.B, t.C)] = face;
        _faceAt[(t.C, t.A)] = face;
    }

    private void Refine(double growth)
    {
        _ = Flip();
        for (int round = 0; round < RoundsMax && Positions.Count < VerticesMax; round++)
        {
            if (!SplitLarge(growth))
                return;
            for (int pass = 0; pass < FlipPassesMax && Flip(); pass++)
            {
                // until no flip improves
            }
        }
    }

    private bool SplitLarge(double growth)
    {
        int count = Triangles.Count;
        bool any = false;
        for (int f = 0; f < count; f++)
        {
            Triangle t = Triangles[f];
            Vec3 center = (Positions[t.A] + Positions[t.B] + Positions[t.C]) / 3;
            double scale = (_scale[t.A] + _scale[t.B] + _scale[t.C]) / 3;
            if (!Wants(center, t.A, scale) || !Wants(center, t.B, scale) || !Wants(center, t.C, scale))
                continue;
            int v = Positions.Count;
            Positions.Add(center);
            _scale.Add(scale * growth);
            Triangles[f] = new Triangle(t.A, t.B, v);
            Triangles.Add(new Triangle(t.B, t.C, v));
            Triangles.Add(new Triangle(t.C, t.A, v));
            Register(f);
            Register(Triangles.Count - 2);
            Register(Triangles.Count - 1);
            any = true;
        }

        return any;
    }

    private bool Wants(Vec3 center, int corner, double scale)
    {
        double d = Math.Sqrt(2) * Vec3.Distance(center, Positions[corner]);
        return d > scale && d > _scale[corner];
    }

    private bool Flip()
    {
        bool any = false;
        for (int f = 0; f < Triangles.Count; f++)
        {
            for (int c = 0; c < 3; c++)
            {
                Triangle t = Triangles[f];
                (int a, int b, int p) = c switch { 0 => (t.A, t.B, t.C), 1 => (t.B, t.C, t.A), _ => (t.C, t.A, t.B) };
                if (a > b || !_faceAt.TryGetValue((b, a), out int g))
                    continue;
                int q = Third(Triangles[g], a, b);
                if (!Improves(a, b, p, q) || Exists(p, q))
                    continue;
                _faceAt.Remove((a, b));
                _faceAt.Remove((b, a));
                Triangles[f] = new Triangle(p, a, q);
                Triangles[g] = new Triangle(q, b, p);
                Register(f);
                Register(g);
                any = true;
                break;
            }
        }

        return any;
    }

    private bool Exists(int p, int q)
    {
        if (_faceAt.ContainsKey((p, q)) || _faceAt.ContainsKey((q, p)))
            return true;
        return p < _ring.Length && q < _ring.Length && _meshEdges.Has(_ring[p], _ring[q]);
    }

    /// <summary>Delaunay: the angles opposite the edge sum to more than half a turn, clearly enough not to flip back.</summary>
    private bool Improves(int a, int b, int p, int q)
    {
        double opposite = Angle(p, a, b) + Angle(q, a, b);
        return opposite > Math.PI + 1e-6 && opposite > Angle(a, p, q) + Angle(b, p, q) + 1e-6;
    }

    private double Angle(int at, int u, int v)
    {
        Vec3 s = Positions[u] - Positions[at];
        Vec3 t = Positions[v] - Positions[at];
        return Math.Atan2(Vec3.Cross(s, t).Length, Vec3.Dot(s, t));
    }

    private static int Third(Triangle t, int a, int b)
    {
        if (t.A != a && t.A != b)
            return t.A;
        return t.B != a && t.B != b ? t.B : t.C;
    }
}
