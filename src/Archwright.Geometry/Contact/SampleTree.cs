namespace Archwright.Geometry;

/// <summary>Surface samples in a binary tree of bounding spheres, halved along the longest side of their box.</summary>
internal sealed class SampleTree
{
    private const int LeafSize = 8;

    private readonly List<Node> _nodes = [];

    internal SampleTree(Vec3[] samples)
    {
        Samples = samples;
        Build(0, samples.Length);
        Nodes = [.. _nodes];
    }

    /// <summary>Samples in tree order.</summary>
    internal Vec3[] Samples { get; }

    internal Node[] Nodes { get; }

    private int Build(int first, int count)
    {
        Span<Vec3> mine = Samples.AsSpan(first, count);
        Aabb box = Aabb.Of(mine);
        Vec3 center = box.Center;
        double radius = 0;
        foreach (Vec3 p in mine)
            radius = Math.Max(radius, (p - center).LengthSquared);
        int index = _nodes.Count;
        _nodes.Add(new Node(center, Math.Sqrt(radius), first, count, -1));
        if (count <= LeafSize)
            return index;
        Vec3 size = box.Size;
        int axis = size.X >= size.Y && size.X >= size.Z ? 0 : size.Y >= size.Z ? 1 : 2;
        mine.Sort((a, b) => Key(a, axis).CompareTo(Key(b, axis)));
        int half = count / 2;
        _ = Build(first, half);
        int right = Build(first + half, count - half);
        _nodes[index] = new Node(center, Math.Sqrt(radius), first, count, right);
        return index;
    }

    // the further axes break ties, so that the order is that of the positions alone
    private static (double First, double Second, double Third) Key(Vec3 p, int axis) =>
        axis switch { 0 => (p.X, p.Y, p.Z), 1 => (p.Y, p.Z, p.X), _ => (p.Z, p.X, p.Y) };

    /// <param name="Center">Centre of the sphere.</param>
    /// <param name="Radius">Radius, mm.</param>
    /// <param name="First">First sample.</param>
    /// <param name="Count">Number of samples.</param>
    /// <param name="Right">Second child, −1 for a leaf; the first child follows its parent.</param>
    internal readonly record struct Node(Vec3 Center, double Radius, int First, int Count, int Right);
}
