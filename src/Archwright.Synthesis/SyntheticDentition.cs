using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Scanning;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis;

/// <summary>Makes dentitions: arch scans with everything known about them.</summary>
public static class SyntheticDentition
{
    /// <summary>
    /// Makes a dentition: sizes, shapes, ideal occlusion, malocclusion, scans, in this order.
    /// </summary>
    /// <param name="options">What to make.</param>
    /// <param name="ctx">Threads, progress and cancellation; the seed is that of the options.</param>
    public static SyntheticCase Create(SynthesisOptions options, RunContext ctx)
    {
        Preconditions.Require(options.TrianglesPerArch is >= 10_000 and <= 300_000, "10 000 to 300 000 triangles an arch");
        SortedDictionary<ToothId, ToothBody> bodies = Bodies(options, ctx);
        SortedDictionary<ToothId, ToothFrame> ideal = IdealArrangement.Arrange(bodies, options);
        SortedDictionary<ToothId, ToothFrame> posed = MalocclusionApplication.Apply(bodies, ideal, options);
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
            RigidTransform idealFromPosed = ScanPosing.Between(posed[id], ideal[id]);
            teeth[i] = new SyntheticTooth(
                tooth with { Mesh = ScanPosing.Rounded(tooth.Mesh) },
                scanFromOcclusal * idealFromPosed * scanFromOcclusal.Inverse,
                bodies[id].Shape.FacialTangentDeg);
        });
        return new SyntheticCase(options, Scan(Jaw.Upper), Scan(Jaw.Lower), scanFromOcclusal.Inverse, [.. teeth]);
    }

    private static bool IsWanted(Jaw jaw, JawSelection jaws) =>
        jaws == JawSelection.Both || jaw == Jaw.Upper == (jaws == JawSelection.Upper);

    private static SortedDictionary<ToothId, ToothBody> Bodies(SynthesisOptions options, RunContext ctx)
    {
        int last = options.ThirdMolars ? 8 : 7;
        ToothId[] ids = [.. ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)).Where(id => id.Position <= last)];
        var built = new ToothBody[ids.Length];
        ctx.For(ids.Length, i =>
            built[i] = ToothBody.Build(new ToothShape(ids[i], SizeSampling.Of(ids[i], options.SizeVariation, options.Seed))));
        return new SortedDictionary<ToothId, ToothBody>(built.ToDictionary(b => b.Id));
    }
}
