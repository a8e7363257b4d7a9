using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// A second layer over the surface. Whoever leaves a body through its surface and meets, straight on, a surface that is left
/// too, was never inside again: two sheets of one surface lie over each other. Method: a short ray outwards from each vertex;
/// a face that looks the same way marks it. O(vertices · log faces).
/// </summary>
internal static class LayerCheck
{
    private const double OffMm = 0.03;
    private const double ReachMm = 0.8;
    private const double SameWay = 0.5;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options, RunContext context)
    {
        TriangleMesh mesh = scan.Mesh;
        bool[] isUnder = new bool[mesh.VertexCount];
        context.For((isUnder.Length + 1023) / 1024, batch =>
        {
            for (int v = batch * 1024; v < Math.Min(isUnder.Length, (batch + 1) * 1024); v++)
            {
                Vec3 n = scan.Normals[v];
                if (n == Vec3.Zero || scan.Bvh.Raycast(mesh.Vertices[v] + (n * OffMm), n, ReachMm) is not { } hit)
                    continue;
                isUnder[v] = Vec3.Dot(mesh.AreaVector(hit.Face).Normalized(), n) > SameWay && !Touches(mesh.Triangles[hit.Face], v);
            }
        });

        bool[] isMarked = new bool[mesh.TriangleCount];
        for (int f = 0; f < isMarked.Length; f++)
        {
            Triangle t = mesh.Triangles[f];
            isMarked[f] = (isUnder[t.A] ? 1 : 0) + (isUnder[t.B] ? 1 : 0) + (isUnder[t.C] ? 1 : 0) >= 2;
        }

        foreach (List<int> group in FaceGroups.OfFaces(scan.Topology, isMarked))
        {
            (double area, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(mesh, group);
            if (area < options.LayerMm2)
                continue;
            yield return scan.Defect(
                "double-layer", DefectSeverity.Rescan, center, normal, group, area, options.LayerMm2, "mm²", "two layers of surface lie over each other") with
            { ReachMm = reach };
        }
    }

    private static bool Touches(Triangle t, int v) => t.A == v || t.B == v || t.C == v;
}
