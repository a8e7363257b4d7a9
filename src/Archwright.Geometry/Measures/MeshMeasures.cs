namespace Archwright.Geometry;

/// <summary>
/// Area, volume, centroids and inertia. Method: sums over faces; volume integrals by the divergence theorem over the
/// tetrahedra between each face and the centre of the box (Mirtich 1996, doi 10.1080/10867651.1996.10487458, in Tonon's
/// tetrahedron form). Area and surface centroid: any mesh. Volume, centroid and inertia: closed meshes; on an open mesh
/// they are those of the solid closed by cones to the box centre. Complexity: O(faces).
/// </summary>
public static class MeshMeasures
{
    /// <summary>Surface area, mm².</summary>
    public static double Area(TriangleMesh mesh)
    {
        double twice = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
            twice += mesh.AreaVector(f).Length;
        return twice / 2;
    }

    /// <summary>Enclosed volume, mm³; negative where the faces look inwards.</summary>
    public static double Volume(TriangleMesh mesh)
    {
        if (mesh.TriangleCount == 0)
            return 0;
        Vec3 center = mesh.Bounds.Center;
        double six = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
            six += Vec3.Dot(mesh.Corner(f, 0) - center, mesh.AreaVector(f));
        return six / 6;
    }

    /// <summary>Centroid of the enclosed solid; of the surface where the volume is nil.</summary>
    public static Vec3 Centroid(TriangleMesh mesh)
    {
        if (mesh.TriangleCount == 0)
            return Vec3.Zero;
        Vec3 center = mesh.Bounds.Center;
        Vec3 sum = Vec3.Zero;
        double six = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 a = mesh.Corner(f, 0) - center;
            double v = Vec3.Dot(a, mesh.AreaVector(f));
            six += v;
            sum += (a + (mesh.Corner(f, 1) - center) + (mesh.Corner(f, 2) - center)) * (v / 4);
        }

        double scale = mesh.Bounds.Size.Length;
        return Math.Abs(six) > 1e-12 * scale * scale * scale ? center + (sum / six) : SurfaceCentroid(mesh);
    }

    /// <summary>Area-weighted centroid of the surface; the mean vertex where the area is nil.</summary>
    public static Vec3 SurfaceCentroid(TriangleMesh mesh)
    {
        Vec3 sum = Vec3.Zero;
        double total = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            double area = mesh.AreaVector(f).Length;
            sum += mesh.FaceCenter(f) * area;
            total += area;
        }

        if (total > 0)
            return sum / total;
        foreach (Vec3 v in mesh.Vertices)
            sum += v;
        return mesh.VertexCount == 0 ? Vec3.Zero : sum / mesh.VertexCount;
    }
}
