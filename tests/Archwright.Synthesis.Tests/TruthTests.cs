using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

[Collection("ideal")]
public class TruthTests(IdealFixture ideal)
{
    [Fact]
    public void Ideal_from_scanned_takes_a_perturbed_tooth_back()
    {
        SynthesisOptions options = ideal.Options with { Malocclusion = SynthesisPresets.Perturbed(3).Malocclusion, Pose = ScanPose.Random };
        SyntheticCase moved = SyntheticDentition.Create(options, new RunContext(2));
        foreach ((SyntheticTooth a, SyntheticTooth b) in moved.Teeth.Zip(ideal.Case.Teeth))
        {
            Vec3.Distance(moved.OcclusalFromScan.Apply(a.Ideal.Frame.Origin), b.Tooth.Frame.Origin).ShouldBeLessThan(1e-6);
            Vec3.Distance(moved.OcclusalFromScan.Apply(a.Ideal.Apex), b.Tooth.Apex).ShouldBeLessThan(1e-6);
            for (int v = 0; v < b.Tooth.Mesh.VertexCount; v += 97)
                Vec3.Distance(moved.OcclusalFromScan.Apply(a.Ideal.Mesh.Vertices[v]), b.Tooth.Mesh.Vertices[v]).ShouldBeLessThan(1e-4);
        }

        moved.Teeth.Average(t => Vec3.Distance(t.Tooth.CenterOfResistance, t.Ideal.CenterOfResistance)).ShouldBeInRange(0.5, 3);
    }
}
