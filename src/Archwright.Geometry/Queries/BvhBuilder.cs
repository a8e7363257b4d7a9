namespace Archwright.Geometry;

/// <summary>
/// Builds the eight-wide tree of <see cref="Bvh"/>: a binary tree by binned surface-area heuristic (Wald 2007,
/// doi 10.1109/RT.2007.4342588) over packets of eight faces, then each node takes in its largest descendants until it has
/// eight children.
/// </summary>
internal sealed class BvhBuilder
{
    internal const int Width = 8;
    private const int Bins = 16;

    // beyond this depth halves by count, so that the depth of the tree is bounded whatever the input
    private const int HeuristicDepth = 48;

    private readonly Vec3[] _low;
    private readonly Vec3[] _high;
    private readonly Vec3[] _mid;
    private readonly int[] _order;
    private readonly List<Binary> _nodes = [];
    private readonly Aabb[] _binBox = new Aabb[Bins];
    private readonly int[] _binCount = new int[Bins];
    private readonly double[] _costRight = new double[Bins];

    internal BvhBuilder(TriangleMesh mesh)
    {
        int n = mesh.TriangleCount;
        _low = new Vec3[n];
        _high = new Vec3[n];
        _mid = new Vec3[n];
        _order = new int[n];
        for (int f = 0; f < n; f++)
        {
            Vec3 a = mesh.Corner(f, 0);
            Vec3 b = mesh.Corner(f, 1);
            Vec3 c = mesh.Corner(f, 2);
            _low[f] = Vec3.Min(a, Vec3.Min(b, c));
            _high[f] = Vec3.Max(a, Vec3.Max(b, c));
            _mid[f] = (_low[f] + _high[f]) * 0.5;
            _order[f] = f;
        }
    }

    internal List<WideNode> Nodes { get; } = [];

    internal List<int[]> Packets { get; } = [];

    internal int Depth { get; private set; }

    internal void Build()
    {
        Split(0, _order.Length, 0);
        if (IsLeaf(0))
        {
            Nodes.Add(new WideNode());
            Nodes[0].Add(_nodes[0].Box, ~AddPacket(0));
            Depth = 1;
            return;
        }

        Widen(0, 1);
    }

    private bool IsLeaf(int node) => _nodes[node].Left < 0;

    private int AddPacket(int node)
    {
        Packets.Add(_order[_nodes[node].First..(_nodes[node].First + _nodes[node].Count)]);
        return Packets.Count - 1;
    }

    private int Widen(int node, int depth)
    {
        Depth = Math.Max(Depth, depth);
        List<int> children = [_nodes[node].Left, _nodes[node].Right];
        while (children.Count < Width)
        {
            int best = -1;
            double bestArea = -1;
            for (int i = 0; i < children.Count; i++)
            {
                double area = HalfArea(_nodes[children[i]].Box);
                if (!IsLeaf(children[i]) && area > bestArea)
                    (best, bestArea) = (i, area);
            }

            if (best < 0)
                break;
            Binary opened = _nodes[children[best]];
            children[best] = opened.Left;
            children.Insert(best + 1, opened.Right);
        }

        var wide = new WideNode();
        int index = Nodes.Count;
        Nodes.Add(wide);
        foreach (int child in children)
            wide.Add(_nodes[child].Box, IsLeaf(child) ? ~AddPacket(child) : Widen(child, depth + 1));
        return index;
    }

    private int Split(int first, int count, int depth)
    {
        Aabb box = Aabb.Empty;
        Aabb mids = Aabb.Empty;
        for (int i = first; i < first + count; i++)
        {
            int f = _order[i];
            box = new Aabb(Vec3.Min(box.Min, _low[f]), Vec3.Max(box.Max, _high[f]));
            mids = mids.Including(_mid[f]);
        }

        int index = _nodes.Count;
        _nodes.Add(new Binary(box, -1, -1, first, count));
        if (count <= Width)
            return index;
        int leftCount = depth < HeuristicDepth ? PartitionByHeuristic(first, count, mids) : 0;
        if (leftCount <= 0 || leftCount >= count)
            leftCount = PartitionByCount(first, count, mids);
        int left = Split(first, leftCount, depth + 1);
        int right = Split(first + leftCount, count - leftCount, depth + 1);
        _nodes[index] = new Binary(box, left, right, first, count);
        return index;
    }

