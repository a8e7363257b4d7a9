using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// A bounding volume hierarchy over the faces of a mesh: nearest point and first ray hit. Method: an eight-wide tree built
/// by surface-area heuristic (<see cref="BvhBuilder"/>); boxes and faces are tested eight at a time in single precision
/// with a margin that covers its rounding, and every face that may win is measured again in double precision, so that
/// results are those of exact search over all faces (ties: the lowest face).
/// Mesh kind: any, also open, non-manifold or with faces of no area; not empty of faces for a hit.
/// Complexity: build O(n log n), query O(log n) for points near the surface. Memory about 100 bytes a face.
/// Known limit: coordinates beyond 1e6 mm lose the single-precision search its sharpness (slow, still right).
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed partial class Bvh
{
    private const int Lanes = BvhBuilder.Width;
    private const int NodeStride = 6 * Lanes;
    private const int NoChild = int.MinValue;
    private const int BatchSize = 256;

    private readonly float[] _boxes;
    private readonly int[] _children;
    private readonly TrianglePackets _packets;
    private readonly int _stackSize;
    private readonly double _extent;

    private Bvh(TriangleMesh mesh)
    {
        Mesh = mesh;
        Center = mesh.VertexCount == 0 ? Vec3.Zero : mesh.Bounds.Center;
        _extent = mesh.Bounds.Size.Length;
        if (mesh.TriangleCount == 0)
        {
            _boxes = [];
            _children = [];
            _packets = new TrianglePackets(mesh, [], Center);
            return;
        }

        var builder = new BvhBuilder(mesh);
        builder.Build();
        _stackSize = (builder.Depth * (Lanes - 1)) + Lanes;
        _packets = new TrianglePackets(mesh, builder.Packets, Center);
        _boxes = new float[builder.Nodes.Count * NodeStride];
        _children = new int[builder.Nodes.Count * Lanes];
        Array.Fill(_children, NoChild);
        for (int n = 0; n < builder.Nodes.Count; n++)
            StoreNode(n, builder.Nodes[n]);
    }

    /// <summary>The mesh searched.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>The point single-precision data is relative to.</summary>
    internal Vec3 Center { get; }

    internal TrianglePackets Packets => _packets;

    internal ReadOnlySpan<int> Children => _children;

    internal int StackSize => _stackSize;

    /// <summary>Builds the tree of <paramref name="mesh"/>, whose vertices must be finite.</summary>
    public static Bvh Build(TriangleMesh mesh)
    {
        Preconditions.Require(
            mesh.VertexCount == 0 || (mesh.Bounds.Min.IsFinite && mesh.Bounds.Max.IsFinite), "vertices are finite");
        return new Bvh(mesh);
    }

    /// <summary>
    /// The point of the surface nearest to <paramref name="p"/>; <see cref="ClosestHit.None"/> where none lies nearer than
    /// <paramref name="maxMm"/>.
    /// </summary>
    [SkipLocalsInit]
    public ClosestHit Closest(Vec3 p, double maxMm = double.PositiveInfinity)
    {
        if (_children.Length == 0 || !p.IsFinite)
            return ClosestHit.None;
        Vec3 local = p - Center;
        Vector256<float> x = Vector256.Create((float)local.X);
        Vector256<float> y = Vector256.Create((float)local.Y);
        Vector256<float> z = Vector256.Create((float)local.Z);

        // what rounding to single precision may move a distance by, with room to spare
        double slack = 1e-6 * (_extent + local.Length);
        double best = maxMm * maxMm;
        int bestFace = -1;
        Vec3 bestPoint = default;
        float cull = Cull(maxMm, slack);
        Span<Entry> stack = stackalloc Entry[_stackSize];
        int top = 0;
        Entry current = new(0, 0);
        ref float boxes = ref MemoryMarshal.GetArrayDataReference(_boxes);
        ref int children = ref MemoryMarshal.GetArrayDataReference(_children);
        while (true)
        {
            if (current.DistanceSquared > cull)
            {
                // further down the stack there may be nearer entries: each node's children were pushed far to near
            }
            else if (current.Child < 0)
            {
                Vector256<float> d2 = _packets.DistanceSquared(~current.Child, x, y, z);
                float least = Least(d2);
                if (least <= cull)
                {
                    float limit = Math.Min(cull, Cull(Math.Sqrt(least), slack * 2));
                    uint mask = Vector256.LessThanOrEqual(d2, Vector256.Create(limit)).ExtractMostSignificantBits();
                    for (; mask != 0; mask &= mask - 1)
                    {
                        int face = _packets.FaceOf(~current.Child, System.Numerics.BitOperations.TrailingZeroCount(mask));
                        if (face < 0)
                            continue;
                        Vec3 q = OnFace(face, p);
                        double exact = (q - p).LengthSquared;
                        if (exact < best || (exact == best && face < bestFace))
                            (best, bestFace, bestPoint) = (exact, face, q);
                    }

                    cull = Cull(Math.Sqrt(best), slack);
                }
            }
            else
            {
                ref float box = ref Unsafe.Add(ref boxes, current.Child * NodeStride);
                Vector256<float> dx = Outside(ref box, 0, x);
                Vector256<float> dy = Outside(ref box, 1, y);
                Vector256<float> dz = Outside(ref box, 2, z);
                Vector256<float> d2 = (dx * dx) + (dy * dy) + (dz * dz);
                uint mask = Vector256.LessThanOrEqual(d2, Vector256.Create(cull)).ExtractMostSignificantBits();
                int bottom = top;
                for (; mask != 0; mask &= mask - 1)
                {
                    int lane = System.Numerics.BitOperations.TrailingZeroCount(mask);
                    int child = Unsafe.Add(ref children, (current.Child * Lanes) + lane);
                    if (child == NoChild)
                        continue;
                    float distance = d2.GetElement(lane);
                    int at = top++;
                    for (; at > bottom && stack[at - 1].DistanceSquared < distance; at--)
                        stack[at] = stack[at - 1];
                    stack[at] = new Entry(distance, child);
                }
            }

            if (top == 0)
                break;
            current = stack[--top];
        }

        return bestFace < 0 ? ClosestHit.None : new ClosestHit(bestFace, bestPoint, Math.Sqrt(best));
    }

    /// <summary>
    /// <see cref="Closest(Vec3, double)"/> for many points on the context's threads; hit i belongs to point i.
    /// </summary>
    public ClosestHit[] Closest(Vec3[] points, RunContext context, double maxMm = double.PositiveInfinity)
    {
        var hits = new ClosestHit[points.Length];
        context.For((points.Length + BatchSize - 1) / BatchSize, batch =>
        {
            int end = Math.Min(points.Length, (batch + 1) * BatchSize);
            for (int i = batch * BatchSize; i < end; i++)
                hits[i] = Closest(points[i], maxMm);
        });
        return hits;
    }

    /// <summary>
    /// The first face the ray from <paramref name="origin"/> meets within <paramref name="maxMm"/>, from either side; null
    /// where none. The direction need not be a unit vector. Method: slab test of eight boxes at a time, then Möller and
    /// Trumbore 1997 (doi 10.1080/10867651.1997.10487468) in double precision. A ray through an edge or a vertex exactly
    /// may rarely slip between two faces.
    /// </summary>
    [SkipLocalsInit]
    public RayHit? Raycast(Vec3 origin, Vec3 direction, double maxMm = double.PositiveInfinity)
    {
        Vec3 unit = direction.Normalized();
        if (_children.Length == 0 || unit == Vec3.Zero || !origin.IsFinite)
            return null;
        Vec3 local = origin - Center;
        var ray = new PacketRay(local, unit);
        double slack = 1e-6 * (_extent + local.Length);
        double best = maxMm;
        int bestFace = -1;
        Span<Entry> stack = stackalloc Entry[_stackSize];
        stack[0] = new Entry(0, 0);
        int top = 1;
        while (top > 0)
        {
            Entry entry = stack[--top];
            if (entry.DistanceSquared > best + slack)
                continue;
            if (entry.Child < 0)
            {
                for (int lane = 0; lane < Lanes; lane++)
                {
                    int face = _packets.FaceOf(~entry.Child, lane);
                    if (face < 0)
                        break;
                    double t = Meet(face, origin, unit);
                    if (t < best || (t == best && face < bestFace))
                        (best, bestFace) = (t, face);
                }

                continue;
            }

            Vector256<float> near = ray.Enter(ref _boxes[entry.Child * NodeStride], (float)slack, out uint mask);
            int bottom = top;
            for (; mask != 0; mask &= mask - 1)
            {
                int lane = System.Numerics.BitOperations.TrailingZeroCount(mask);
                int child = _children[(entry.Child * Lanes) + lane];
                if (child == NoChild)
                    continue;
                float distance = near.GetElement(lane);
                int at = top++;
                for (; at > bottom && stack[at - 1].DistanceSquared < distance; at--)
                    stack[at] = stack[at - 1];
                stack[at] = new Entry(distance, child);
            }
        }

        return bestFace < 0 ? null : new RayHit(bestFace, origin + (unit * best), best);
    }

    private static float Cull(double distance, double slack)
    {
        double d = distance + slack;
        double squared = d * d * (1 + 1e-6);
        return squared < 1e30 ? (float)squared : 1e30f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Outside(ref float box, int axis, Vector256<float> p)
    {
        Vector256<float> below = Vector256.LoadUnsafe(ref box, (nuint)(axis * Lanes)) - p;
        Vector256<float> above = p - Vector256.LoadUnsafe(ref box, (nuint)((axis + 3) * Lanes));
        return Vector256.Max(Vector256.Max(below, above), Vector256<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Least(Vector256<float> v)
    {
        Vector128<float> m = Vector128.Min(v.GetLower(), v.GetUpper());
        m = Vector128.Min(m, Vector128.Shuffle(m, Vector128.Create(2, 3, 0, 1)));
        m = Vector128.Min(m, Vector128.Shuffle(m, Vector128.Create(1, 0, 3, 2)));
        return m.ToScalar();
    }

    private Vec3 OnFace(int face, Vec3 p)
    {
        Triangle t = Mesh.TriangleArray[face];
        Vec3[] v = Mesh.VertexArray;
        return ClosestPoint.OnTriangle(p, v[t.A], v[t.B], v[t.C]);
    }

    private double Meet(int face, Vec3 origin, Vec3 unit)
    {
        Vec3 a = Mesh.Corner(face, 0);
        Vec3 ab = Mesh.Corner(face, 1) - a;
        Vec3 ac = Mesh.Corner(face, 2) - a;
        Vec3 h = Vec3.Cross(unit, ac);
        double det = Vec3.Dot(ab, h);
        if (det == 0)
            return double.PositiveInfinity;
        Vec3 s = origin - a;
        double u = Vec3.Dot(s, h) / det;
        Vec3 q = Vec3.Cross(s, ab);
        double v = Vec3.Dot(unit, q) / det;
        double t = Vec3.Dot(ac, q) / det;
        return u >= 0 && v >= 0 && u + v <= 1 && t >= 0 ? t : double.PositiveInfinity;
    }

    private void StoreNode(int node, BvhBuilder.WideNode wide)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            bool used = lane < wide.Children.Count;
            Aabb box = used ? wide.Boxes[lane] : new Aabb(Center + new Vec3(1e12, 1e12, 1e12), Center + new Vec3(1e12, 1e12, 1e12));
            StoreRow(node, lane, 0, box.Min - Center, -1);
            StoreRow(node, lane, 3, box.Max - Center, 1);
            if (used)
                _children[(node * Lanes) + lane] = wide.Children[lane];
        }
    }

    private void StoreRow(int node, int lane, int row, Vec3 corner, int outwards)
    {
        int at = (node * NodeStride) + (row * Lanes) + lane;
        _boxes[at] = Rounded(corner.X, outwards);
        _boxes[at + Lanes] = Rounded(corner.Y, outwards);
        _boxes[at + (2 * Lanes)] = Rounded(corner.Z, outwards);
    }

    private static float Rounded(double value, int outwards)
    {
        float single = (float)value;
        if (outwards < 0)
            return single > value ? MathF.BitDecrement(single) : single;
        return single < value ? MathF.BitIncrement(single) : single;
    }

    private readonly record struct Entry(float DistanceSquared, int Child);

    private readonly struct PacketRay(Vec3 origin, Vec3 unit)
    {
        private readonly Vec3 _origin = origin;

        // a zero component becomes a huge finite inverse: 0 · ∞ would not be a number
        private readonly Vec3 _inverse = new(Inverse(unit.X), Inverse(unit.Y), Inverse(unit.Z));

        internal Vector256<float> Enter(ref float box, float slack, out uint mask)
        {
            Vector256<float> near = Vector256<float>.Zero;
            Vector256<float> far = Vector256.Create(float.MaxValue);
            Clip(ref box, 0, (float)_origin.X, (float)_inverse.X, slack, ref near, ref far);
            Clip(ref box, 1, (float)_origin.Y, (float)_inverse.Y, slack, ref near, ref far);
            Clip(ref box, 2, (float)_origin.Z, (float)_inverse.Z, slack, ref near, ref far);
            mask = Vector256.LessThanOrEqual(near, far).ExtractMostSignificantBits();
            return near;
        }

        private static double Inverse(double d) => Math.Abs(d) > 1e-18 ? 1 / d : d < 0 ? -1e18 : 1e18;

        private static void Clip(
            ref float box, int axis, float origin, float inverse, float slack, ref Vector256<float> near, ref Vector256<float> far)
        {
            Vector256<float> low = (Vector256.LoadUnsafe(ref box, (nuint)(axis * Lanes)) - Vector256.Create(origin + slack)) * inverse;
            Vector256<float> high = (Vector256.LoadUnsafe(ref box, (nuint)((axis + 3) * Lanes)) - Vector256.Create(origin - slack)) * inverse;
            near = Vector256.Max(near, Vector256.Min(low, high));
            far = Vector256.Min(far, Vector256.Max(low, high));
        }
    }
}
