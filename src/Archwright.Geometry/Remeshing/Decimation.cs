using System.Runtime.InteropServices;
using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Fewer faces for the same shape. Method: edges collapse in order of quadric error (Garland and Heckbert 1997,
/// doi 10.1145/258734.258849), each to the point of least error that keeps the enclosed volume (Lindstrom and Turk 1998,
/// doi 10.1109/VISUAL.1998.745314); boundaries are held by planes across them. A collapse is left out where it would make
/// an edge of three faces, join two boundaries, or turn a face over; so a manifold mesh stays one, and a closed mesh stays
/// closed. Mesh kind: any; edges at non-manifold places stay. Ends early where no collapse is left.
/// Complexity: O(n log n). Known limit: does not look for self-intersections.
/// </summary>
public static class Decimation
{
    /// <summary>
    /// At most <paramref name="targetTriangles"/> faces, as far as collapses allow; none whose error exceeds <paramref name="errorMmMax"/>
    /// (root of the area-weighted mean of squared distances to the planes of the faces collapsed).
    /// </summary>
    public static TriangleMesh Simplify(
        TriangleMesh mesh, int targetTriangles, double errorMmMax = double.PositiveInfinity)
    {
        Preconditions.Require(targetTriangles >= 0, "faces are counted");
        Preconditions.Require(errorMmMax >= 0, "an error is a length");
        if (mesh.TriangleCount <= targetTriangles)
            return mesh;
        var work = new Collapser(mesh);
        work.Run(targetTriangles, errorMmMax);
        return work.Result();
    }

    private sealed class Collapser
    {
        private const double BoundaryWeight = 10;

        // cosine between a face's normal before and after; below it the collapse counts as turning the face over
        private const double TurnCosine = 0.3;

        private readonly Vec3[] _p;
        private readonly Triangle[] _faces;
        private readonly bool[] _isAlive;
        private readonly List<int>[] _facesOf;
        private readonly Quadric[] _quadric;
        private readonly double[] _weight;
        private readonly bool[] _isBoundary;
        private readonly bool[] _isFixed;
        private readonly int[] _version;
        private readonly PriorityQueue<Candidate, (double Cost, int A, int B)> _queue = new();
        private int _count;

        internal Collapser(TriangleMesh mesh)
        {
            (_p, _faces) = mesh.ToArrays();
            _count = _faces.Length;
            _isAlive = new bool[_faces.Length];
            Array.Fill(_isAlive, true);
            _facesOf = new List<int>[_p.Length];
            _quadric = new Quadric[_p.Length];
            _weight = new double[_p.Length];
            _isBoundary = new bool[_p.Length];
            _isFixed = new bool[_p.Length];
            _version = new int[_p.Length];
            MeshTopology topology = MeshTopology.Of(mesh);
            for (int v = 0; v < _p.Length; v++)
                _facesOf[v] = [.. topology.FacesOf(v)];
            foreach (Edge e in topology.NonManifoldEdges)
                _isFixed[e.From] = _isFixed[e.To] = true;
            for (int h = 0; h < _faces.Length * 3; h++)
                Prepare(topology, h);
            for (int v = 0; v < _p.Length; v++)
            {
                foreach (int n in topology.NeighboursOf(v))
                {
                    if (n > v)
                        Offer(v, n);
                }
            }
        }

        internal void Run(int target, double errorMax)
        {
            while (_count > target && _queue.TryDequeue(out Candidate c, out (double Cost, int A, int B) key))
            {
                if (_version[c.A] != c.VersionA || _version[c.B] != c.VersionB)
                    continue;
                if (Math.Sqrt(Math.Max(0, key.Cost) / (_weight[c.A] + _weight[c.B])) > errorMax)
                    continue;

                // neighbours may have moved since the offer: the place is found anew, so that it keeps the volume
                Vec3 place = PlaceOf(c.A, c.B);
                if (IsAllowed(c.A, c.B, place))
                    Collapse(c.A, c.B, place);
            }
        }

        internal TriangleMesh Result()
        {
            int[] newIndex = new int[_p.Length];
            Array.Fill(newIndex, -1);
            var vertices = new List<Vec3>();
            for (int v = 0; v < _p.Length; v++)
            {
                if (_facesOf[v].Count == 0)
                    continue;
                newIndex[v] = vertices.Count;
                vertices.Add(_p[v]);
            }

            var triangles = new List<Triangle>(_count);
            for (int f = 0; f < _faces.Length; f++)
            {
                if (_isAlive[f])
                    triangles.Add(new Triangle(newIndex[_faces[f].A], newIndex[_faces[f].B], newIndex[_faces[f].C]));
            }

            return new TriangleMesh([.. vertices], [.. triangles]);
        }

        private void Prepare(MeshTopology topology, int h)
        {
            Edge e = topology.EdgeOf(h);
            Vec3 area = AreaVector(_faces[h / 3]);
            Vec3 normal = area.Normalized();
            double third = area.Length / 6;
            _quadric[e.From] += Quadric.OfPlane(_p[e.From], normal, third);
            _weight[e.From] += third;
            if (topology.Opposite(h) != -1)
                return;
            _isBoundary[e.From] = _isBoundary[e.To] = true;
            Vec3 along = _p[e.To] - _p[e.From];
            Quadric wall = Quadric.OfPlane(_p[e.From], Vec3.Cross(along, normal).Normalized(), BoundaryWeight * along.LengthSquared);
            _quadric[e.From] += wall;
            _quadric[e.To] += wall;
        }

        private Vec3 AreaVector(Triangle t) => Vec3.Cross(_p[t.B] - _p[t.A], _p[t.C] - _p[t.A]);

        private void Offer(int a, int b)
        {
            if (_isFixed[a] || _isFixed[b])
                return;
            double cost = (_quadric[a] + _quadric[b]).At(PlaceOf(a, b));
            _queue.Enqueue(new Candidate(a, b, _version[a], _version[b]), (cost, a, b));
        }

        private Vec3 PlaceOf(int a, int b)
        {
            Vec3 g = Vec3.Zero;
            double offset = 0;
            if (!_isBoundary[a] && !_isBoundary[b])
            {
                AddVolume(a, -1, ref g, ref offset);
                AddVolume(b, a, ref g, ref offset);
            }

            // Where the faces around nearly balance, as on a thin fold, the plane of equal volume is ill-defined and may lie
            // anywhere: a place beyond the edge's own length is not one.
            Quadric quadric = _quadric[a] + _quadric[b];
            Vec3 middle = (_p[a] + _p[b]) * 0.5;
            double reach = Vec3.Distance(_p[a], _p[b]);
            Vec3 place = quadric.Minimum(middle, g, offset);
            if (Vec3.Distance(place, middle) <= reach)
                return place;
            place = quadric.Minimum(middle, Vec3.Zero, 0);
            return Vec3.Distance(place, middle) <= reach ? place : middle;
        }

        private void AddVolume(int v, int except, ref Vec3 g, ref double offset)
        {
            foreach (int f in _facesOf[v])
            {
                Triangle t = _faces[f];
                if (t.A == except || t.B == except || t.C == except)
                    continue;
                Vec3 n = AreaVector(t);
                g += n;
                offset += Vec3.Dot(n, _p[t.A]);
            }
        }

        private bool IsAllowed(int a, int b, Vec3 place)
        {
            int shared = 0;
            foreach (int f in _facesOf[a])
            {
                if (Has(_faces[f], b))
                    shared++;
            }

            // an inner edge between two boundary vertices would pinch the surface there
            if (shared == 0 || (shared == 2 && _isBoundary[a] && _isBoundary[b]))
                return false;
            SortedSet<int> around = NeighboursOf(a);
            int common = NeighboursOf(b).Count(around.Contains);
            if (common != shared || (shared == 2 && _count <= 4))
                return false;
            return KeepsSides(a, b, place) && KeepsSides(b, a, place);
        }

        private bool KeepsSides(int v, int other, Vec3 place)
        {
            foreach (int f in _facesOf[v])
            {
                Triangle t = _faces[f];
                if (Has(t, other))
                    continue;
                Vec3 before = AreaVector(t);
                Vec3 a = t.A == v ? place : _p[t.A];
                Vec3 b = t.B == v ? place : _p[t.B];
                Vec3 c = t.C == v ? place : _p[t.C];
                Vec3 after = Vec3.Cross(b - a, c - a);
                double longest = Math.Max((b - a).LengthSquared, Math.Max((c - b).LengthSquared, (a - c).LengthSquared));
                if (after.Length < 1e-3 * longest && after.Length < before.Length)
                    return false;
                if (Vec3.Dot(before, after) < TurnCosine * before.Length * after.Length)
                    return false;
            }

            return true;
        }

        private void Collapse(int a, int b, Vec3 place)
        {
            _p[a] = place;
            _quadric[a] += _quadric[b];
            _weight[a] += _weight[b];
            _isBoundary[a] |= _isBoundary[b];
            _version[a]++;
            _version[b]++;
            foreach (int f in _facesOf[b])
            {
                Triangle t = _faces[f];
                if (Has(t, a))
                {
                    _isAlive[f] = false;
                    _count--;
                    _facesOf[a].Remove(f);
                    _facesOf[t.A == a || t.A == b ? (t.B == a || t.B == b ? t.C : t.B) : t.A].Remove(f);
                    continue;
                }

                _faces[f] = new Triangle(t.A == b ? a : t.A, t.B == b ? a : t.B, t.C == b ? a : t.C);
                _facesOf[a].Add(f);
            }

            _facesOf[b].Clear();
            foreach (int n in NeighboursOf(a))
                Offer(Math.Min(a, n), Math.Max(a, n));
        }

        private SortedSet<int> NeighboursOf(int v)
        {
            var set = new SortedSet<int>();
            foreach (int f in CollectionsMarshal.AsSpan(_facesOf[v]))
            {
                set.Add(_faces[f].A);
                set.Add(_faces[f].B);
                set.Add(_faces[f].C);
            }

            set.Remove(v);
            return set;
        }

        private static bool Has(Triangle t, int v) => t.A == v || t.B == v || t.C == v;

        private readonly record struct Candidate(int A, int B, int VersionA, int VersionB);
    }
}
