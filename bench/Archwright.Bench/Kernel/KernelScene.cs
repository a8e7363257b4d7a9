using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Kernel;

/// <summary>The same bumpy ring of about 150 k faces and the same query points for all benchmarks of the kernel.</summary>
internal static class KernelScene
{
    private const int Around = 417;
    private const int Across = 180;

    /// <summary>150 120 faces, closed, as large as an arch.</summary>
    public static TriangleMesh Ring()
    {
        var vertices = new Vec3[Around * Across];
        var triangles = new Triangle[2 * vertices.Length];
        for (int i = 0; i < Around; i++)
        {
            for (int j = 0; j < Across; j++)
            {
                int at = (i * Across) + j;
                vertices[at] = OnRing(2 * Math.PI * i / Around, 2 * Math.PI * j / Across);
                int right = ((i + 1) % Around * Across) + j;
                int up = (i * Across) + ((j + 1) % Across);
                int both = ((i + 1) % Around * Across) + ((j + 1) % Across);
                triangles[2 * at] = new Triangle(at, right, both);
                triangles[(2 * at) + 1] = new Triangle(at, both, up);
            }
        }

        return new TriangleMesh(vertices, triangles);
    }

    /// <summary>Points within a millimetre of the surface, either side.</summary>
    public static Vec3[] PointsNear(TriangleMesh mesh, int count)
    {
        var random = new SeededRandom(3);
        var points = new Vec3[count];
        for (int i = 0; i < count; i++)
        {
            int face = random.Next(mesh.TriangleCount);
            points[i] = mesh.FaceCenter(face) + (mesh.AreaVector(face).Normalized() * random.Uniform(-1, 1));
        }

        return points;
    }

    /// <summary>Points all through the box, grown by 5 mm.</summary>
    public static Vec3[] PointsInBox(TriangleMesh mesh, int count)
    {
        var random = new SeededRandom(4);
        Aabb box = mesh.Bounds.Inflated(5);
        var points = new Vec3[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = new Vec3(
                random.Uniform(box.Min.X, box.Max.X), random.Uniform(box.Min.Y, box.Max.Y), random.Uniform(box.Min.Z, box.Max.Z));
        }

        return points;
    }

    /// <summary>A body as large and as finely meshed as a tooth (about 8000 faces).</summary>
    public static TriangleMesh Tooth()
    {
        const int rows = 64;
        var vertices = new List<Vec3> { new(0, 0, -11) };
        var triangles = new List<Triangle>();
        for (int j = 1; j < rows; j++)
        {
            double v = Math.PI * j / rows;
            for (int i = 0; i < rows; i++)
            {
                double u = 2 * Math.PI * i / rows;
                double r = 4 * Math.Sin(v) * (1 + (0.12 * Math.Cos(4 * u) * Math.Sin(v)));
                vertices.Add(new Vec3(r * Math.Cos(u), 1.1 * r * Math.Sin(u), -11 * Math.Cos(v)));
            }
        }

        vertices.Add(new Vec3(0, 0, 11));
        int top = vertices.Count - 1;
        for (int i = 0; i < rows; i++)
        {
            int next = (i + 1) % rows;
            triangles.Add(new Triangle(0, 1 + next, 1 + i));
            triangles.Add(new Triangle(top, top - rows + i, top - rows + next));
            for (int j = 0; j < rows - 2; j++)
            {
                int low = 1 + (j * rows);
                triangles.Add(new Triangle(low + i, low + next, low + rows + next));
                triangles.Add(new Triangle(low + i, low + rows + next, low + rows + i));
            }
        }

        return new TriangleMesh([.. vertices], [.. triangles]);
    }

    private static Vec3 OnRing(double u, double v)
    {
        double wave = 1 + (0.1 * Math.Sin((5 * u) + (3 * v)));
        double r = 30 + (8 * (wave + (0.05 * Math.Sin(17 * u) * Math.Cos(11 * v))) * Math.Cos(v));
        return new Vec3(r * Math.Cos(u), r * Math.Sin(u), 8 * wave * Math.Sin(v));
    }
}
