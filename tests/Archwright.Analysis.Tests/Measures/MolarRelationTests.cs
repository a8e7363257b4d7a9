using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests;

/// <summary>
/// The molar relation as analysis reads it from a scan, against the cusps the generator made the teeth with. What the generator calls
/// ideal is up to 2 mm from Class I there: it is the reading that is tested, not the dentition.
/// </summary>
public class MolarRelationTests
{
    // below the 1 mm from which a side counts as Class II
    private const double ReadMm = 0.75;

    [Theory]
    [InlineData(21, 0)]
    [InlineData(22, 0)]
    [InlineData(23, 4)]
    public void It_is_read_from_the_scan_as_the_cusps_were_made(ulong seed, double classMm)
    {
        SyntheticCase made = SyntheticDentition.Create(
            new SynthesisOptions
            {
                Seed = seed,
                TrianglesPerArch = 20_000,
                Malocclusion = new Malocclusion { ClassRightMm = classMm, ClassLeftMm = classMm },
            },
            new RunContext());

        OcclusionMeasures read = SyntheticArches.Analyse(made.ToCaseInput()).Require().Occlusion!;

        read.MolarRightMm!.Value.ShouldBe(Made(made, 16, 46), ReadMm);
        read.MolarLeftMm!.Value.ShouldBe(Made(made, 26, 36), ReadMm);
    }

    [Fact]
    public void ANC_07_the_sample_is_Class_II_at_its_molars_on_both_sides()
    {
        SyntheticCase made = SyntheticDentition.Create(SynthesisPresets.CrowdedClassII(11) with { TrianglesPerArch = 20_000 }, new RunContext());

        Made(made, 16, 46).ShouldBeGreaterThan(1);
        Made(made, 26, 36).ShouldBeGreaterThan(1);
    }

    // the upper mesiobuccal cusp before the lower buccal groove, along the lower molar
    private static double Made(SyntheticCase made, int upper, int lower)
    {
        Tooth u = made.Teeth.Single(t => t.Id.Fdi == upper).Tooth;
        Tooth l = made.Teeth.Single(t => t.Id.Fdi == lower).Tooth;
        Vec3 groove = (l.Landmarks.Cusps[0] + l.Landmarks.Cusps[1]) * 0.5;
        return Vec3.Dot(u.Landmarks.Cusps[0] - groove, (l.Frame.Mesial with { Z = 0 }).Normalized());
    }
}
