using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archwright.Geometry;

// Which triangles cross the surface.
public sealed partial class Bvh
{
    /// <summary>
    /// True where the triangle crosses a face (<see cref="TriangleCrossing"/>); true too for faces it touches or lies in.
    /// </summary>
    [SkipLocalsInit]
    internal bool Crosses(Vec3 a, Vec3 b, Vec3 c)
    {
        if (_children.Length == 0)
            return false;
        var box = new Aabb(Vec3.Min(a, Vec3.Min(b, c)), Vec3.Max(a, Vec3.Max(b, c)));
        Vec3 normal = Vec3.Cross(b - a, c - a);
        double slack = 1e-6 * (_extent + (box.Max - Center).Length + (box.Min - Center).Length);
        Vec3 low = box.Min - Center - new Vec3(slack, slack, slack);
        Vec3 high = box.Max - Center + new Vec3(slack, slack, slack);
        Span<int> stack = stackalloc int[_stackSize];
        stack[0] = 0;
        int top = 1;
        while (top > 0)
        {
            int node = stack[--top];
            if (node < 0)
            {
                for (int lane = 0; lane < Lanes; lane++)
                {
                    int face = _packets.FaceOf(~node, lane);
                    if (face >= 0 && Crosses(face, box, a, b, c, normal))
                        return true;
                }

                continue;
            }

            ref float row = ref _boxes[node * NodeStride];
            uint mask = (Overlap(ref row, 0, low.X, high.X) & Overlap(ref row, 1, low.Y, high.Y) & Overlap(ref row, 2, low.Z, high.Z))
                .ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1)
            {
                int child = _children[(node * Lanes) + BitOperations.TrailingZeroCount(mask)];
                if (child != NoChild)
                    stack[top++] = child;
            }
        }

        return false;
    }

    private bool Crosses(int face, Aabb box, Vec3 a, Vec3 b, Vec3 c, Vec3 normal)
    {
        (Vec3 p, Vec3 q, Vec3 r) = (Mesh.Corner(face, 0), Mesh.Corner(face, 1), Mesh.Corner(face, 2));
        return box.Overlaps(new Aabb(Vec3.Min(p, Vec3.Min(q, r)), Vec3.Max(p, Vec3.Max(q, r))))
            && TriangleCrossing.MayCross(a, b, c, normal, p, q, r);
    }

    private static Vector256<float> Overlap(ref float row, int axis, double low, double high) =>
        Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref row, (nuint)(axis * Lanes)), Vector256.Create((float)high))
        & Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref row, (nuint)((axis + 3) * Lanes)), Vector256.Create((float)low));
}
