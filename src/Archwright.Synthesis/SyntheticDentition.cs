using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Damage;
using Archwright.Synthesis.Malocclusions;
using Archwright.Synthesis.Scanning;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis;

/// <summary>Makes dentitions: arch scans with everything known about them.</summary>
public static class SyntheticDentition
{
    /// <summary>
    /// Makes a dentition: sizes, shapes, ideal occlusion, malocclusion, scans, in this order. Method: crowns are superellipse
    /// walls under an occlusal height, set in contact along a sextic arch (Noroozi 2001) on Monson's sphere with Andrews' tip
    /// and inclination; the scan is the zero surface of crowns and gum together (docs/synthetic-dentition.md). Same options,
    /// same bytes, on any number of threads. Complexity: about 15 s for two arches of 150 000 triangles on two cores. Known
    /// limits: no wear, fillings, gum disease or milk teeth, landmarks of damaged crowns where their fields are highest; relations between sizes of different
    /// teeth are a single correlation.
    /// </summary>
    /// <param name="options">What to make.</param>
    /// <param name="ctx">Threads, progress and cancellation; the seed is that of the options.</param>
    public static SyntheticCase Create(SynthesisOptions options, RunContext ctx)
    {
        Preconditions.Require(options.TrianglesPerArch is >= 10_000 and <= 300_000, "10 000 to 300 000 triangles an arch");
        IdealDentition ideal = Ideal(options, ctx);
        SortedDictionary<ToothId, ToothFrame> posed = MalocclusionApplication.Apply(ideal, options);

        // only now: crowns were sound when the dentition came to stand as it does
        SortedDictionary<ToothId, ToothBody> bodies = Damaged(ideal.Bodies, options);
        RigidTransform scanFromOcclusal = ScanPosing.ScanFromOcclusal(options);

        ToothId[] present = [.. bodies.Keys.Where(id => !options.Missing.Contains(id) && IsWanted(id.Jaw, options.Jaws))];
        ArchScan? Scan(Jaw jaw)
        {
            (ToothBody, ToothFrame)[] posedTeeth = [.. present.Where(id => id.Jaw == jaw).Select(id => (bodies[id], posed[id]))];
            if (posedTeeth.Length == 0)
                return null;
            ArchScan scan = ArchScanner.Scan(jaw, posedTeeth, options, ctx);
            return scan with { Mesh = ScanPosing.Rounded(scan.Mesh.Transformed(scanFromOcclusal)) };
        }

        var teeth = new SyntheticTooth[present.Length];
        ctx.For(present.Length, i =>
        {
            ToothId id = present[i];
            Tooth tooth = bodies[id].At(posed[id]).Moved(scanFromOcclusal);
            RigidTransform idealFromPosed = ScanPosing.Between(posed[id], ideal.Poses[id]);
            teeth[i] = new SyntheticTooth(
                tooth with { Mesh = ScanPosing.Rounded(tooth.Mesh) },
                scanFromOcclusal * idealFromPosed * scanFromOcclusal.Inverse,
                bodies[id].Shape.FacialTangentDeg);
        });
        return new SyntheticCase(options, Scan(Jaw.Upper), Scan(Jaw.Lower), scanFromOcclusal.Inverse, [.. teeth]);
    }

    /// <summary>The ideal dentition that a malocclusion starts from, both jaws.</summary>
    internal static IdealDentition Ideal(SynthesisOptions options, RunContext ctx) =>
        IdealArrangement.Arrange(Bodies(options, ctx), options);

    private static SortedDictionary<ToothId, ToothBody> Damaged(SortedDictionary<ToothId, ToothBody> sound, SynthesisOptions options)
    {
        var bodies = new SortedDictionary<ToothId, ToothBody>(sound);
        foreach (ToothDamage damage in options.Damaged.Where(d => sound.ContainsKey(d.Tooth)))
        {
            ToothShape shape = sound[damage.Tooth].Shape;
            bodies[damage.Tooth] = ToothBody.Build(shape.With(CrownDamage.Of(damage, shape.Size, options.Seed)));
        }

        return bodies;
    }

    private static bool IsWanted(Jaw jaw, JawSelection jaws) =>
        jaws == JawSelection.Both || jaw == Jaw.Upper == (jaws == JawSelection.Upper);

    private static SortedDictionary<ToothId, ToothBody> Bodies(SynthesisOptions options, RunContext ctx)
    {
        int last = options.ThirdMolars ? 8 : 7;
        ToothId[] ids = [.. ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)).Where(id => id.Position <= last)];
        var built = new ToothBody[ids.Length];
        ctx.For(ids.Length, i =>
            built[i] = ToothBody.Build(ToothShape.Of(ids[i], SizeSampling.Of(ids[i], options.SizeVariation, options.Seed))));
        return new SortedDictionary<ToothId, ToothBody>(built.ToDictionary(b => b.Id));
    }
}
