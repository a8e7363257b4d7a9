using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Drawing from lists, and random motions.</summary>
internal static class Pick
{
    public static T From<T>(IReadOnlyList<T> items, SeededRandom random) => items[random.Next(items.Count)];

    public static ArchDraft Arch(Mutant mutant, SeededRandom random) => From(mutant.Arches, random);

    public static int Tooth(ArchDraft arch, SeededRandom random) => arch.Teeth is { Length: > 0 } teeth ? From(teeth, random) : 0;

    public static Vec3 Direction(SeededRandom random)
    {
        Vec3 v = new(random.Normal(), random.Normal(), random.Normal());
        return v.Length > 1e-6 ? v.Normalized() : new Vec3(0, 0, 1);
    }

    public static Rotation Turn(SeededRandom random, double degreesMax) =>
        Rotation.About(Direction(random), double.DegreesToRadians(random.Uniform(-degreesMax, degreesMax)));

    /// <summary>A number between 10^low and 10^high, evenly by magnitude.</summary>
    public static double Magnitude(SeededRandom random, double low, double high) => Math.Pow(10, random.Uniform(low, high));
}
