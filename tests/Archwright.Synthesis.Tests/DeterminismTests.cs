using System.Runtime.InteropServices;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

public class DeterminismTests
{
    [Fact]
    public void One_thread_and_two_make_the_same_bytes_and_another_seed_others()
    {
        SynthesisOptions options = SynthesisPresets.MildCrowding(seed: 11) with { TrianglesPerArch = 10_000, NoiseMm = 0.01, Pose = ScanPose.Random };
        SyntheticCase one = SyntheticDentition.Create(options, new RunContext(1));
        SyntheticCase two = SyntheticDentition.Create(options, new RunContext(2));
        Bytes(two).SequenceEqual(Bytes(one)).ShouldBeTrue();
        two.Upper!.FaceLabels.ShouldBe(one.Upper!.FaceLabels);
        two.Teeth.Select(t => t.IdealFromScanned).ShouldBe(one.Teeth.Select(t => t.IdealFromScanned));

        SyntheticCase other = SyntheticDentition.Create(options with { Seed = 12 }, new RunContext(2));
        Bytes(other).SequenceEqual(Bytes(one)).ShouldBeFalse();
    }

    private static byte[] Bytes(SyntheticCase made) =>
    [
        .. MemoryMarshal.AsBytes(made.Upper!.Mesh.Vertices), .. MemoryMarshal.AsBytes(made.Lower!.Mesh.Vertices),
        .. MemoryMarshal.AsBytes(made.Upper.Mesh.Triangles), .. MemoryMarshal.AsBytes(made.Lower.Mesh.Triangles),
    ];
}
