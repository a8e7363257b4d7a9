using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Teeth where no teeth stand: what stays plannable goes through analysis, setup and staging.</summary>
internal static class ToothPlaces
{
    public static Blow[] Blows { get; } =
    [
        Tooth("thrown far", r => Pick.Direction(r) * r.Uniform(5, 60)),
        Tooth("thrown a little", r => Pick.Direction(r) * r.Uniform(0, 5)),
        Tooth("thrown a little", r => Pick.Direction(r) * r.Uniform(0, 3)),
        new("on top of each other", (m, r) => OnTop(Pick.Arch(m, r), r)),
        Shape("turned any way", (r, p, c) => c + r.Apply(p - c), 180),
        Shape("turned up to 40°", (r, p, c) => c + r.Apply(p - c), 40),
        Scale("inverted", p => -p),
        Scale("mirrored", p => new Vec3(-p.X, p.Y, p.Z)),
        Scale("upside down", p => new Vec3(p.X, -p.Y, -p.Z)),
        Scale("squashed flat", p => new Vec3(p.X, p.Y, p.Z * 0.02)),
        Scale("a needle", p => new Vec3(p.X * 0.1, p.Y * 0.1, p.Z)),
        Scale("half as large", p => p * 0.5),
        Scale("half as large again", p => p * 1.5),
        Scale("three times as large", p => p * 3),
        new("all teeth scattered", (m, r) => Scattered(m, r, r.Uniform(0.5, 6), 60)),
        new("all teeth scattered a little", (m, r) => Scattered(m, r, r.Uniform(0.1, 1.5), 15)),
        Jaw("jaws apart", (r, p) => p + new Vec3(0, 0, r.Uniform(2, 60))),
        Jaw("jaws into each other", (r, p) => p - new Vec3(0, 0, r.Uniform(0.5, 15))),
        Jaw("jaw shifted sideways", (r, p) => p + new Vec3(r.Uniform(-25, 25), 0, 0)),
        Jaw("jaw shifted forward", (r, p) => p + new Vec3(0, r.Uniform(-25, 25), 0)),
        Jaw("jaw narrowed or widened", (r, p) => new Vec3(p.X * r.Uniform(0.4, 1.6), p.Y, p.Z)),
        Jaw("jaw in a straight row", (r, p) => new Vec3(p.X, p.Y * r.Uniform(0, 0.1), p.Z)),
        Jaw("arch turned inside out", (_, p) => new Vec3(p.X, -p.Y, p.Z)),
    ];

    private static Blow Tooth(string name, Func<SeededRandom, Vec3> shift) => new(name, (m, r) =>
    {
        ArchDraft arch = Pick.Arch(m, r);
        for (int i = 0, n = 1 + r.Next(3); i < n; i++)
        {
            Vec3 by = shift(r);
            arch.MoveTooth(Pick.Tooth(arch, r), (p, _) => p + by);
        }
    });

    private static Blow Shape(string name, Func<Rotation, Vec3, Vec3, Vec3> motion, double degreesMax) => new(name, (m, r) =>
    {
        ArchDraft arch = Pick.Arch(m, r);
        Rotation turn = Pick.Turn(r, degreesMax);
        arch.MoveTooth(Pick.Tooth(arch, r), (p, center) => motion(turn, p, center));
    });

    private static Blow Scale(string name, Func<Vec3, Vec3> shape) => new(name, (m, r) =>
    {
        ArchDraft arch = Pick.Arch(m, r);
        arch.MoveTooth(Pick.Tooth(arch, r), (p, center) => center + shape(p - center));
    });

    private static Blow Jaw(string name, Func<SeededRandom, Vec3, Vec3> motion) => new(name, (m, r) =>
    {
        // the same random numbers for every vertex
        string purpose = $"jaw {r.NextBits()}";
        m.Arches[0].Move(p => motion(r.Fork(purpose), p));
    });

    private static void OnTop(ArchDraft arch, SeededRandom r)
    {
        int[] teeth = arch.Teeth;
        if (teeth.Length == 0)
            return;
        Vec3 Center(int fdi) => arch.VerticesOf(fdi).Aggregate(Vec3.Zero, (s, v) => s + arch.Vertices[v]) / Math.Max(1, arch.VerticesOf(fdi).Count());
        Vec3 target = Center(Pick.From(teeth, r));
        double share = r.Uniform(0.3, 1);
        for (int i = 0, n = 1 + r.Next(3); i < n; i++)
            arch.MoveTooth(Pick.From(teeth, r), (p, center) => p + ((target - center) * share));
    }

    private static void Scattered(Mutant m, SeededRandom r, double mm, double degrees)
    {
        foreach (ArchDraft arch in m.Arches)
        {
            foreach (int tooth in arch.Teeth)
            {
                Vec3 shift = Pick.Direction(r) * r.Uniform(0, mm);
                Rotation turn = Pick.Turn(r, degrees);
                arch.MoveTooth(tooth, (p, center) => center + turn.Apply(p - center) + shift);
            }
        }
    }
}
