using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A crown as cut from a scan and closed.</summary>
/// <param name="Mesh">Closed two-manifold, faces outwards. The first <paramref name="SeenVertices"/> vertices are the scan's own.</param>
/// <param name="SeenVertices">Number of vertices taken from the scan; all further ones were filled in.</param>
/// <param name="SeenFaces">Number of faces taken from the scan, which come first.</param>
/// <param name="Margin">The cervical border, in order.</param>
internal sealed record ClosedCrown(TriangleMesh Mesh, int SeenVertices, int SeenFaces, ImmutableArray<Vec3> Margin)
{
    private const double RootwardShare = 0.5;

    /// <summary>Share of the surface that was filled in, 0–1.</summary>
    public double InferredShare
    {
        get
        {
            double seen = 0;
            double all = 0;
            for (int f = 0; f < Mesh.TriangleCount; f++)
            {
                double area = Mesh.AreaVector(f).Length;
                all += area;
                seen += f < SeenFaces ? area : 0;
            }

            return all > 0 ? 1 - (seen / all) : 0;
        }
    }

    /// <summary>Closes every border loop of a patch; the longest is the cervical margin.</summary>
    public static ClosedCrown Of(CrownPatch patch)
    {
        TriangleMesh mesh = patch.Mesh;
        Vec3[] leaving = LeavingDirections(mesh);
        var points = new List<Vec3>(mesh.Vertices.ToArray());
        var faces = new List<Triangle>(mesh.Triangles.ToArray());
        foreach (int[] loop in patch.Loops)
        {
            Vec3[] border = [.. loop.Select(v => mesh.Vertices[v])];
            Vec3[] tangents = loop == patch.Loops[0] ? Narrowing(mesh, border, loop, leaving) : [.. loop.Select(v => leaving[v])];
            SmoothCap.Patch cap = SmoothCap.Close(border, tangents, loop, points.Count, 0.6);
            points.AddRange(cap.Points);
            faces.AddRange(cap.Faces);
        }

        ImmutableArray<Vec3> margin = patch.Loops.Count == 0 ? [] : [.. patch.Loops[0].Select(v => mesh.Vertices[v])];
        return new ClosedCrown(new TriangleMesh([.. points], [.. faces]), mesh.VertexCount, mesh.TriangleCount, margin);
    }

    // At the cervical border a crown narrows. Between neighbours the scan ends in the web that bridges them, whose surface
    // runs out sideways into the next tooth; that part of the direction is taken away and some of it turned to the root.
    private static Vec3[] Narrowing(TriangleMesh mesh, Vec3[] border, int[] loop, Vec3[] leaving)
    {
        Vec3 opening = Vec3.Zero;
        for (int f = 0; f < mesh.TriangleCount; f++)
            opening += mesh.AreaVector(f);
        Vec3 axis = opening.Normalized();
        Vec3 center = MeshMeasures.SurfaceCentroid(mesh);
        var tangents = new Vec3[loop.Length];
        for (int i = 0; i < loop.Length; i++)
        {
            Vec3 c = leaving[loop[i]];
            Vec3 outwards = (border[i] - center).Reject(axis).Normalized();
            double sideways = Math.Max(0, Vec3.Dot(c, outwards));
            tangents[i] = c - (outwards * sideways) - (axis * (RootwardShare * sideways));
        }

        return tangents;
    }

    // Per border vertex: the direction, in the surface and at right angles to the border, in which the surface ends.
    private static Vec3[] LeavingDirections(TriangleMesh mesh)
    {
        var topology = MeshTopology.Of(mesh);
        var sum = new Vec3[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            for (int s = 0; s < 3; s++)
            {
                if (topology.FaceAcross(f, s) >= 0)
                    continue;
                (int from, int to) = topology.EdgeOf((3 * f) + s);
                Vec3 along = mesh.Vertices[to] - mesh.Vertices[from];
                Vec3 away = Vec3.Cross(along, mesh.AreaVector(f).Normalized());
                sum[from] += away;
                sum[to] += away;
            }
        }

        for (int i = 0; i < sum.Length; i++)
            sum[i] = sum[i].Normalized();
        return sum;
    }
}
