using System.Collections.Immutable;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Primitives;
using Xunit.Abstractions;

namespace Archwright.Planning.Tests.Outcome;

public class ExpectedOutcomeTests(ITestOutputHelper output)
{
    [Fact]
    public void Expected_lies_between_start_and_programmed_with_its_interval_and_is_not_the_same_for_all_movements()
    {
        // VEL-20, U3: expected is not programmed where expression is below 1
        OutcomeResult result = OutcomePlanRefinement.Mixed().Run();

        foreach (ExpectedMovement m in result.Outcome.Movements.Where(m => Math.Abs(m.Clinical) > 0.25))
        {
            (m.Expected / m.Programmed).ShouldBeInRange(0.15, 0.95);
            m.Low.ShouldBeLessThan(m.Expected);
            m.High.ShouldBeGreaterThan(m.Expected);
        }

        double[] shares = [.. result.Outcome.Movements.Select(m => Math.Round(m.Expected / m.Programmed, 1)).Distinct()];
        shares.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Every_stage_has_an_expected_pose_of_every_tooth_and_the_interval_grows()
    {
        OutcomePlan plan = OutcomePlanRefinement.Mixed();
        OutcomeResult result = plan.Run();

        result.Stages.Length.ShouldBe(plan.Trays + 1);
        result.Stages.ShouldAllBe(s => s.Count == 28);
        result.Stages[0].Values.ShouldAllBe(p => p == RigidTransform.Identity);
        var tooth = ToothId.FromFdi(14);
        result.IntervalMm[0][tooth].ShouldBe(0);
        result.IntervalMm[10][tooth].ShouldBeGreaterThan(0.05);
        result.IntervalMm[20][tooth].ShouldBeGreaterThan(result.IntervalMm[10][tooth]);
    }

    [Fact]
    public void The_same_plan_gives_the_same_outcome_on_any_number_of_threads()
    {
        OutcomePlan plan = OutcomePlanRefinement.Mixed();
        string one = JsonSerializer.Serialize(plan.Run(1).Outcome);

        JsonSerializer.Serialize(plan.Run(4).Outcome).ShouldBe(one);
        plan.Run(3).Stages.SelectMany(s => s).ShouldBe(plan.Run(1).Stages.SelectMany(s => s));
    }

    [Fact]
    public void The_outcome_does_not_depend_on_the_frame_the_plan_is_written_in()
    {
        OutcomeInput input = OutcomePlanRefinement.Mixed().Input();
        var frame = new RigidTransform(Rotation.FromVector(new Vec3(0.4, -1.1, 2)), new Vec3(30, -12, 7));
        OutcomeInput moved = input with
        {
            Teeth = [.. input.Teeth.Select(t => t.Moved(frame))],
            Stages = [.. input.Stages.Select(s => Moved(s, frame))],
            Target = Moved(input.Target, frame),
        };

        PlanOutcome here = ExpectedOutcome.Run(input, new RunContext()).Outcome;
        PlanOutcome there = ExpectedOutcome.Run(moved, new RunContext()).Outcome;
        there.RefinementProbability.ShouldBe(here.RefinementProbability);
        for (int i = 0; i < here.Movements.Length; i++)
            there.Movements[i].Expected.ShouldBe(here.Movements[i].Expected, 1e-3);
    }

    private static ImmutableSortedDictionary<ToothId, RigidTransform> Moved(
        ImmutableSortedDictionary<ToothId, RigidTransform> poses, RigidTransform frame) =>
        poses.ToImmutableSortedDictionary(p => p.Key, p => frame * p.Value * frame.Inverse);

    [Theory]
    [InlineData(OvercorrectionPolicy.None, 1)]
    [InlineData(OvercorrectionPolicy.Targeted, 2)]
    [InlineData(OvercorrectionPolicy.Custom, 3)]
    [InlineData(OvercorrectionPolicy.None, 4)]
    [InlineData(OvercorrectionPolicy.Targeted, 5)]
    [InlineData(OvercorrectionPolicy.Custom, 6)]
    public void More_wear_never_worsens_the_expectation(OvercorrectionPolicy policy, int seed)
    {
        // OVC-05: the plan is simulated at 18–20 hours and the loss reported
        OutcomePlan plan = Random(seed) with { Programmed = policy == OvercorrectionPolicy.None ? 1 : 1.25 };
        WearSensitivity? before = null;
        for (double hours = 12; hours <= 24; hours += 3)
        {
            WearSensitivity now = (plan with { Preferences = Worn(hours) }).Run().Outcome.Wear.Single(w => w.HoursPerDay == hours);
            if (before is not null)
            {
                now.RefinementProbability!.Value.ShouldBeLessThanOrEqualTo(before.RefinementProbability!.Value);
                now.MissedMovements.ShouldBeLessThanOrEqualTo(before.MissedMovements);
                now.MeanExpression!.Value.ShouldBeGreaterThanOrEqualTo(before.MeanExpression!.Value);
            }

            before = now;
        }
    }

    [Fact]
    public void Each_movement_is_asked_whether_it_needs_overcorrection_and_why()
    {
        // OVC-08
        OutcomePlan plan = new OutcomePlan().Move(13, rotation: 12).Move(11, extrusion: 1).TipCrown(14, facial: 1).Move(42, rotation: 8);
        string Answer(int fdi, OutcomeComponent component) => plan.Expect(fdi, component).Overcorrection;

        plan.Run().Outcome.Movements.ShouldAllBe(m => m.Overcorrection.Length > 10);
        Answer(13, OutcomeComponent.Rotation).ShouldContain("under-expresses (VEL-10)");
        Answer(11, OutcomeComponent.Vertical).ShouldContain("VEL-11");
        Answer(14, OutcomeComponent.Torque).ShouldContain("expresses readily");
        Answer(42, OutcomeComponent.Rotation).ShouldContain("needs none");
    }

    [Fact]
    public void The_loss_at_18_and_20_hours_is_told()
    {
        // OVC-05, CHK-04
        PlanOutcome outcome = OutcomePlanRefinement.Mixed().Run().Outcome;

        outcome.WearHoursPerDay.ShouldBe(22); // OVC-04
        outcome.Wear.Select(w => w.HoursPerDay).ShouldBe([18, 20, 22]);
        outcome.Wear[0].MeanExpression!.Value.ShouldBeLessThan(outcome.Wear[2].MeanExpression!.Value - 0.02);
        outcome.Wear[0].MissedMovements.ShouldBeGreaterThan(outcome.Wear[2].MissedMovements);
        foreach (WearSensitivity w in outcome.Wear)
            output.WriteLine(w.ToString());
    }

    [Fact]
    public void A_gentle_plan_within_limits_still_meets_its_objectives_at_20_hours()
    {
        // OVC-07: strong planning absorbs minor wear-time deviation
        OutcomePlan plan = new OutcomePlan
        {
            Preferences = Worn(20),
            Patient = new PlanPatient { Objectives = new CaseObjectives { OverjetMm = BiteOfBlocks().ProgrammedMm } },
        }.TipCrown(11, facial: 0.4).TipCrown(21, facial: 0.4);

        plan.Run().Outcome.Objectives.ShouldHaveSingleItem().MetChance.ShouldBeGreaterThan(0.9);
    }

    private static ExpectedObjective BiteOfBlocks() => new OutcomePlan
    {
        Patient = new PlanPatient { Objectives = new CaseObjectives { OverjetMm = 2 } },
    }.TipCrown(11, facial: 0.4).TipCrown(21, facial: 0.4).Run().Outcome.Objectives.Single();

    [Fact]
    public void What_the_doctor_knows_of_the_patient_and_of_the_tooth_changes_the_estimate()
    {
        // CLN-11, CLN-12, CLN-13
        OutcomePlan plan = new OutcomePlan().Move(13, rotation: 8);
        ExpectedMovement known = plan.Expect(13, OutcomeComponent.Rotation);
        ExpectedMovement poor = (plan with { Patient = new PlanPatient { Compliance = PatientCompliance.Poor } }).Expect(13, OutcomeComponent.Rotation);
        ExpectedMovement perio = With(plan, ToothCondition.Periodontal);
        ExpectedMovement dense = With(plan, ToothCondition.DenseBone);
        ExpectedMovement stuck = With(plan, ToothCondition.AnkylosisSuspected);

        poor.Expected.ShouldBeLessThan(known.Expected);
        (perio.High - perio.Low).ShouldBeGreaterThan(known.High - known.Low);
        dense.Expected.ShouldBeLessThan(known.Expected);
        stuck.MissChance.ShouldBeGreaterThan(known.MissChance);
        stuck.Expected.ShouldBeLessThan(known.Expected / 2);
    }

    private static ExpectedMovement With(OutcomePlan plan, ToothCondition condition) =>
        (plan with { Patient = new PlanPatient { Conditions = [new ToothConditionEntry { Fdi = 13, Condition = condition }] } })
            .Expect(13, OutcomeComponent.Rotation);

    [Fact]
    public void What_lies_outside_the_studies_is_said_and_not_guessed()
    {
        PlanOutcome far = new OutcomePlan { Trays = 60 }.Move(16, mesial: -6).Move(13, rotation: 60).Move(11, rotation: 10).Run().Outcome;

        far.NotAssessed.Select(u => u.Fdi).ShouldBe([16, 13], ignoreOrder: true);
        far.NotAssessed.ShouldAllBe(u => u.Reason.Length > 20);
        far.Movements.ShouldContain(m => m.Fdi == 11);
        far.Movements.ShouldNotContain(m => m.Fdi == 13 && m.Component == OutcomeComponent.Rotation);

        PlanOutcome child = new OutcomePlan { Patient = new PlanPatient { Group = PatientGroup.Child } }.Move(11, rotation: 10).Run().Outcome;
        child.RefinementProbability.ShouldBeNull();
        child.NotAssessed.ShouldHaveSingleItem().Reason.ShouldContain("growth");
    }

    [Fact]
    public void The_movement_that_drives_the_need_for_a_refinement_is_named()
    {
        PlanOutcome outcome = new OutcomePlan().Move(13, rotation: 20).Move(11, rotation: 2).Run().Outcome;

        outcome.Drivers[0].Fdi.ShouldBe(13);
        outcome.Drivers[0].VarianceShare.ShouldBeGreaterThan(0.9);
        outcome.RefinementProbability!.Value.ShouldBeGreaterThan(0.9);
        new OutcomePlan().Move(11, rotation: 2).Run().Outcome.RefinementProbability!.Value.ShouldBeLessThan(0.2);
    }

    [Fact]
    public void The_two_fixtures_that_must_fail_rank_worse_than_their_legal_neighbours()
    {
        // VEL-15, VEL-16, wish 7
        static double Retraction(double perTray) =>
            Share(new OutcomePlan { Trays = (int)Math.Round(2.8 / perTray) }.Move(13, mesial: -2.8).Expect(13, OutcomeComponent.Mesiodistal));
        static double Intrusion(double mm, int trays) =>
            Share(new OutcomePlan { Trays = trays }.Move(11, extrusion: -mm).Expect(11, OutcomeComponent.Vertical));

        Retraction(0.35).ShouldBeLessThan(Retraction(0.2));
        Intrusion(2.9, 10).ShouldBeLessThan(Intrusion(2.9, 15));
        PlanOutcome four = new OutcomePlan { Trays = 14 }.Move(11, extrusion: -4).Run().Outcome;
        four.NotAssessed.ShouldHaveSingleItem().Component.ShouldBe(OutcomeComponent.Vertical);
    }

    private static double Share(ExpectedMovement m) => m.Expected / m.Clinical;

    private static OutcomePlan Random(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var plan = new OutcomePlan();
        foreach (int fdi in new[] { 16, 14, 13, 12, 11, 21, 23, 25, 36, 34, 33, 31, 42, 45 })
        {
            plan.Move(
                fdi,
                random.Uniform(-1.5, 1.5),
                random.Uniform(-1.5, 1.5),
                random.Uniform(-1, 1),
                random.Uniform(-15, 15),
                random.Uniform(-6, 6),
                random.Uniform(-6, 6));
        }

        return plan;
    }

    private static TreatmentPreferences Worn(double hours) => new() { Wear = new WearPreferences { HoursPerDay = hours } };
}
