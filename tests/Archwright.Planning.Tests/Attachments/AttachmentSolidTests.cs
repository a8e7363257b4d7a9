using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>ATT-02, ATT-12: shapes and sizes of the preferences as real solids on the crown.</summary>
public class AttachmentSolidTests
{
    public static TheoryData<AttachmentType, int> Cases
    {
        get
        {
            var cases = new TheoryData<AttachmentType, int>();
            foreach (AttachmentType type in Enum.GetValues<AttachmentType>())
            {
                foreach (int fdi in new[] { 13, 24, 33, 41 })
                    cases.Add(type, fdi);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_solid_is_closed_sunk_into_its_crown_and_stands_out_by_its_depth(AttachmentType type, int fdi)
    {
        Tooth tooth = new StagedRow(fdi)[fdi];
        var distance = SignedDistance.Build(tooth.Mesh);
        CrownSurface crown = CrownSurface.Of(tooth, ToothSurface.Facial, distance.Bvh, null, 0.5);
        AttachmentDesign design = AttachmentDesign.Of(type, new AttachmentPreferences(), 8);
        AttachmentSolid solid = AttachmentSolid.At(crown, design, 0.2, 0.3)!;

        var topology = MeshTopology.Of(solid.Mesh);
        topology.IsClosed.ShouldBeTrue();
        topology.IsManifold.ShouldBeTrue();
        double volume = MeshMeasures.Volume(solid.Mesh);
        volume.ShouldBeInRange(0.5 * design.WidthMm * design.HeightMm * design.DepthMm * 0.5, 2 * design.WidthMm * design.HeightMm * design.DepthMm);
        double[] heights = [.. solid.Mesh.Vertices.ToArray().Select(distance.At)];
        heights.Max().ShouldBe(design.DepthMm, 0.12);
        heights.Min().ShouldBeLessThan(-0.1);
        Vec3.Dot(solid.Normal, tooth.Frame.Facial).ShouldBeGreaterThan(0.8);
        Vec3.Dot(solid.Mesial, tooth.Frame.Mesial).ShouldBeGreaterThan(0.8);
        Vec3.Dot(solid.Occlusal, tooth.Frame.Occlusal).ShouldBeGreaterThan(0.8);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(-8, -1)]
    public void A_rotation_attachments_steep_end_is_the_one_the_tray_pushes(double amount, int steepSide)
    {
        AttachmentDesign design = AttachmentDesign.Of(AttachmentType.Rotation, new AttachmentPreferences(), amount);

        Math.Sign(design.Distal - design.Mesial).ShouldBe(steepSide);
    }

    [Fact]
    public void An_extrusion_attachments_gingival_face_is_a_ledge_and_its_other_side_lets_the_tray_slip_on()
    {
        AttachmentDesign bevelled = AttachmentDesign.Of(AttachmentType.Bevelled, new AttachmentPreferences());

        bevelled.Gingival.ShouldBeLessThan(0.2);
        bevelled.Occlusal.ShouldBeGreaterThan(1);
    }
}
