using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Overcorrection;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Planning.Tests.Outcome;
using Archwright.Planning.Tests.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Overcorrection;

public class OvercorrectionLayerTests
{
    private static readonly OvercorrectionPreferences Targeted = new() { Policy = OvercorrectionPolicy.Targeted };

    [Fact]
    public void The_default_policy_programs_the_clinical_target()
    {
        Movement programmed = Programmed(13, new OvercorrectionPreferences(), rotation: 10);

        programmed.RotationDeg.ShouldBe(10, 1e-6);
    }

    [Theory]
    [InlineData(13, 0.25)] // VEL-10
    [InlineData(44, 0.25)] // VEL-10
    [InlineData(11, 0.125)] // VEL-09: round-rooted incisor
    [InlineData(31, 0)] // VEL-09: a flat root needs none
    [InlineData(16, 0)]
    public void Rotation_gets_the_share_of_its_root_form(int fdi, double share)
    {
        // OVC-01, OVC-02
        Programmed(fdi, Targeted, rotation: 10).RotationDeg.ShouldBe(10 * (1 + share), 1e-6);
    }

    [Fact]
    public void Extrusion_root_uprighting_and_bodily_translation_get_theirs_and_intrusion_none()
    {
        // VEL-11, VEL-13, VEL-14
        Programmed(11, Targeted, extrusion: 1).ExtrusionMm.ShouldBe(1.275, 1e-6);
        Programmed(11, Targeted, extrusion: -1).ExtrusionMm.ShouldBe(-1, 1e-6);
        Programmed(14, Targeted, extrusion: 1).ExtrusionMm.ShouldBe(1, 1e-6);
        Programmed(13, Targeted, mesial: -1).MesialMm.ShouldBe(-1.175, 1e-6);

        Tooth tooth = OutcomePlan.Tooth(14);
        double lever = Vec3.Dot(tooth.Landmarks.OcclusalPoint - tooth.CenterOfResistance, tooth.Frame.Occlusal);
        Movement upright = Programmed(14, Targeted, mesial: -double.DegreesToRadians(8) * lever, tip: 8);
        upright.TipDeg.ShouldBe(9.6, 1e-6);
        Math.Abs(upright.Crown.X).ShouldBeLessThan(0.2, "the crown stays where it is");
    }

    [Fact]
    public void An_upper_molar_is_programmed_no_further_back_than_the_limit_of_distalisation()
    {
        // ANC-01; 17.5 % beyond 2.4 mm would be 2.82
        Programmed(16, Targeted, mesial: -2.4).MesialMm.ShouldBe(-new ClassTwoPreferences().DistalisationMaxMm, 1e-6);
        Programmed(16, Targeted, mesial: -2).MesialMm.ShouldBe(-2.35, 1e-6);
    }

    [Fact]
    public void An_easy_movement_gets_none_unless_the_policy_is_custom()
    {
        // OVC-02, VEL-08
        RigidTransform tipped = new OutcomePlan().TipCrown(11, facial: 1).Input().Target[ToothId.FromFdi(11)];
        Movement Run(OvercorrectionPreferences preferences) => Movement.Between(
            OutcomePlan.Tooth(11), RigidTransform.Identity, Layer(OutcomePlan.Tooth(11), tipped, preferences));

        Run(Targeted).TorqueDeg.ShouldBe(Run(new OvercorrectionPreferences()).TorqueDeg, 1e-9);
        Run(new OvercorrectionPreferences { Policy = OvercorrectionPolicy.Custom, EasyShare = 0.2 }).TorqueDeg
            .ShouldBe(1.2 * Run(Targeted).TorqueDeg, 1e-6);
    }

    [Fact]
    public void What_no_scan_can_tell_and_teeth_that_may_not_move_are_left_alone()
    {
        Programmed(13, Targeted, rotation: 0.9).RotationDeg.ShouldBe(0.9, 1e-9);
        Tooth implant = OutcomePlan.Tooth(13) with { Restriction = ToothRestriction.Implant };
        RigidTransform turned = Movement.Apply(implant, RigidTransform.Identity, 0, 0, 0, 10, 0, 0);
        Layer(implant, turned, Targeted).ShouldBe(turned);
    }

    [Fact]
    public void The_programmed_path_keeps_every_limit_and_collides_with_nothing()
    {
        // OVC-03, wish U12: limits hold with overcorrection included
        var preferences = new TreatmentPreferences { Overcorrection = Targeted };
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1.2, TurnDeg = 12, SpaceMm = 0.5 }, 1);
        CollisionScene scene = block.Scene(new RunContext());
        SetupResult programmed = block.Setup with { Target = OvercorrectionLayer.Run(block.Teeth, block.Setup.Target, new TreatmentPreferences { Overcorrection = Targeted }) };
        StagingResult clinical = Stager.Run(scene, block.Setup, preferences, new RunContext());
        StagingResult plan = Stager.Run(scene, programmed, preferences, new RunContext());

        plan.Stages[^1].ShouldNotBe(clinical.Stages[^1]);
        (plan.Stages.Length >= clinical.Stages.Length).ShouldBeTrue("beyond the target is farther");
        for (int k = 1; k < plan.Stages.Length; k++)
        {
            foreach (Tooth t in block.Teeth)
                MovementLimits.Utilisation(t.Id, Movement.Between(t, plan.Stages[k - 1][t.Id], plan.Stages[k][t.Id]), preferences.Velocity).ShouldBeLessThanOrEqualTo(1);
            foreach (ScenePair pair in scene.Pairs)
            {
                Overlap overlap = scene.Depth(pair, plan.Stages[k][scene.Teeth[pair.A].Id], plan.Stages[k][scene.Teeth[pair.B].Id]);
                overlap.DepthMm.ShouldBeLessThanOrEqualTo(pair.InitialOverlapMm + 0.05);
            }
        }
    }

    private static Movement Programmed(
        int fdi, OvercorrectionPreferences preferences, double mesial = 0, double extrusion = 0, double rotation = 0, double tip = 0)
    {
        Tooth tooth = OutcomePlan.Tooth(fdi);
        RigidTransform clinical = Movement.Apply(tooth, RigidTransform.Identity, mesial, 0, extrusion, rotation, tip, 0);
        return Movement.Between(tooth, RigidTransform.Identity, Layer(tooth, clinical, preferences));
    }

    private static RigidTransform Layer(Tooth tooth, RigidTransform clinical, OvercorrectionPreferences preferences) =>
        OvercorrectionLayer.Run([tooth], ImmutableSortedDictionary<ToothId, RigidTransform>.Empty.Add(tooth.Id, clinical), new TreatmentPreferences { Overcorrection = preferences })[tooth.Id];
}
