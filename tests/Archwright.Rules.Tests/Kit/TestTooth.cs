using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

/// <summary>
/// A tooth as a block, 7 mm wide, 7 mm deep and 8 mm high, in a straight row along x (occlusal frame: x to the left, y
/// posterior, z superior). The centre of resistance lies 8 mm and the apex 16 mm rootwards of the crown's middle.
/// </summary>
internal static class TestTooth
{
    public const double WidthMm = 7;

    public static Tooth At(
        int fdi, double x, RootSource root = RootSource.Template, ToothRestriction restriction = ToothRestriction.None)
    {
        ToothId id = ToothId.FromFdi(fdi);
        Vec3 occlusal = new(0, 0, id.Jaw == Jaw.Upper ? -1 : 1);
        Vec3 mesial = new(id.IsRight ? 1 : -1, 0, 0);
        Vec3 facial = new(0, -1, 0);
        // The crowns' occlusal faces are 1 mm apart, upper over lower.
        Vec3 middle = new Vec3(x, 0, 0) - (occlusal * 4.5);
        return new Tooth(
            id,
            Block(middle, WidthMm, 7, 8),
            new ToothFrame(middle + (facial * 3.5), mesial, facial, occlusal),
            new ToothLandmarks(
                middle + (mesial * 3.5),
                middle - (mesial * 3.5),
                middle + (facial * 3.5),
                middle - (facial * 3.5),
                middle + (facial * 3.5) - (occlusal * 4),
                middle - (facial * 3.5) - (occlusal * 4),
                middle + (occlusal * 4),
                [middle + (occlusal * 4)]),
            middle - (occlusal * 8),
            middle - (occlusal * 16),
            root,
            restriction,
            0);
    }

    /// <summary>A closed block, its faces divided so finely that samples of vertices and faces see it whole.</summary>
    public static TriangleMesh Block(Vec3 middle, double x, double y, double z)
    {
        var vertices = new List<Vec3>();
        var triangles = new List<Triangle>();
        Vec3 half = new(x / 2, y / 2, z / 2);
        for (int axis = 0; axis < 3; axis++)
        {
            foreach (int side in new[] { -1, 1 })
                AddFace(vertices, triangles, middle, half, axis, side);
        }

        return new TriangleMesh([.. vertices], [.. triangles]);
    }

    // Faces share the positions, not the indices, of their edges: welding below makes the block closed.
    private static void AddFace(
        List<Vec3> vertices, List<Triangle> triangles, Vec3 middle, Vec3 half, int axis, int side)
    {
        const int cells = 8;
        var index = new int[cells + 1, cells + 1];
        for (int i = 0; i <= cells; i++)
        {
            for (int j = 0; j <= cells; j++)
            {
                double u = (2.0 * i / cells) - 1;
                double v = (2.0 * j / cells) - 1;
                Vec3 unit = axis switch { 0 => new(side, u, v), 1 => new(v, side, u), _ => new(u, v, side) };
                Vec3 point = middle + new Vec3(unit.X * half.X, unit.Y * half.Y, unit.Z * half.Z);
                int known = vertices.FindIndex(p => Vec3.Distance(p, point) < 1e-9);
                if (known < 0)
                {
                    known = vertices.Count;
                    vertices.Add(point);
                }

                index[i, j] = known;
            }
        }

        for (int i = 0; i < cells; i++)
        {
            for (int j = 0; j < cells; j++)
            {
                (int a, int b, int c, int d) = (index[i, j], index[i + 1, j], index[i + 1, j + 1], index[i, j + 1]);
                triangles.Add(side > 0 ? new Triangle(a, b, c) : new Triangle(a, c, b));
                triangles.Add(side > 0 ? new Triangle(a, c, d) : new Triangle(a, d, c));
            }
        }
    }
}
