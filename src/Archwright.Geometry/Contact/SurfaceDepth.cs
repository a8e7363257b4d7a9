namespace Archwright.Geometry;

/// <summary>
/// How deep the surface of one body reaches into another, wherever on its faces that is: an edge that cuts an edge does so between
/// vertices. Method: branch and bound over the faces (<see cref="DepthSearch"/>). Frame: depth is the same in any; both bodies in mm. The body
/// should be closed; where it is not, the winding number closes it. Error: at most <see cref="ErrorMm"/>, never too deep. Complexity: linear in the faces within the body's box, and faces near
/// its surface cost the more the nearer they lie.
/// </summary>
public static class SurfaceDepth
{
    /// <summary>What a depth may fall short by, mm.</summary>
    public const double ErrorMm = 0.01;

    /// <summary>The greatest depth of the surface in the body, mm; <paramref name="atLeastMm"/> where none is greater.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyFromSurface">Takes the surface's frame to the body's.</param>
    /// <param name="atLeastMm">Depths up to this are not asked for.</param>
    public static double Of(TriangleMesh surface, SignedDistance body, RigidTransform bodyFromSurface, double atLeastMm = 0)
    {
        Aabb near = body.Bvh.Mesh.Bounds.Moved(bodyFromSurface.Inverse);
        var search = new DepthSearch(body, null, atLeastMm);
        if (!near.Overlaps(surface.Bounds))
            return atLeastMm;
        ReadOnlySpan<Vec3> vertices = surface.Vertices;
        foreach (Triangle face in surface.Triangles)
        {
            (Vec3 a, Vec3 b, Vec3 c) = (vertices[face.A], vertices[face.B], vertices[face.C]);
            if (near.Overlaps(new Aabb(Vec3.Min(a, Vec3.Min(b, c)), Vec3.Max(a, Vec3.Max(b, c)))))
                search.Face(bodyFromSurface.Apply(a), bodyFromSurface.Apply(b), bodyFromSurface.Apply(c));
        }

        return search.DepthMm;
    }

    /// <summary>
    /// The same of two prepared bodies, quick enough for staging: a tree of spheres over the faces and the body's distance grid leave
    /// out what cannot win. Nothing where no point lies deeper than <paramref name="atLeastMm"/>.
    /// </summary>
    internal static (double DepthMm, Vec3 PointInBody)? Deeper(
        CollisionBody surface, CollisionBody body, RigidTransform bodyFromSurface, double atLeastMm)
    {
        var search = new DepthSearch(body.Distance, body, atLeastMm);
        var turn = new RigidMatrix(bodyFromSurface);
        Descend(surface, turn, 0, ref search);
        return search.Point is { } point ? (search.DepthMm, point) : null;
    }

    private static void Descend(CollisionBody surface, RigidMatrix bodyFromSurface, int index, ref DepthSearch search)
    {
        SphereTree.Node node = surface.Faces.Nodes[index];
        if (!search.MayWin(bodyFromSurface.Apply(node.Center), node.Radius))
            return;
        if (node.Right >= 0)
        {
            Descend(surface, bodyFromSurface, index + 1, ref search);
            Descend(surface, bodyFromSurface, node.Right, ref search);
            return;
        }

        foreach (SphereTree.Sphere face in surface.Faces.Items.AsSpan(node.First, node.Count))
        {
            if (!search.MayWin(bodyFromSurface.Apply(face.Center), face.Radius))
                continue;
            (Vec3 a, Vec3 b, Vec3 c) = (surface.Mesh.Corner(face.Item, 0), surface.Mesh.Corner(face.Item, 1), surface.Mesh.Corner(face.Item, 2));
            search.Face(bodyFromSurface.Apply(a), bodyFromSurface.Apply(b), bodyFromSurface.Apply(c));
        }
    }
}
