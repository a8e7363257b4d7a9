using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Segmentation;

public class ArchSegmentationTests
{
    private static readonly Lazy<SyntheticCase> Made = new(() => SyntheticDentition.Create(
        SynthesisPresets.MildCrowding(41) with
        {
            TrianglesPerArch = 16_000,
            Pose = ScanPose.Random,
            Missing = [ToothId.FromFdi(15), ToothId.FromFdi(36)],
        },
        new RunContext(2)));

    [Theory]
    [InlineData(Jaw.Upper)]
    [InlineData(Jaw.Lower)]
    public void Teeth_of_an_unlabelled_arch_in_any_pose_are_found_numbered_and_bounded(Jaw jaw)
    {
        ArchScan scan = Scan(jaw);

        SegmentedArch found = ArchSegmentation.Run(scan.Mesh, null, new RunContext()).Require();

        found.Jaw.ShouldBe(jaw);
        found.Teeth.Select(t => t.Id.Fdi).Order().ShouldBe(scan.FaceLabels.Where(l => l != 0).Distinct().Order());
        SegmentationScore.Of(SegmentationScore.VertexLabels(scan), [.. found.VertexLabels]).ToothIoU.ShouldBeGreaterThan(0.78);
        found.Teeth.ShouldAllBe(t => t.Confidence > 0 && t.Confidence <= 1 && t.BorderConfidence > 0 && t.BorderConfidence <= 1);
    }

    [Fact]
    public void The_frame_found_is_the_patients()
    {
        foreach (Jaw jaw in (Jaw[])[Jaw.Upper, Jaw.Lower])
        {
            RigidTransform difference = Made.Value.OcclusalFromScan
                * ArchSegmentation.Run(Scan(jaw).Mesh, jaw, new RunContext()).Require().OcclusalFromScan.Inverse;

            difference.ApplyDirection(Vec3.UnitX).X.ShouldBeGreaterThan(0.95, jaw.ToString());
            difference.ApplyDirection(Vec3.UnitZ).Z.ShouldBeGreaterThan(0.95, jaw.ToString());
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_labels()
    {
        TriangleMesh mesh = Scan(Jaw.Lower).Mesh;

        ArchSegmentation.Run(mesh, null, new RunContext(2)).Require().VertexLabels
            .ShouldBe(ArchSegmentation.Run(mesh, null, new RunContext(1)).Require().VertexLabels);
    }

    [Theory]
    [InlineData(Jaw.Upper)]
    [InlineData(Jaw.Lower)]
    public void A_mirrored_scan_is_refused(Jaw jaw)
    {
        TriangleMesh mesh = Scan(jaw).Mesh;
        TriangleMesh mirrored = mesh.WithVertices([.. mesh.Vertices.ToArray().Select(v => v with { X = -v.X })]);

        Result<SegmentedArch> result = ArchSegmentation.Run(mirrored, jaw, new RunContext());

        result.IsOk.ShouldBeFalse();
        result.Problems.ShouldContain(p => p.Code == "segment-inside-out");
    }

    [Fact]
    public void What_is_no_arch_is_refused_or_held_back()
    {
        var random = new SeededRandom(1);
        Vec3[] points = [.. Enumerable.Range(0, 900).Select(_ => new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized() * 20)];
        Triangle[] faces = [.. Enumerable.Range(0, 298).Select(i => new Triangle(3 * i, (3 * i) + 1, (3 * i) + 2))];

        Result<SegmentedArch> shards = ArchSegmentation.Run(new TriangleMesh(points, faces), null, new RunContext());
        (shards.IsOk && shards.Value.Doubts.IsEmpty).ShouldBeFalse();
        ArchSegmentation.Run(TriangleMesh.Empty, null, new RunContext()).IsOk.ShouldBeFalse();
        ArchSegmentation.Run(new TriangleMesh([.. points.Select(p => p * double.NaN)], faces), null, new RunContext()).IsOk.ShouldBeFalse();
    }

    private static ArchScan Scan(Jaw jaw) => (jaw == Jaw.Upper ? Made.Value.Upper : Made.Value.Lower)!;
}
