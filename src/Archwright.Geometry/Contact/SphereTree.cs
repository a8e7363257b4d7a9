namespace Archwright.Geometry;

/// <summary>Spheres (points, or the faces of a surface) in a binary tree of bounding spheres, halved along the longest side of their box.</summary>
internal sealed class SphereTree
{
    private const int LeafSize = 8;

    private readonly List<Node> _nodes = [];

    private SphereTree(Sphere[] items)
    {
        Items = items;
        if (items.Length > 0)
            Build(0, items.Length);
        Nodes = [.. _nodes];
    }

    /// <summary>The spheres in tree order.</summary>
    internal Sphere[] Items { get; }

    /// <summary>The nodes, parents before their children; none without an item.</summary>
    internal Node[] Nodes { get; }

    /// <summary>A tree of points.</summary>
    internal static SphereTree OfPoints(Vec3[] points) => new([.. points.Select((p, i) => new Sphere(p, 0, i))]);

    /// <summary>A tree of the faces of a mesh, each the sphere about its centroid that holds its corners.</summary>
    internal static SphereTree OfFaces(TriangleMesh mesh)
    {
        var faces = new Sphere[mesh.TriangleCount];
        for (int f = 0; f < faces.Length; f++)
        {
            (Vec3 a, Vec3 b, Vec3 c) = (mesh.Corner(f, 0), mesh.Corner(f, 1), mesh.Corner(f, 2));
            Vec3 middle = (a + b + c) / 3;
            double radius = Math.Max(Vec3.Distance(middle, a), Math.Max(Vec3.Distance(middle, b), Vec3.Distance(middle, c)));
            faces[f] = new Sphere(middle, radius, f);
        }

        return new SphereTree(faces);
    }

    private int Build(int first, int count)
    {
        Span<Sphere> mine = Items.AsSpan(first, count);
        (Vec3 low, Vec3 high) = (mine[0].Center, mine[0].Center);
        foreach (Sphere s in mine)
            (low, high) = (Vec3.Min(low, s.Center), Vec3.Max(high, s.Center));
        Vec3 center = (low + high) * 0.5;
        double radius = 0;
        foreach (Sphere s in mine)
            radius = Math.Max(radius, Vec3.Distance(s.Center, center) + s.Radius);
        int index = _nodes.Count;
        _nodes.Add(new Node(center, radius, first, count, -1));
        if (count <= LeafSize)
            return index;
        Vec3 size = high - low;
        int axis = size.X >= size.Y && size.X >= size.Z ? 0 : size.Y >= size.Z ? 1 : 2;
        mine.Sort((a, b) => Key(a, axis).CompareTo(Key(b, axis)));
        int half = count / 2;
        _ = Build(first, half);
        int right = Build(first + half, count - half);
        _nodes[index] = new Node(center, radius, first, count, right);
        return index;
    }

    // the further axes break ties, and the item where two share a centre
    private static (double First, double Second, double Third, int Item) Key(Sphere s, int axis)
    {
        Vec3 p = s.Center;
        return axis switch { 0 => (p.X, p.Y, p.Z, s.Item), 1 => (p.Y, p.Z, p.X, s.Item), _ => (p.Z, p.X, p.Y, s.Item) };
    }

    /// <param name="Center">Centre.</param>
    /// <param name="Radius">Radius, mm; 0 for a point.</param>
    /// <param name="Item">Index of the point or face it stands for.</param>
    internal readonly record struct Sphere(Vec3 Center, double Radius, int Item);

    /// <param name="Center">Centre of the sphere.</param>
    /// <param name="Radius">Radius, mm.</param>
    /// <param name="First">First item.</param>
    /// <param name="Count">Number of items.</param>
    /// <param name="Right">Second child, −1 for a leaf; the first child follows its parent.</param>
    internal readonly record struct Node(Vec3 Center, double Radius, int First, int Count, int Right);
}
