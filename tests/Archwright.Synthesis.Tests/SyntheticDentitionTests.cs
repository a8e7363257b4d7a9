using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

public class SyntheticDentitionTests(IdealFixture ideal) : IClassFixture<IdealFixture>
{
    [Fact]
    public void Every_tooth_has_its_labelled_patch()
    {
        foreach (ArchScan scan in new[] { ideal.Case.Upper!, ideal.Case.Lower! })
        {
            int[] expected = [0, .. ToothId.Permanent(scan.Jaw).Where(t => t.Position < 8).Select(t => t.Fdi).Order()];
            scan.FaceLabels.Distinct().Order().ShouldBe(expected);
            scan.FaceLabels.Length.ShouldBe(scan.Mesh.TriangleCount);
        }
    }

    [Fact]
    public void Frames_are_right_handed_in_quadrants_1_and_3_and_left_handed_in_2_and_4()
    {
        foreach (SyntheticTooth tooth in ideal.Case.Teeth)
        {
            ToothFrame f = tooth.Tooth.Frame;
            Vec3.Dot(Vec3.Cross(f.Mesial, f.Facial), f.Occlusal)
                .ShouldBe(tooth.Id.Quadrant is 1 or 3 ? 1 : -1, 1e-9, tooth.Id.ToString());
        }
    }

    [Fact]
    public void Ideal_from_scanned_takes_a_perturbed_tooth_back()
    {
        SyntheticCase moved = SyntheticDentition.Create(
            SynthesisPresets.Perturbed(ideal.Options.Seed) with { TrianglesPerArch = 10_000 }, new RunContext(2));
        foreach ((SyntheticTooth a, SyntheticTooth b) in moved.Teeth.Zip(ideal.Case.Teeth))
        {
            Vec3.Distance(a.Ideal.Frame.Origin, b.Tooth.Frame.Origin).ShouldBeLessThan(1e-6);
            Vec3.Distance(a.Ideal.Apex, b.Tooth.Apex).ShouldBeLessThan(1e-6);
        }

        moved.Teeth.Max(t => Vec3.Distance(t.Tooth.Apex, t.Ideal.Apex)).ShouldBeGreaterThan(1);
    }
}
