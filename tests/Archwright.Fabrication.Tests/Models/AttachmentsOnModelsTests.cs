using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Primitives;

namespace Archwright.Fabrication.Tests.Models;

/// <summary>ATT-12: the models of the stages an attachment is on carry it, so that the trays made on them fit it.</summary>
public class AttachmentsOnModelsTests
{
    private static readonly RunContext Two = new(2);

    [Fact]
    public void A_model_carries_the_attachments_of_its_stage_where_their_teeth_stand()
    {
        MeasuredCase measured = SampleArch.SeparateTeeth;
        MeasuredArch arch = measured.Upper!;
        PlannedAttachment[] attachments = [.. arch.Teeth.Where(t => t.Id.Position is 1 or 3 or 4).Select(t => On(t, 2, 5))];
        StageModels models = StageModels.Prepare(
            arch, RigidTransform.Identity, "A", ModelOptions.Default, Two, [.. attachments]);

        foreach (int stage in new[] { 1, 2, 5, 6 })
        {
            Dictionary<ToothId, RigidTransform> poses = SampleArch.Moved(arch, 0.5);
            TriangleMesh model = models.Build(stage, poses, Two).Mesh;
            var topology = MeshTopology.Of(model);
            topology.IsClosed.ShouldBeTrue();
            topology.IsManifold.ShouldBeTrue();
            var distance = SignedDistance.Build(model);
            foreach (PlannedAttachment a in attachments)
            {
                Vec3 inside = poses[a.Tooth].Apply(a.Solid.Position + (a.Solid.Normal * (0.6 * a.Design.DepthMm)));
                distance.IsInside(inside).ShouldBe(stage is 2 or 5, $"{a.Tooth} at stage {stage}");
            }
        }
    }

    private static PlannedAttachment On(Tooth tooth, int on, int off)
    {
        CrownSurface crown = CrownSurface.Of(tooth, ToothSurface.Facial, Bvh.Build(tooth.Mesh), null, 0.5);
        AttachmentDesign design = AttachmentDesign.Of(AttachmentType.RectangularHorizontal, new AttachmentPreferences());
        (double u, double v) = crown.Places(design.WidthMm, design.HeightMm, 0, 0).First();
        return new PlannedAttachment
        {
            Tooth = tooth.Id,
            Phase = new AttachmentPhase(design.Type, MovementType.Rotation, 8, [], on, off, [], "test"),
            Design = design,
            Solid = AttachmentSolid.At(crown, design, u, v)!,
            Surface = ToothSurface.Facial,
            On = on,
            Off = off,
            CrownHeightMm = crown.HeightMm,
            FromMarginMm = 4,
            UsableAreaMm2 = crown.UsableAreaMm2,
            Purpose = "test",
            Force = Vec3.Zero,
            Cause = "test",
        };
    }
}
