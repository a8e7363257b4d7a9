using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Engine;

/// <summary>Teeth as they are written beside the plan: scan frame, each coordinate the 32-bit float the file will hold.</summary>
public static class ToothFiles
{
    /// <summary>
    /// The teeth of a case in scan frame. Rounding happens here, once, so that rules judge exactly the meshes that a later
    /// reader of the plan folder gets.
    /// </summary>
    public static ImmutableArray<SeparatedTooth> Of(MeasuredCase measured)
    {
        RigidTransform scanFromOcclusal = measured.OcclusalFromScan.Inverse;
        return [.. measured.Teeth.Select(t => new SeparatedTooth(t.Id, Rounded(t.Mesh, scanFromOcclusal)) { SeenFaces = t.SeenFaces })];
    }

    internal static TriangleMesh Rounded(TriangleMesh mesh, RigidTransform scanFromOcclusal)
    {
        var vertices = new Vec3[mesh.VertexCount];
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec3 p = scanFromOcclusal.Apply(mesh.Vertices[i]);
            vertices[i] = new Vec3((float)p.X, (float)p.Y, (float)p.Z);
        }

        return mesh.WithVertices(vertices);
    }
}
