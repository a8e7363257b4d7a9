using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.TestKit.Shapes;

/// <summary>Tiny named meshes, mm, faces outwards.</summary>
public static class TestShapes
{
    /// <summary>A cube of edge <paramref name="edgeMm"/> about the origin: 8 vertices, 12 faces.</summary>
    public static TriangleMesh Cube(double edgeMm = 2)
    {
        double h = edgeMm / 2;
        var vertices = new Vec3[8];
        for (int i = 0; i < 8; i++)
            vertices[i] = new Vec3((i & 1) == 0 ? -h : h, (i & 2) == 0 ? -h : h, (i & 4) == 0 ? -h : h);
        return new TriangleMesh(
            vertices,
            [
                new(0, 2, 3), new(0, 3, 1), new(4, 5, 7), new(4, 7, 6), new(0, 1, 5), new(0, 5, 4),
                new(2, 6, 7), new(2, 7, 3), new(0, 4, 6), new(0, 6, 2), new(1, 3, 7), new(1, 7, 5),
            ]);
    }

    /// <summary>The cube without its upper side: one loop of four edges.</summary>
    public static TriangleMesh OpenBox(double edgeMm = 2)
    {
        TriangleMesh cube = Cube(edgeMm);
        return new TriangleMesh(
            cube.Vertices.ToArray(), [.. cube.Triangles.ToArray().Where(t => !(t.A >= 4 && t.B >= 4 && t.C >= 4))]);
    }

    /// <summary>
    /// A sphere about the origin: an icosahedron cut <paramref name="divisions"/> times (20·4ⁿ faces), vertices on the sphere.
    /// </summary>
    public static TriangleMesh Sphere(double radiusMm = 1, int divisions = 3)
    {
        double g = (1 + Math.Sqrt(5)) / 2;
        List<Vec3> vertices =
        [
            new(-1, g, 0), new(1, g, 0), new(-1, -g, 0), new(1, -g, 0), new(0, -1, g), new(0, 1, g),
            new(0, -1, -g), new(0, 1, -g), new(g, 0, -1), new(g, 0, 1), new(-g, 0, -1), new(-g, 0, 1),
        ];
        List<Triangle> triangles =
        [
            new(0, 11, 5), new(0, 5, 1), new(0, 1, 7), new(0, 7, 10), new(0, 10, 11), new(1, 5, 9), new(5, 11, 4),
            new(11, 10, 2), new(10, 7, 6), new(7, 1, 8), new(3, 9, 4), new(3, 4, 2), new(3, 2, 6), new(3, 6, 8),
            new(3, 8, 9), new(4, 9, 5), new(2, 4, 11), new(6, 2, 10), new(8, 6, 7), new(9, 8, 1),
        ];
        for (int i = 0; i < divisions; i++)
            triangles = Divide(vertices, triangles);
        return new TriangleMesh([.. vertices.Select(v => v.Normalized() * radiusMm)], [.. triangles]);
    }

    /// <summary>A sphere whose radius waves by <paramref name="waveMm"/>, reproducibly: no symmetry, no equal faces.</summary>
    public static TriangleMesh BumpySphere(double radiusMm = 5, double waveMm = 0.5, int divisions = 4, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        Vec3[] directions = [.. Enumerable.Range(0, 6).Select(_ => new Vec3(random.Normal(), random.Normal(), random.Normal()) * 3)];
        TriangleMesh sphere = Sphere(1, divisions);
        Vec3[] moved = [.. sphere.Vertices.ToArray().Select(v =>
            v * (radiusMm + (waveMm / directions.Length * directions.Sum(d => Math.Sin(Vec3.Dot(d, v))))))];
        return sphere.WithVertices(moved);
    }

    /// <summary>A coarse sphere of 2 mm whose corners lie in and out at random: corners sharper than those of teeth.</summary>
    public static TriangleMesh CrumpledSphere(SeededRandom random, double share = 0.18)
    {
        TriangleMesh sphere = Sphere(2, 2);
        return sphere.WithVertices([.. sphere.Vertices.ToArray().Select(v => v * (1 + (share * random.Normal())))]);
    }

