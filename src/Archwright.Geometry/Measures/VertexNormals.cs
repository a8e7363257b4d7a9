namespace Archwright.Geometry;

/// <summary>
/// Outward unit normals of vertices. Method: face normals weighted by the angle at the vertex, which does not depend on
/// how the faces are cut (Bærentzen and Aanæs 2005, doi 10.1109/TVCG.2005.49). Mesh kind: any with consistent faces.
/// A vertex without a face of area has the normal zero. Complexity: O(faces).
/// </summary>
public static class VertexNormals
{
    /// <summary>One unit vector per vertex.</summary>
    public static Vec3[] Of(TriangleMesh mesh)
    {
        var normals = new Vec3[mesh.VertexCount];
        foreach (Triangle t in mesh.Triangles)
        {
            Vec3 a = mesh.Vertices[t.A];
            Vec3 b = mesh.Vertices[t.B];
            Vec3 c = mesh.Vertices[t.C];
            Vec3 n = Vec3.Cross(b - a, c - a).Normalized();
            normals[t.A] += n * Angle(b - a, c - a);
            normals[t.B] += n * Angle(c - b, a - b);
            normals[t.C] += n * Angle(a - c, b - c);
        }

        for (int v = 0; v < normals.Length; v++)
            normals[v] = normals[v].Normalized();
        return normals;
    }

    private static double Angle(Vec3 u, Vec3 v) => Math.Atan2(Vec3.Cross(u, v).Length, Vec3.Dot(u, v));
}
