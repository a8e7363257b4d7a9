namespace Archwright.Geometry;

/// <summary>
/// Principal curvatures of vertices. Method: the second fundamental form of each face from the change of vertex normals
/// along its edges, averaged over the faces of a vertex by corner area (Rusinkiewicz 2004, doi 10.1109/TDPVT.2004.1335277).
/// Mesh kind: any with consistent faces; a vertex without a face of area has curvature zero.
/// Complexity: O(faces). Known limit: noise of the scan shows; smooth first, or average over a neighbourhood.
/// </summary>
public static class Curvature
{
    /// <summary>One value per vertex.</summary>
    public static VertexCurvature[] Of(TriangleMesh mesh)
    {
        Vec3[] normals = VertexNormals.Of(mesh);
        var tensors = new SymmetricMatrix3[mesh.VertexCount];
        double[] weights = new double[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            Vec3 area = mesh.AreaVector(f);
            double weight = area.Length;
            if (!(weight > 0))
                continue;
            SymmetricMatrix3 tensor = FaceTensor(mesh, t, normals, area.Normalized());
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
            {
                tensors[v] += tensor * weight;
                weights[v] += weight;
            }
        }

        var result = new VertexCurvature[mesh.VertexCount];
        for (int v = 0; v < result.Length; v++)
        {
            if (weights[v] > 0 && normals[v] != Vec3.Zero)
                result[v] = Principal(tensors[v] * (1 / weights[v]), normals[v]);
        }

        return result;
    }

    /// <summary>Least squares for the tensor (xx, xy, yy) in the face's plane from normal differences along three edges.</summary>
    private static SymmetricMatrix3 FaceTensor(TriangleMesh mesh, Triangle t, Vec3[] normals, Vec3 faceNormal)
    {
        Vec3 x = (mesh.Vertices[t.B] - mesh.Vertices[t.A]).Normalized();
        Vec3 y = Vec3.Cross(faceNormal, x);
        SymmetricMatrix3 left = default;
        Vec3 right = Vec3.Zero;
        foreach ((int from, int to) in (ReadOnlySpan<(int From, int To)>)[(t.A, t.B), (t.B, t.C), (t.C, t.A)])
        {
            Vec3 edge = mesh.Vertices[to] - mesh.Vertices[from];
            Vec3 turn = normals[to] - normals[from];
            double u = Vec3.Dot(edge, x);
            double v = Vec3.Dot(edge, y);
            double du = Vec3.Dot(turn, x);
            double dv = Vec3.Dot(turn, y);
            left += SymmetricMatrix3.Outer(new Vec3(u, v, 0)) + SymmetricMatrix3.Outer(new Vec3(0, u, v));
            right += new Vec3(u * du, (v * du) + (u * dv), v * dv);
        }

        (double a, double b, double c) = Solve(left, right);
        return (SymmetricMatrix3.Outer(x) * a) + (SymmetricMatrix3.Outer(y) * c)
            + ((SymmetricMatrix3.Outer(x + y) + (SymmetricMatrix3.Outer(x) * -1) + (SymmetricMatrix3.Outer(y) * -1)) * b);
    }

    private static (double A, double B, double C) Solve(SymmetricMatrix3 m, Vec3 r)
    {
        // a needle face leaves the system singular; a little damping keeps it solvable
        double damp = 1e-9 * (m.XX + m.YY + m.ZZ);
        Vec3 c0 = new(m.XX + damp, m.XY, m.XZ);
        Vec3 c1 = new(m.XY, m.YY + damp, m.YZ);
        Vec3 c2 = new(m.XZ, m.YZ, m.ZZ + damp);
        double det = Vec3.Dot(c0, Vec3.Cross(c1, c2));
        if (det == 0)
            return (0, 0, 0);
        return (
            Vec3.Dot(r, Vec3.Cross(c1, c2)) / det, Vec3.Dot(c0, Vec3.Cross(r, c2)) / det, Vec3.Dot(c0, Vec3.Cross(c1, r)) / det);
    }

    private static VertexCurvature Principal(SymmetricMatrix3 tensor, Vec3 normal)
    {
        Vec3 x = Vec3.Cross(Math.Abs(normal.X) < 0.6 ? Vec3.UnitX : Vec3.UnitY, normal).Normalized();
        Vec3 y = Vec3.Cross(normal, x);
        double a = Vec3.Dot(x, tensor.Apply(x));
        double b = Vec3.Dot(x, tensor.Apply(y));
        double c = Vec3.Dot(y, tensor.Apply(y));
        double half = Math.Sqrt((((a - c) / 2) * ((a - c) / 2)) + (b * b));
        double angle = Math.Atan2(2 * b, a - c) / 2;
        Vec3 direction = (x * Math.Cos(angle)) + (y * Math.Sin(angle));
        return new VertexCurvature(((a + c) / 2) + half, ((a + c) / 2) - half, direction, Vec3.Cross(normal, direction));
    }
}
