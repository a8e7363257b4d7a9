using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Handles of a surface, with short loops through or round them.</summary>
/// <param name="Count">Number of handles.</param>
/// <param name="Loops">At least two loops a handle: their vertices in order, and their lengths.</param>
internal sealed record HandleLoops(int Count, List<(int[] Vertices, double GirthMm)> Loops)
{
    /// <summary>The handles of a mesh; edges of three or more faces count as borders, and vertices where fans meet are taken apart.</summary>
    public static HandleLoops Of(MeshTopology topology)
    {
        var fans = new Fans(topology);
        int count = fans.Handles();
        if (count <= 0)
            return new HandleLoops(0, []);
        List<(int[] Vertices, double GirthMm, int[] Fans)> loops = fans.Loops(0);

        // loops are short where the tree's root is near: look again from places along the long ones
        foreach ((int[] _, double _, int[] around) in loops.OrderBy(l => l.GirthMm).Take(count).Where(l => l.GirthMm > LongMm).ToList())
        {
            int places = Math.Min(Places, around.Length);
            for (int place = 0; place < places; place++)
                loops.AddRange(fans.Loops(around[place * around.Length / places]));
        }

        return new HandleLoops(count, [.. loops.Select(l => (l.Vertices, l.GirthMm))]);
    }

    private const double LongMm = 12;
    private const int Places = 12;

    private sealed class Fans
    {
        private readonly MeshTopology _topology;
        private readonly int[] _fanOfCorner;
        private readonly int _fans;
        private readonly List<int> _edges = [];
        private readonly int[] _border;
        private readonly int _borders;

        public Fans(MeshTopology topology)
        {
            _topology = topology;
            int corners = topology.Mesh.TriangleCount * 3;
            int[] parent = [.. Enumerable.Range(0, corners)];
            for (int h = 0; h < corners; h++)
            {
                int o = topology.Opposite(h);
                if (o < 0)
                {
                    _edges.Add(h);
                    continue;
                }

                if (o > h)
                    _edges.Add(h);
                Join(parent, h, Next(o));
            }

            (_fanOfCorner, _fans) = Number(parent);
            int[] borders = [.. Enumerable.Range(0, corners)];
            int[] leaving = new int[_fans];
            Array.Fill(leaving, -1);
            for (int h = 0; h < corners; h++)
            {
                if (topology.Opposite(h) < 0)
                    leaving[_fanOfCorner[h]] = h;
            }

            for (int h = 0; h < corners; h++)
            {
                if (topology.Opposite(h) < 0 && leaving[_fanOfCorner[Next(h)]] is >= 0 and int next)
                    Join(borders, h, next);
            }

            _border = new int[corners];
            Array.Fill(_border, -1);
            var seen = new Dictionary<int, int>();
            for (int h = 0; h < corners; h++)
            {
                if (topology.Opposite(h) >= 0)
                    continue;
                int root = Root(borders, h);
                if (!seen.TryGetValue(root, out int number))
                    seen[root] = number = seen.Count;
                _border[h] = number;
            }

            _borders = seen.Count;
        }

        public int Handles()
        {
            int parts = _topology.Patches((_, _) => true).Count;
            return ((2 * parts) - _borders - (_fans - _edges.Count + _topology.Mesh.TriangleCount)) / 2;
        }

        public List<(int[] Vertices, double GirthMm, int[] Fans)> Loops(int root)
        {
            (double[] distance, int[] depth, int[] via) = ShortestPaths(root);
            bool[] isTree = new bool[_fanOfCorner.Length];
            foreach (int h in via)
            {
                if (h >= 0)
                    isTree[h] = true;
            }

            // the longest loops join faces first, so that what is left over closes the shortest
            int faces = _topology.Mesh.TriangleCount;
            int[] dual = [.. Enumerable.Range(0, faces + _borders)];
            var left = new List<(int[], double, int[])>();
            foreach (int h in _edges.Where(h => !isTree[h] && !(_topology.Opposite(h) is >= 0 and int o && isTree[o]))
                .OrderByDescending(h => LoopLength(h, distance, depth, via)).ThenBy(h => h))
            {
                int opposite = _topology.Opposite(h);
                int a = h / 3;
                int b = opposite >= 0 ? opposite / 3 : faces + _border[h];
                if (Root(dual, a) != Root(dual, b))
                    Join(dual, a, b);
                else
                    left.Add(Loop(h, via));
            }

            return left;
        }

