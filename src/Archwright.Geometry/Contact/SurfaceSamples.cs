namespace Archwright.Geometry;

/// <summary>
/// Evenly spread points of a surface. Vertices first, then points inside faces longer than the spacing; of all that fall
/// into one cell of a lattice the one furthest from the body's centre stays, so that tips are kept.
/// </summary>
internal static class SurfaceSamples
{
    internal static Vec3[] Of(TriangleMesh mesh, int count)
    {
        double area = MeshMeasures.Area(mesh);
        if (!(area > 0))
            return [.. mesh.Vertices];

        // a surface meets about 1.5 cells per cell area
        double cell = Math.Sqrt(1.5 * area / count);
        Vec3 center = mesh.Bounds.Center;
        var best = new Dictionary<(int X, int Y, int Z), int>();
        var kept = new List<Vec3>();
        bool[] used = new bool[mesh.VertexCount];
        foreach (Triangle t in mesh.Triangles)
            used[t.A] = used[t.B] = used[t.C] = true;
        for (int v = 0; v < used.Length; v++)
        {
            if (used[v])
                Offer(mesh.Vertices[v], center, cell, best, kept);
        }

        for (int f = 0; f < mesh.TriangleCount; f++)
            OfferInside(mesh.Corner(f, 0), mesh.Corner(f, 1), mesh.Corner(f, 2), center, cell, best, kept);
        return [.. kept];
    }

    private static void OfferInside(
        Vec3 a, Vec3 b, Vec3 c, Vec3 center, double cell, Dictionary<(int X, int Y, int Z), int> best, List<Vec3> kept)
    {
        double longest = Math.Sqrt(Math.Max((b - a).LengthSquared, Math.Max((c - b).LengthSquared, (a - c).LengthSquared)));
        int n = (int)Math.Min(200, Math.Ceiling(longest / cell));
        if (n < 2)
            return;
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= n - i; j++)
                Offer(a + ((b - a) * ((double)i / n)) + ((c - a) * ((double)j / n)), center, cell, best, kept);
        }
    }

    private static void Offer(
        Vec3 p, Vec3 center, double cell, Dictionary<(int X, int Y, int Z), int> best, List<Vec3> kept)
    {
        var key = ((int)Math.Floor(p.X / cell), (int)Math.Floor(p.Y / cell), (int)Math.Floor(p.Z / cell));
        if (!best.TryGetValue(key, out int at))
        {
            best[key] = kept.Count;
            kept.Add(p);
        }
        else if ((p - center).LengthSquared > (kept[at] - center).LengthSquared)
        {
            kept[at] = p;
        }
    }
}
