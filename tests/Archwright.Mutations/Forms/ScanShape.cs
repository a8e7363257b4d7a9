using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Mutations.Forms;

/// <summary>Scans in another unit, frame or hand, and meshes that are no jaw at all.</summary>
internal static class ScanShape
{
    public static Blow[] Units { get; } =
    [
        All("inches", (_, p) => p * (1 / 25.4)),
        All("metres", (_, p) => p * 0.001),
        All("micrometres", (_, p) => p * 1000),
        All("mirrored", (_, p) => new Vec3(-p.X, p.Y, p.Z)),
        One("one jaw mirrored", (_, p) => new Vec3(p.X, p.Y, -p.Z)),
        new("turned any way", (m, r) => Motion(m.Arches, new RigidTransform(Pick.Turn(r, 180), Pick.Direction(r) * 200))),
        new("one jaw turned any way", (m, r) => Motion([Pick.Arch(m, r)], new RigidTransform(Pick.Turn(r, 180), Pick.Direction(r) * 20))),
        new("one jaw tilted", (m, r) => Motion([Pick.Arch(m, r)], new RigidTransform(Pick.Turn(r, 40), Vec3.Zero))),
        new("far from the origin", (m, r) => Motion(m.Arches, new RigidTransform(Rotation.Identity, Pick.Direction(r) * Pick.Magnitude(r, 2, 5.9)))),
        All("stretched", (r, p) => new Vec3(p.X * (0.4 + r), p.Y, p.Z)),
        All("flattened", (r, p) => new Vec3(p.X, p.Y, p.Z * 0.1 * r)),
        All("flat", (_, p) => new Vec3(p.X, p.Y, 0)),
        All("in one line", (_, p) => new Vec3(p.X, 0, 0)),
        All("in one place", (_, _) => Vec3.Zero),
        All("sheared", (r, p) => new Vec3(p.X + (r * p.Z), p.Y, p.Z + (r * p.X))),
        All("a third larger or smaller", (r, p) => p * (0.7 + (0.7 * r))),
    ];

    public static Blow[] Others { get; } =
    [
        Swap("no face", _ => TriangleMesh.Empty),
        Swap("one triangle", _ => new TriangleMesh([new(0, 0, 0), new(40, 0, 0), new(0, 40, 0)], [new(0, 1, 2)])),
        Swap("a cube", _ => TestShapes.Cube(50)),
        Swap("a sphere", _ => TestShapes.Sphere(25)),
        Swap("a torus", _ => TestShapes.Torus(25, 5)),
        Swap("a cone", _ => TestShapes.OpenCone(20, 20, 200)),
        Swap("a sheet", _ => TestShapes.Sheet(60, 16)),
        Swap("triangles without neighbours", r => Soup(r, 400, 50)),
        Swap("long needles", r => Soup(r, 400, 0.001)),
        Swap("a fan of faces about one edge", _ => Fan(300)),
        new("the same jaw twice", (m, _) =>
        {
            if (m.Arches.Count > 1)
                m.Arches[1].Replace(m.Arches[0].ToMesh(), m.Arches[1].Teeth[0]);
        }),
    ];

    private static Blow All(string name, Func<double, Vec3, Vec3> motion) => new(name, (m, r) =>
    {
        double amount = r.NextDouble();
        foreach (ArchDraft arch in m.Arches)
            arch.Move(p => motion(amount, p));
    });

    private static Blow One(string name, Func<double, Vec3, Vec3> motion) => new(name, (m, r) =>
    {
        double amount = r.NextDouble();
        Pick.Arch(m, r).Move(p => motion(amount, p));
    });

    private static void Motion(IEnumerable<ArchDraft> arches, RigidTransform motion)
    {
        foreach (ArchDraft arch in arches)
            arch.Move(motion.Apply);
    }

    // Labels of the other shape: one tooth, gingiva, or stripes of all the teeth the arch had.
    private static Blow Swap(string name, Func<SeededRandom, TriangleMesh> shape) => new(name, (m, r) =>
    {
        ArchDraft arch = Pick.Arch(m, r);
        int[] teeth = arch.Teeth is { Length: > 0 } some ? some : [arch.Name == "upper" ? 11 : 41];
        int kind = r.Next(3);
        arch.Replace(shape(r), kind == 0 ? 0 : teeth[0]);
        if (kind < 2)
            return;
        for (int f = 0; f < arch.Labels.Count; f++)
        {
            double x = (arch.Vertices[arch.Faces[f].A].X / 60) + 0.5;
            arch.Labels[f] = f % 3 == 0 ? 0 : teeth[Math.Clamp((int)(x * teeth.Length), 0, teeth.Length - 1)];
        }
    });

    private static TriangleMesh Soup(SeededRandom r, int count, double widthMm)
    {
        var vertices = new Vec3[count * 3];
        for (int f = 0; f < count; f++)
        {
            Vec3 at = Pick.Direction(r) * r.Uniform(0, 30);
            vertices[3 * f] = at;
            vertices[(3 * f) + 1] = at + (Pick.Direction(r) * 8);
            vertices[(3 * f) + 2] = at + (Pick.Direction(r) * Math.Min(8, widthMm));
        }

        return new TriangleMesh(vertices, [.. Enumerable.Range(0, count).Select(f => new Triangle(3 * f, (3 * f) + 1, (3 * f) + 2))]);
    }

    private static TriangleMesh Fan(int count)
    {
        Vec3[] rim = [.. Enumerable.Range(0, count).Select(i => new Vec3(25 * Math.Cos(0.02 * i), 25 * Math.Sin(0.02 * i), 0))];
        return new TriangleMesh(
            [new Vec3(0, 0, -20), new Vec3(0, 0, 20), .. rim], [.. Enumerable.Range(0, count).Select(i => new Triangle(0, 1, 2 + i))]);
    }
}