    private int PartitionByHeuristic(int first, int count, Aabb mids)
    {
        double bestCost = double.PositiveInfinity;
        int bestAxis = -1;
        int bestBin = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            double low = Axis(mids.Min, axis);
            double extent = Axis(mids.Max, axis) - low;
            if (!(extent > 0))
                continue;
            FillBins(first, count, axis, low, Bins / extent);
            (double cost, int bin) = BestBin(count);
            if (cost < bestCost)
                (bestCost, bestAxis, bestBin) = (cost, axis, bin);
        }

        if (bestAxis < 0)
            return 0;
        double start = Axis(mids.Min, bestAxis);
        double scale = Bins / (Axis(mids.Max, bestAxis) - start);
        int i = first;
        int j = first + count - 1;
        while (i <= j)
        {
            if (BinOf(_order[i], bestAxis, start, scale) < bestBin)
                i++;
            else
                (_order[i], _order[j]) = (_order[j--], _order[i]);
        }

        return i - first;
    }

    private void FillBins(int first, int count, int axis, double low, double scale)
    {
        Array.Fill(_binBox, Aabb.Empty);
        Array.Clear(_binCount);
        for (int i = first; i < first + count; i++)
        {
            int f = _order[i];
            int bin = BinOf(f, axis, low, scale);
            _binCount[bin]++;
            _binBox[bin] = new Aabb(Vec3.Min(_binBox[bin].Min, _low[f]), Vec3.Max(_binBox[bin].Max, _high[f]));
        }
    }

    private (double Cost, int Bin) BestBin(int count)
    {
        Aabb box = Aabb.Empty;
        int right = 0;
        for (int b = Bins - 1; b > 0; b--)
        {
            box = box.Union(_binBox[b]);
            right += _binCount[b];
            _costRight[b] = HalfArea(box) * Packed(right);
        }

        box = Aabb.Empty;
        int left = 0;
        double best = double.PositiveInfinity;
        int bestBin = 0;
        for (int b = 1; b < Bins; b++)
        {
            box = box.Union(_binBox[b - 1]);
            left += _binCount[b - 1];
            double cost = (HalfArea(box) * Packed(left)) + _costRight[b];
            if (left > 0 && left < count && cost < best)
                (best, bestBin) = (cost, b);
        }

        return (best, bestBin);
    }

    private int BinOf(int face, int axis, double low, double scale) =>
        Math.Clamp((int)((Axis(_mid[face], axis) - low) * scale), 0, Bins - 1);

    private int PartitionByCount(int first, int count, Aabb mids)
    {
        Vec3 size = mids.Size;
        int axis = size.X >= size.Y && size.X >= size.Z ? 0 : size.Y >= size.Z ? 1 : 2;
        _order.AsSpan(first, count).Sort((f, g) =>
        {
            int byPlace = Axis(_mid[f], axis).CompareTo(Axis(_mid[g], axis));
            return byPlace != 0 ? byPlace : f.CompareTo(g);
        });
        return count / 2;
    }

    // a leaf costs one packet test however many of its lanes are filled
    private static int Packed(int count) => (count + Width - 1) / Width;

    private static double HalfArea(Aabb box)
    {
        Vec3 s = box.Size;
        return (s.X * s.Y) + (s.Y * s.Z) + (s.Z * s.X);
    }

    private static double Axis(Vec3 v, int axis) => axis switch { 0 => v.X, 1 => v.Y, _ => v.Z };

    private readonly record struct Binary(Aabb Box, int Left, int Right, int First, int Count);

    internal sealed class WideNode
    {
        internal List<Aabb> Boxes { get; } = new(Width);

        /// <summary>≥ 0: node; &lt; 0: complement of a packet.</summary>
        internal List<int> Children { get; } = new(Width);

        internal void Add(Aabb box, int child)
        {
            Boxes.Add(box);
            Children.Add(child);
        }
    }
}
