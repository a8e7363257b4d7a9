using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archwright.Geometry;

/// <summary>
/// Generalised winding number of a mesh: near 1 inside, near 0 outside, in between beside holes. Method: fast winding
/// numbers for soups (Barill, Dickson, Schmidt, Levin and Jacobson 2018, doi 10.1145/3197517.3201337): the far field of
/// each branch of the tree by the Taylor expansion of the dipole field to second order, near faces by their exact solid
/// angle, eight at a time in single precision. Within 0.1 of the exact sum, 0.01 in the
/// mean (tested): made for telling sides, not for measuring.
/// Mesh kind: any with consistent faces, open or self-overlapping too (overlaps count twice).
/// Complexity: build O(n), query O(log n).
/// Known limit: within about 1e-5 mm of the surface the value may belong to the other side.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class WindingNumber
{
    private const int Lanes = BvhBuilder.Width;

    // rows of eight: centre xyz, radius², area vector xyz, second-order moments xx yy zz xy xz yz
    private const int Rows = 13;
    private const int Stride = Rows * Lanes;

    // a branch seen from beyond this many of its radii is far (beta in the paper)
    private const double FarRadii = 2.0;

    private readonly Bvh _bvh;
    private readonly float[] _moments;

    private WindingNumber(Bvh bvh)
    {
        _bvh = bvh;
        _moments = new float[bvh.Children.Length * Rows];
        if (bvh.Children.Length > 0)
            _ = Gather(0);
    }

    /// <summary>Prepares <paramref name="mesh"/>.</summary>
    public static WindingNumber Build(TriangleMesh mesh) => new(Bvh.Build(mesh));

    /// <summary>Prepares the mesh of a tree already built.</summary>
    public static WindingNumber Build(Bvh bvh) => new(bvh);

    /// <summary>The winding number at <paramref name="p"/>; 0 for a mesh without faces.</summary>
    [SkipLocalsInit]
    public double At(Vec3 p)
    {
        if (_moments.Length == 0 || !p.IsFinite)
            return 0;
        Vec3 local = p - _bvh.Center;
        Vector256<float> x = Vector256.Create((float)local.X);
        Vector256<float> y = Vector256.Create((float)local.Y);
        Vector256<float> z = Vector256.Create((float)local.Z);
        Vector256<float> far = Vector256<float>.Zero;
        Vector256<float> near = Vector256<float>.Zero;
        ref float moments = ref MemoryMarshal.GetArrayDataReference(_moments);
        ReadOnlySpan<int> children = _bvh.Children;
        Span<int> stack = stackalloc int[_bvh.StackSize];
        stack[0] = 0;
        int top = 1;
        while (top > 0)
        {
            int node = stack[--top];
            ref float m = ref Unsafe.Add(ref moments, node * Stride);
            Vector256<float> rx = Row(ref m, 0) - x;
            Vector256<float> ry = Row(ref m, 1) - y;
            Vector256<float> rz = Row(ref m, 2) - z;
            Vector256<float> r2 = (rx * rx) + (ry * ry) + (rz * rz);
            Vector256<float> isFar = Vector256.GreaterThan(r2, Row(ref m, 3));
            Vector256<float> inverse2 = Vector256<float>.One / r2;
            Vector256<float> inverse3 = inverse2 * Vector256.Sqrt(inverse2);
            Vector256<float> xx = Row(ref m, 7);
            Vector256<float> yy = Row(ref m, 8);
            Vector256<float> zz = Row(ref m, 9);
            Vector256<float> dipole = (Row(ref m, 4) * rx) + (Row(ref m, 5) * ry) + (Row(ref m, 6) * rz);
            Vector256<float> cross = (Row(ref m, 10) * rx * ry) + (Row(ref m, 11) * rx * rz) + (Row(ref m, 12) * ry * rz);
            Vector256<float> quadratic = (xx * rx * rx) + (yy * ry * ry) + (zz * rz * rz) + cross + cross;
            Vector256<float> value =
                (dipole + (xx + yy + zz) - (Vector256.Create(3f) * quadratic * inverse2)) * inverse3;
            far += Vector256.ConditionalSelect(isFar, value, Vector256<float>.Zero);
            uint open = ~isFar.ExtractMostSignificantBits() & 0xFF;
            for (; open != 0; open &= open - 1)
            {
                int child = children[(node * Lanes) + System.Numerics.BitOperations.TrailingZeroCount(open)];
                if (child >= 0)
                    stack[top++] = child;
                else
                    near += _bvh.Packets.HalfSolidAngle(~child, x, y, z);
            }
        }

        return (Vector256.Sum(far) + (2.0 * Vector256.Sum(near))) / (4 * Math.PI);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row(ref float moments, int row) => Vector256.LoadUnsafe(ref moments, (nuint)(row * Lanes));

    private List<int> Gather(int node)
    {
        var all = new List<int>();
        for (int lane = 0; lane < Lanes; lane++)
        {
            int child = _bvh.Children[(node * Lanes) + lane];
            if (child == int.MinValue)
            {
                StoreEmpty(node, lane);
                continue;
            }

            List<int> faces = child >= 0 ? Gather(child) : FacesOf(~child);
            Store(node, lane, faces);
            all.AddRange(faces);
        }

        return all;
    }

    private List<int> FacesOf(int packet)
    {
        var faces = new List<int>(Lanes);
        for (int lane = 0; lane < Lanes && _bvh.Packets.FaceOf(packet, lane) >= 0; lane++)
            faces.Add(_bvh.Packets.FaceOf(packet, lane));
        return faces;
    }

    private void Store(int node, int lane, List<int> faces)
    {
        TriangleMesh mesh = _bvh.Mesh;
        Vec3 center = Vec3.Zero;
        Vec3 mean = Vec3.Zero;
        double area = 0;
        foreach (int f in faces)
        {
            double twice = mesh.AreaVector(f).Length;
            area += twice;
            center += mesh.FaceCenter(f) * twice;
            mean += mesh.FaceCenter(f);
        }

        center = area > 0 ? center / area : mean / faces.Count;
        double radiusSquared = 0;
        Vec3 vector = Vec3.Zero;
        SymmetricMatrix3 moment = default;
        foreach (int f in faces)
        {
            Vec3 n = mesh.AreaVector(f) * 0.5;
            Vec3 arm = mesh.FaceCenter(f) - center;
            vector += n;
            moment += new SymmetricMatrix3(
                arm.X * n.X,
                arm.Y * n.Y,
                arm.Z * n.Z,
                ((arm.X * n.Y) + (arm.Y * n.X)) / 2,
                ((arm.X * n.Z) + (arm.Z * n.X)) / 2,
                ((arm.Y * n.Z) + (arm.Z * n.Y)) / 2);
            for (int c = 0; c < 3; c++)
                radiusSquared = Math.Max(radiusSquared, (mesh.Corner(f, c) - center).LengthSquared);
        }

        Vec3 local = center - _bvh.Center;
        ReadOnlySpan<double> rows =
        [
            local.X, local.Y, local.Z, radiusSquared * FarRadii * FarRadii, vector.X, vector.Y, vector.Z,
            moment.XX, moment.YY, moment.ZZ, moment.XY, moment.XZ, moment.YZ,
        ];
        for (int row = 0; row < Rows; row++)
            _moments[(node * Stride) + (row * Lanes) + lane] = (float)rows[row];
    }

    private void StoreEmpty(int node, int lane)
    {
        for (int row = 0; row < Rows; row++)
            _moments[(node * Stride) + (row * Lanes) + lane] = row < 3 ? 1e12f : row == 3 ? -1f : 0f;
    }
}
