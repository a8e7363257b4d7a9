namespace Archwright.Geometry;

/// <summary>
/// How deep the surface of one body reaches into another, wherever on its faces that is: an edge that cuts an edge does so between
/// vertices. Method: branch and bound. A face whose middle lies at signed distance d and whose corners lie within r of it reaches no deeper
/// than r − d, because distance changes no faster than one for one; faces that could reach deeper than the best so far are halved across
/// their longest side. Frame: depth is the same in any; both bodies in mm. The body should be closed; where it is not, the winding number
/// closes it. Error: at most <see cref="ErrorMm"/>, never too deep. Complexity: linear in the faces within the body's box, and faces near
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
        Aabb bodyBox = body.Bvh.Mesh.Bounds;
        Aabb near = bodyBox.Moved(bodyFromSurface.Inverse);
        double deepest = atLeastMm;
        if (!near.Overlaps(surface.Bounds))
            return deepest;
        ReadOnlySpan<Vec3> vertices = surface.Vertices;
        var open = new Stack<(Vec3 A, Vec3 B, Vec3 C)>();
        foreach (Triangle face in surface.Triangles)
        {
            (Vec3 a, Vec3 b, Vec3 c) = (vertices[face.A], vertices[face.B], vertices[face.C]);
            if (!near.Overlaps(Box(a, b, c)))
                continue;
            open.Push((bodyFromSurface.Apply(a), bodyFromSurface.Apply(b), bodyFromSurface.Apply(c)));
            while (open.TryPop(out (Vec3 A, Vec3 B, Vec3 C) part))
                deepest = Search(part, body, bodyBox, deepest, open);
        }

        return deepest;
    }

    private static double Search(
        (Vec3 A, Vec3 B, Vec3 C) part, SignedDistance body, Aabb bodyBox, double deepest, Stack<(Vec3 A, Vec3 B, Vec3 C)> open)
    {
        (Vec3 a, Vec3 b, Vec3 c) = part;
        if (!bodyBox.Overlaps(Box(a, b, c)))
            return deepest;
        Vec3 middle = (a + b + c) / 3;
        double radius = Math.Max(Vec3.Distance(middle, a), Math.Max(Vec3.Distance(middle, b), Vec3.Distance(middle, c)));
        double distance = body.Bvh.Closest(middle).DistanceMm;
        if (radius + distance <= deepest + ErrorMm)
            return deepest;
        double depth = body.IsInside(middle) ? distance : -distance;
        deepest = Math.Max(deepest, depth);
        if (radius + depth <= deepest + ErrorMm)
            return deepest;
        (double ab, double bc, double ca) = (Vec3.Distance(a, b), Vec3.Distance(b, c), Vec3.Distance(c, a));
        if (bc >= ab && bc >= ca)
            (a, b, c) = (b, c, a);
        else if (ca >= ab)
            (a, b, c) = (c, a, b);
        Vec3 half = (a + b) * 0.5;
        open.Push((a, half, c));
        open.Push((half, b, c));
        return deepest;
    }

    private static Aabb Box(Vec3 a, Vec3 b, Vec3 c) => new(Vec3.Min(a, Vec3.Min(b, c)), Vec3.Max(a, Vec3.Max(b, c)));
}