    /// <summary>A cone about z, apex up at <paramref name="heightMm"/>, base open at z = 0: one loop of <paramref name="sides"/> edges.</summary>
    public static TriangleMesh OpenCone(double radiusMm = 1, double heightMm = 2, int sides = 16)
    {
        var vertices = new Vec3[sides + 1];
        var triangles = new Triangle[sides];
        for (int i = 0; i < sides; i++)
        {
            double angle = 2 * Math.PI * i / sides;
            vertices[i] = new Vec3(radiusMm * Math.Cos(angle), radiusMm * Math.Sin(angle), 0);
            triangles[i] = new Triangle(i, (i + 1) % sides, sides);
        }

        vertices[sides] = new Vec3(0, 0, heightMm);
        return new TriangleMesh(vertices, triangles);
    }

    /// <summary>A torus about z.</summary>
    public static TriangleMesh Torus(double radiusMm = 3, double tubeMm = 1, int around = 32, int across = 16)
    {
        var vertices = new Vec3[around * across];
        var triangles = new Triangle[around * across * 2];
        for (int i = 0; i < around; i++)
        {
            for (int j = 0; j < across; j++)
            {
                double u = 2 * Math.PI * i / around;
                double v = 2 * Math.PI * j / across;
                double r = radiusMm + (tubeMm * Math.Cos(v));
                int at = (i * across) + j;
                vertices[at] = new Vec3(r * Math.Cos(u), r * Math.Sin(u), tubeMm * Math.Sin(v));
                int right = ((i + 1) % around * across) + j;
                int up = (i * across) + ((j + 1) % across);
                int both = ((i + 1) % around * across) + ((j + 1) % across);
                triangles[2 * at] = new Triangle(at, right, both);
                triangles[(2 * at) + 1] = new Triangle(at, both, up);
            }
        }

        return new TriangleMesh(vertices, triangles);
    }

    /// <summary>A square sheet in the plane z = 0 about the origin, faces up.</summary>
    public static TriangleMesh Sheet(double edgeMm = 2, int cells = 8)
    {
        int n = cells + 1;
        var vertices = new Vec3[n * n];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = new Vec3(edgeMm * ((double)(i % n) / cells - 0.5), edgeMm * ((double)(i / n) / cells - 0.5), 0);
        var triangles = new List<Triangle>();
        for (int j = 0; j < cells; j++)
        {
            for (int i = 0; i < cells; i++)
            {
                int at = (j * n) + i;
                triangles.Add(new Triangle(at, at + 1, at + n + 1));
                triangles.Add(new Triangle(at, at + n + 1, at + n));
            }
        }

        return new TriangleMesh(vertices, [.. triangles]);
    }

    /// <summary>The same faces in another order, each perhaps begun at another corner.</summary>
    public static TriangleMesh Shuffled(TriangleMesh mesh, ulong seed)
    {
        var random = new SeededRandom(seed);
        (Vec3[] vertices, Triangle[] triangles) = mesh.ToArrays();
        for (int i = triangles.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (triangles[i], triangles[j]) = (triangles[j], triangles[i]);
        }

        return new TriangleMesh(vertices, triangles);
    }

    private static List<Triangle> Divide(List<Vec3> vertices, List<Triangle> triangles)
    {
        var middle = new Dictionary<(int Low, int High), int>();
        var result = new List<Triangle>(triangles.Count * 4);
        foreach (Triangle t in triangles)
        {
            int ab = Middle(t.A, t.B);
            int bc = Middle(t.B, t.C);
            int ca = Middle(t.C, t.A);
            result.AddRange([new(t.A, ab, ca), new(t.B, bc, ab), new(t.C, ca, bc), new(ab, bc, ca)]);
        }

        return result;

        int Middle(int a, int b)
        {
            (int Low, int High) key = (Math.Min(a, b), Math.Max(a, b));
            if (middle.TryGetValue(key, out int found))
                return found;
            vertices.Add((vertices[a].Normalized() + vertices[b].Normalized()).Normalized());
            middle[key] = vertices.Count - 1;
            return vertices.Count - 1;
        }
    }
}