        // the edge and the two ways up the tree to where they meet
        private double LoopLength(int h, double[] distance, int[] depth, int[] via)
        {
            int a = _fanOfCorner[h];
            int b = _fanOfCorner[Next(h)];
            double length = distance[a] + distance[b] + Length(h);
            while (a != b)
            {
                if (depth[a] >= depth[b])
                    a = Other(via[a], a);
                else
                    b = Other(via[b], b);
            }

            return length - (2 * distance[a]);
        }

        private double Length(int h)
        {
            Edge e = _topology.EdgeOf(h);
            return Vec3.Distance(_topology.Mesh.Vertices[e.From], _topology.Mesh.Vertices[e.To]);
        }

        private (double[] Distance, int[] Depth, int[] Via) ShortestPaths(int first)
        {
            var around = new List<int>[_fans];
            foreach (int h in _edges)
            {
                (around[_fanOfCorner[h]] ??= []).Add(h);
                (around[_fanOfCorner[Next(h)]] ??= []).Add(h);
            }

            double[] distance = new double[_fans];
            int[] depth = new int[_fans];
            int[] via = new int[_fans];
            bool[] isDone = new bool[_fans];
            Array.Fill(distance, double.PositiveInfinity);
            Array.Fill(via, -1);
            var queue = new PriorityQueue<int, (double, int)>();
            foreach (int root in Enumerable.Range(0, _fans).Prepend(first))
            {
                if (isDone[root])
                    continue;
                distance[root] = 0;
                queue.Enqueue(root, (0, root));
                while (queue.TryDequeue(out int fan, out _))
                {
                    if (isDone[fan])
                        continue;
                    isDone[fan] = true;
                    foreach (int h in around[fan])
                    {
                        int other = Other(h, fan);
                        double d = distance[fan] + Length(h);
                        if (isDone[other] || d >= distance[other])
                            continue;
                        distance[other] = d;
                        (via[other], depth[other]) = (h, depth[fan] + 1);
                        queue.Enqueue(other, (d, other));
                    }
                }
            }

            return (distance, depth, via);
        }

        private (int[] Vertices, double GirthMm, int[] Fans) Loop(int h, int[] via)
        {
            List<int> a = Way(_fanOfCorner[h], via);
            List<int> b = Way(_fanOfCorner[Next(h)], via);

            // both ways end at the root; what they share there is no part of the loop
            int shared = 0;
            while (shared < Math.Min(a.Count, b.Count) && a[^(shared + 1)] == b[^(shared + 1)])
                shared++;
            int[] fans = [.. a.Take(a.Count - shared + 1), .. b.Take(b.Count - shared).Reverse()];
            int[] vertexOf = [.. fans.Select(VertexOf)];
            double length = 0;
            for (int i = 0; i < vertexOf.Length; i++)
                length += Vec3.Distance(_topology.Mesh.Vertices[vertexOf[i]], _topology.Mesh.Vertices[vertexOf[(i + 1) % vertexOf.Length]]);
            return (vertexOf, length, fans);
        }

        private int VertexOf(int fan)
        {
            _vertexOfFan ??= FirstVertices();
            return _vertexOfFan[fan];
        }

        private int[]? _vertexOfFan;

        private int[] FirstVertices()
        {
            int[] vertex = new int[_fans];
            for (int h = 0; h < _fanOfCorner.Length; h++)
                vertex[_fanOfCorner[h]] = _topology.EdgeOf(h).From;
            return vertex;
        }

        private List<int> Way(int fan, int[] via)
        {
            List<int> way = [fan];
            while (via[fan] >= 0)
            {
                fan = Other(via[fan], fan);
                way.Add(fan);
            }

            return way;
        }

        private int Other(int h, int fan) => _fanOfCorner[h] == fan ? _fanOfCorner[Next(h)] : _fanOfCorner[h];

        private static int Next(int h) => h % 3 == 2 ? h - 2 : h + 1;

        private static (int[] Number, int Count) Number(int[] parent)
        {
            int[] number = new int[parent.Length];
            int count = 0;
            for (int i = 0; i < parent.Length; i++)
            {
                // roots are the least of their set
                int root = Root(parent, i);
                number[i] = root == i ? count++ : number[root];
            }

            return (number, count);
        }

        private static void Join(int[] parent, int a, int b)
        {
            int ra = Root(parent, a);
            int rb = Root(parent, b);
            if (ra < rb)
                parent[rb] = ra;
            else
                parent[ra] = rb;
        }

        private static int Root(int[] parent, int i)
        {
            while (parent[i] != i)
            {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }

            return i;
        }
    }
}
