using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

[Collection("ideal")]
public class ArchScanTests(IdealFixture ideal)
{
    private ArchScan[] Scans => [ideal.Case.Upper!, ideal.Case.Lower!];

    [Fact]
    public void A_scan_is_one_open_manifold_surface_with_one_edge()
    {
        foreach (ArchScan scan in Scans)
        {
            MeshTopology topology = MeshTopology.Of(scan.Mesh);
            topology.IsManifold.ShouldBeTrue(scan.Jaw.ToString());
            MeshComponents.Of(scan.Mesh).Count.ShouldBe(1);
            BoundaryLoops.Of(topology).Length.ShouldBe(1);
        }
    }

    [Fact]
    public void Triangle_count_is_as_asked()
    {
        foreach (ArchScan scan in Scans)
            ((double)scan.Mesh.TriangleCount).ShouldBe(ideal.Options.TrianglesPerArch, 0.05 * ideal.Options.TrianglesPerArch);
    }

    [Fact]
    public void Every_tooth_has_one_labelled_patch()
    {
        foreach (ArchScan scan in Scans)
        {
            int[] expected = [0, .. ToothId.Permanent(scan.Jaw).Where(t => t.Position < 8).Select(t => t.Fdi).Order()];
            scan.FaceLabels.Distinct().Order().ShouldBe(expected);
            foreach (int label in expected)
            {
                Submesh patch = Submesh.Of(scan.Mesh, f => scan.FaceLabels[f] == label);
                MeshComponents.Of(patch.Mesh).Count.ShouldBe(1, $"label {label}");
            }
        }
    }

    [Fact]
    public void Labelled_crowns_lie_on_their_true_teeth()
    {
        foreach (ArchScan scan in Scans)
        {
            double edge = Enumerable.Range(0, scan.Mesh.TriangleCount)
                .Average(f => Vec3.Distance(scan.Mesh.Corner(f, 0), scan.Mesh.Corner(f, 1)));
            foreach (SyntheticTooth tooth in ideal.Case.Teeth.Where(t => t.Id.Jaw == scan.Jaw))
            {
                Bvh truth = Bvh.Build(tooth.Tooth.Mesh);
                double[] distances =
                [
                    .. Enumerable.Range(0, scan.Mesh.TriangleCount).Where(f => scan.FaceLabels[f] == tooth.Id.Fdi)
                        .Select(f => truth.Closest(scan.Mesh.Vertices[scan.Mesh.Triangles[f].A]).DistanceMm).Order(),
                ];
                distances[distances.Length / 2].ShouldBeLessThan(0.03, tooth.Id.ToString());
                // slits thinner than the grid are bridged, as by a scanner: never by more than a part of an edge
                distances[(int)(0.95 * distances.Length)].ShouldBeLessThan(0.6 * edge, tooth.Id.ToString());
            }
        }
    }

    [Fact]
    public void Missing_teeth_leave_no_label_and_move_no_other()
    {
        SyntheticCase gap = SyntheticDentition.Create(
            ideal.Options with { Missing = [ToothId.FromFdi(15), ToothId.FromFdi(46)], Jaws = JawSelection.Upper }, new RunContext(2));
        gap.Lower.ShouldBeNull();
        gap.Upper!.FaceLabels.ShouldNotContain(15);
        gap.Teeth.Length.ShouldBe(13);
        foreach (SyntheticTooth tooth in gap.Teeth)
            tooth.Tooth.Frame.ShouldBe(ideal.Case.Teeth.Single(t => t.Id == tooth.Id).Tooth.Frame);
    }

    [Fact]
    public void Any_pose_is_undone_by_its_truth_and_noise_is_as_asked()
    {
        const double NoiseMm = 0.02;
        SyntheticCase posed = SyntheticDentition.Create(
            ideal.Options with { Pose = ScanPose.UpsideDown, NoiseMm = NoiseMm, Jaws = JawSelection.Lower }, new RunContext(2));
        TriangleMesh back = posed.Lower!.Mesh.Transformed(posed.OcclusalFromScan);
        TriangleMesh plain = ideal.Case.Lower!.Mesh;
        back.VertexCount.ShouldBe(plain.VertexCount);
        double squares = 0;
        for (int v = 0; v < plain.VertexCount; v++)
            squares += (back.Vertices[v] - plain.Vertices[v]).LengthSquared;
        Math.Sqrt(squares / plain.VertexCount).ShouldBe(NoiseMm, 0.1 * NoiseMm);
        posed.OcclusalFromScan.ApplyDirection(Vec3.UnitZ).Z.ShouldBeLessThan(-0.9);
    }
}
