using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Staging;

public class MicroScheduleTests
{
    private static readonly TreatmentPreferences Base = new();

    // A neighbour far behind leads, so that tooth 12 has time to go step by step.
    private static Prescription Slow() => new Prescription()
        .Move([12], facial: 0.1, extrusion: -0.9, rotation: 8, torque: 4)
        .Move([26], rotation: 50);

    [Fact]
    public void STG_06_intrusion_then_torque_is_staged_before_final_rotation()
    {
        Prescription teeth = Slow();
        StagingResult plan = teeth.Stage(Base);
        int torque = teeth.FirstStage(plan, 12, m => m.TorqueDeg, 0.01);
        int rotation = teeth.FirstStage(plan, 12, m => m.RotationDeg, 0.01);
        teeth.Share(plan, 12, m => m.ExtrusionMm, torque - 1).ShouldBeGreaterThan(0.45);
        teeth.Share(plan, 12, m => m.TorqueDeg, rotation - 1).ShouldBeGreaterThan(0.45);
        teeth.FirstStage(plan, 12, m => m.RotationDeg, 0.999).ShouldBeGreaterThan(teeth.FirstStage(plan, 12, m => m.TorqueDeg, 0.999));
        teeth.FirstStage(plan, 12, m => m.TorqueDeg, 0.999).ShouldBeGreaterThan(teeth.FirstStage(plan, 12, m => m.ExtrusionMm, 0.999));
    }

    [Fact]
    public void STG_03_the_order_of_one_tooth_is_a_preference()
    {
        Prescription teeth = Slow();
        StagingResult plan = teeth.Stage(Base with
        {
            Staging = Base.Staging with
            {
                MicroOrder = [MicroMovement.Rotation, MicroMovement.Torque, MicroMovement.Intrusion],
                MicroLeadShare = 1,
                SpaceBeforeRotation = false,
            },
        });
        teeth.FirstStage(plan, 12, m => m.RotationDeg, 0.98).ShouldBeLessThanOrEqualTo(teeth.FirstStage(plan, 12, m => m.TorqueDeg, 0.02));
        teeth.FirstStage(plan, 12, m => m.TorqueDeg, 0.98).ShouldBeLessThanOrEqualTo(teeth.FirstStage(plan, 12, m => m.ExtrusionMm, 0.02));
    }

    [Fact]
    public void STG_03_a_lead_of_nothing_lets_all_movements_of_a_tooth_run_together()
    {
        Prescription teeth = Slow();
        StagingResult plan = teeth.Stage(Base with { Staging = Base.Staging with { MicroLeadShare = 0 } });
        teeth.FirstStage(plan, 12, m => m.RotationDeg, 0.001).ShouldBe(1);
        teeth.FirstStage(plan, 12, m => m.ExtrusionMm, 0.001).ShouldBe(1);
    }

    [Fact]
    public void STG_05_STG_06_the_leading_tooth_keeps_its_order_and_the_order_takes_the_trays_it_needs()
    {
        Prescription teeth = new Prescription().Move([12], extrusion: -1.9, rotation: 19, facial: 0.1);
        StagingResult plan = teeth.Stage(Base);
        // intrusion and turn take ten trays each, the turn waits for half of the intrusion
        plan.LowerBound.ShouldBe(10);
        (plan.Stages.Length - 1).ShouldBe(15);
        plan.Strategy.LowerBound.ShouldBe(15);
        plan.Events.First(e => e.Kind == "start" && e.Movement == "rotation").From.ShouldBe(6);
        StagingResult together = teeth.Stage(Base with { Staging = Base.Staging with { MicroLeadShare = 0 } });
        (together.Stages.Length - 1).ShouldBe(10);
    }

    [Fact]
    public void STG_04_finishing_begins_when_all_crowns_stand_right()
    {
        // 11 turns for nine trays; the root of 21 goes lingually by 4°, its crown by a fifth of a millimetre before that
        StagingResult plan = new Prescription().Move([11], rotation: 17).Root(21, 4, -0.2).Stage(Base);
        PlanEvent torque = plan.Events.First(e => e.Fdi == 21 && e.Kind == "start" && e.Movement == "torque");
        PlanEvent shift = plan.Events.First(e => e.Fdi == 21 && e.Kind == "start" && e.Movement == "translation");
        PlanEvent turn = plan.Events.Last(e => e.Fdi == 11 && e.Kind == "stop" && e.Movement == "rotation");
        torque.From.ShouldBe(turn.From + 1);
        shift.To.ShouldBeLessThan(torque.From);
        (plan.Stages.Length - 1).ShouldBe(plan.Strategy.LowerBound);
        StagingResult together = new Prescription().Move([11], rotation: 17).Root(21, 4, -0.2)
            .Stage(Base with { Staging = Base.Staging with { PhasesInOrder = false } });
        (together.Stages.Length - 1).ShouldBe(together.LowerBound);
    }

    [Fact]
    public void STG_04_a_root_with_far_to_go_begins_with_alignment()
    {
        StagingResult plan = new Prescription().Move([11], rotation: 17).Root(21, FinishingPhase.MostTrays + 1, 0.2).Stage(Base);
        plan.Events.First(e => e.Fdi == 21 && e.Kind == "start" && e.Movement == "torque").From.ShouldBe(1);
    }

    [Fact]
    public void STG_03_a_tooth_turns_last_where_it_would_turn_into_its_neighbour()
    {
        TreatmentPreferences rotationFirst = Base with
        {
            Staging = Base.Staging with { MicroOrder = [MicroMovement.Rotation, MicroMovement.Translation, MicroMovement.Torque, MicroMovement.Tip] },
        };
        // Tooth 14 is deeper than it is wide: turned by 40° on the spot it would need the room that its way distally gives it.
        Prescription teeth = new Prescription().Move([14], mesial: -0.45, facial: 1, rotation: 40).Move([26], rotation: 90);
        StagingResult plan = teeth.Stage(rotationFirst);
        teeth.FirstStage(plan, 14, m => m.FacialMm, 0.01).ShouldBeLessThan(teeth.FirstStage(plan, 14, m => m.RotationDeg, 0.01));
        StagingResult free = teeth.Stage(rotationFirst with { Staging = rotationFirst.Staging with { SpaceBeforeRotation = false } });
        teeth.FirstStage(free, 14, m => m.RotationDeg, 0.01).ShouldBe(1);
    }

    [Fact]
    public void VEL_12_a_molar_without_an_elastic_rises_by_no_more_than_noise_in_any_tray()
    {
        StepMm(0.15).ShouldBeInRange(0.005, 0.0181);
        // from 0.2 mm on an elastic pulls
        StepMm(0.4).ShouldBeGreaterThan(0.03);

        static double StepMm(double extrusion)
        {
            Prescription teeth = new Prescription().Move([16], extrusion: extrusion).Move([26], rotation: 13);
            StagingResult plan = teeth.Stage(Base);
            Tooth molar = teeth.Teeth.First(t => t.Id.Fdi == 16);
            Movement.Between(molar, RigidTransform.Identity, plan.Stages[^1][molar.Id]).ExtrusionMm.ShouldBe(extrusion, 1e-3);
            return Enumerable.Range(1, plan.Stages.Length - 1).Max(k => Movement.Between(molar, plan.Stages[k - 1][molar.Id], plan.Stages[k][molar.Id]).ExtrusionMm);
        }
    }
}
