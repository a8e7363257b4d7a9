using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archwright.Geometry;

/// <summary>
/// Faces in packets of eight, single precision, relative to a centre: corners, unit normal, inverse squared edge lengths.
/// Lanes without a face hold a point very far away, so that they never win and subtend no angle.
/// Vector256 falls back to narrower or scalar code where the machine lacks it, with the same numbers: only plain
/// products and sums are used, none fused.
/// </summary>
internal sealed class TrianglePackets
{
    internal const int Lanes = 8;
    private const int Ax = 0;
    private const int Bx = 3;
    private const int Cx = 6;
    private const int Nx = 9;
    private const int InverseAb = 12;
    private const int InverseBc = 13;
    private const int InverseCa = 14;
    private const int Stride = 15 * Lanes;
    private const float Far = 1e12f;

    private readonly float[] _data;
    private readonly int[] _faces;

    internal TrianglePackets(TriangleMesh mesh, List<int[]> packets, Vec3 center)
    {
        _data = new float[packets.Count * Stride];
        _faces = new int[packets.Count * Lanes];
        Array.Fill(_faces, -1);
        for (int p = 0; p < packets.Count; p++)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                if (lane < packets[p].Length)
                    Fill(mesh, p, lane, packets[p][lane], center);
                else
                    FillFar(p, lane);
            }
        }
    }

    internal int Count => _faces.Length / Lanes;

    /// <summary>The face in a lane, −1 where none.</summary>
    internal int FaceOf(int packet, int lane) => _faces[(packet * Lanes) + lane];

    /// <summary>Squared distance from (x, y, z) to each of the eight faces, single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> DistanceSquared(int packet, Vector256<float> x, Vector256<float> y, Vector256<float> z)
    {
        ref float d = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_data), packet * Stride);
        Vector256<float> ax = Load(ref d, Ax);
        Vector256<float> ay = Load(ref d, Ax + 1);
        Vector256<float> az = Load(ref d, Ax + 2);
        Vector256<float> bx = Load(ref d, Bx);
        Vector256<float> by = Load(ref d, Bx + 1);
        Vector256<float> bz = Load(ref d, Bx + 2);
        Vector256<float> cx = Load(ref d, Cx);
        Vector256<float> cy = Load(ref d, Cx + 1);
        Vector256<float> cz = Load(ref d, Cx + 2);
        Vector256<float> nx = Load(ref d, Nx);
        Vector256<float> ny = Load(ref d, Nx + 1);
        Vector256<float> nz = Load(ref d, Nx + 2);
        Vector256<float> apx = x - ax;
        Vector256<float> apy = y - ay;
        Vector256<float> apz = z - az;
        Edge(apx, apy, apz, bx - ax, by - ay, bz - az, Load(ref d, InverseAb), nx, ny, nz, out Vector256<float> d2, out Vector256<float> inside);
        Edge(x - bx, y - by, z - bz, cx - bx, cy - by, cz - bz, Load(ref d, InverseBc), nx, ny, nz, out Vector256<float> d2Bc, out Vector256<float> insideBc);
        Edge(x - cx, y - cy, z - cz, ax - cx, ay - cy, az - cz, Load(ref d, InverseCa), nx, ny, nz, out Vector256<float> d2Ca, out Vector256<float> insideCa);
        Vector256<float> edges = Vector256.Min(d2, Vector256.Min(d2Bc, d2Ca));
        Vector256<float> height = (apx * nx) + (apy * ny) + (apz * nz);
        return Vector256.ConditionalSelect(inside & insideBc & insideCa, height * height, edges);
    }

    /// <summary>Half the solid angle each of the eight faces subtends at (x, y, z), radians, negative seen from outside.</summary>
    /// <remarks>Van Oosterom and Strackee 1983, doi 10.1109/TBME.1983.325207.</remarks>
    internal Vector256<float> HalfSolidAngle(int packet, Vector256<float> x, Vector256<float> y, Vector256<float> z)
    {
        ref float d = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_data), packet * Stride);
        Vector256<float> ax = Load(ref d, Ax) - x;
        Vector256<float> ay = Load(ref d, Ax + 1) - y;
        Vector256<float> az = Load(ref d, Ax + 2) - z;
        Vector256<float> bx = Load(ref d, Bx) - x;
        Vector256<float> by = Load(ref d, Bx + 1) - y;
        Vector256<float> bz = Load(ref d, Bx + 2) - z;
        Vector256<float> cx = Load(ref d, Cx) - x;
        Vector256<float> cy = Load(ref d, Cx + 1) - y;
        Vector256<float> cz = Load(ref d, Cx + 2) - z;
        Vector256<float> a = Vector256.Sqrt((ax * ax) + (ay * ay) + (az * az));
        Vector256<float> b = Vector256.Sqrt((bx * bx) + (by * by) + (bz * bz));
        Vector256<float> c = Vector256.Sqrt((cx * cx) + (cy * cy) + (cz * cz));
        Vector256<float> triple =
            (ax * ((by * cz) - (bz * cy))) + (ay * ((bz * cx) - (bx * cz))) + (az * ((bx * cy) - (by * cx)));
        Vector256<float> ab = (ax * bx) + (ay * by) + (az * bz);
        Vector256<float> bc = (bx * cx) + (by * cy) + (bz * cz);
        Vector256<float> ca = (cx * ax) + (cy * ay) + (cz * az);
        return ArcTangent(triple, (a * b * c) + (ab * c) + (bc * a) + (ca * b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Edge(
        Vector256<float> px, Vector256<float> py, Vector256<float> pz,
        Vector256<float> ex, Vector256<float> ey, Vector256<float> ez,
        Vector256<float> inverse,
        Vector256<float> nx, Vector256<float> ny, Vector256<float> nz,
        out Vector256<float> distanceSquared, out Vector256<float> inside)
    {
        Vector256<float> t = ((px * ex) + (py * ey) + (pz * ez)) * inverse;
        t = Vector256.Min(Vector256.Max(t, Vector256<float>.Zero), Vector256<float>.One);
        Vector256<float> dx = px - (t * ex);
        Vector256<float> dy = py - (t * ey);
        Vector256<float> dz = pz - (t * ez);
        distanceSquared = (dx * dx) + (dy * dy) + (dz * dz);

        // (e × p) · n ≥ 0 on the face's side of the edge; false where n is not a number
        Vector256<float> side =
            (((ey * pz) - (ez * py)) * nx) + (((ez * px) - (ex * pz)) * ny) + (((ex * py) - (ey * px)) * nz);
        inside = Vector256.GreaterThanOrEqual(side, Vector256<float>.Zero);
    }

    /// <summary>atan2(y, x) within 2e-5, by a minimax polynomial on [0, 1] and reflections (Hastings 1955, sheet 11).</summary>
    private static Vector256<float> ArcTangent(Vector256<float> y, Vector256<float> x)
    {
        Vector256<float> ay = Vector256.Abs(y);
        Vector256<float> ax = Vector256.Abs(x);
        Vector256<float> large = Vector256.Max(ax, ay);
        Vector256<float> t = Vector256.Min(ax, ay) / Vector256.Max(large, Vector256.Create(1e-37f));
        Vector256<float> s = t * t;
        Vector256<float> r = Vector256.Create(0.0208351f);
        r = (r * s) - Vector256.Create(0.0851330f);
        r = (r * s) + Vector256.Create(0.1801410f);
        r = (r * s) - Vector256.Create(0.3302995f);
        r = (r * s) + Vector256.Create(0.9998660f);
        r *= t;
        r = Vector256.ConditionalSelect(Vector256.GreaterThan(ay, ax), Vector256.Create(MathF.PI / 2) - r, r);
        r = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256.Create(MathF.PI) - r, r);
        return Vector256.ConditionalSelect(Vector256.LessThan(y, Vector256<float>.Zero), -r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float data, int row) => Vector256.LoadUnsafe(ref data, (nuint)(row * Lanes));

    private void Fill(TriangleMesh mesh, int packet, int lane, int face, Vec3 center)
    {
        _faces[(packet * Lanes) + lane] = face;
        Vec3 a = mesh.Corner(face, 0);
        Vec3 b = mesh.Corner(face, 1);
        Vec3 c = mesh.Corner(face, 2);
        Store(packet, lane, Ax, a - center);
        Store(packet, lane, Bx, b - center);
        Store(packet, lane, Cx, c - center);

        // without a trustworthy normal the point counts as beside the face, and the edges decide
        Vec3 n = mesh.AreaVector(face);
        double longest = Math.Max((b - a).LengthSquared, Math.Max((c - b).LengthSquared, (a - c).LengthSquared));
        Store(packet, lane, Nx, n.Length > 1e-9 * longest ? n.Normalized() : new Vec3(double.NaN, double.NaN, double.NaN));
        this[packet, lane, InverseAb] = Inverse((b - a).LengthSquared);
        this[packet, lane, InverseBc] = Inverse((c - b).LengthSquared);
        this[packet, lane, InverseCa] = Inverse((a - c).LengthSquared);
    }

    private void FillFar(int packet, int lane)
    {
        for (int row = Ax; row < Nx; row++)
            this[packet, lane, row] = Far;
        for (int row = Nx; row < InverseAb; row++)
            this[packet, lane, row] = float.NaN;
    }

    private void Store(int packet, int lane, int row, Vec3 v)
    {
        this[packet, lane, row] = (float)v.X;
        this[packet, lane, row + 1] = (float)v.Y;
        this[packet, lane, row + 2] = (float)v.Z;
    }

    private float this[int packet, int lane, int row]
    {
        set => _data[(packet * Stride) + (row * Lanes) + lane] = value;
    }

    private static float Inverse(double lengthSquared) => lengthSquared > 1e-30 ? (float)(1 / lengthSquared) : 0f;
}
