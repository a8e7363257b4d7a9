using Archwright.Dental;
using Archwright.Planning.Macro;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Staging;

public class MacroPatternTests
{
    private static readonly TreatmentPreferences Base = new();
    private static readonly int[] Incisors = [12, 11, 21, 22];

    private static TreatmentPreferences With(MacroPattern pattern) => Base with { Staging = Base.Staging with { Pattern = pattern } };

    private static double Distal(Movement m) => -m.MesialMm;

    [Fact]
    public void STG_04_levels_and_aligns_then_closes_space_then_finishes_roots()
    {
        Prescription teeth = new Prescription()
            .Move([11], rotation: 24)
            .Move([13], extrusion: -0.5)
            .Move([15], mesial: -0.38)
            .Move([16], torque: 2.9, facial: -0.2);
        StagingResult plan = teeth.Stage(With(MacroPattern.LevelAndAlign));
        int levelled = teeth.FirstStage(plan, 13, m => m.ExtrusionMm, 0.99);
        int closes = teeth.FirstStage(plan, 15, Distal, 0.01);
        int closed = teeth.FirstStage(plan, 15, Distal, 0.99);
        int finishes = teeth.FirstStage(plan, 16, m => m.TorqueDeg, 0.01);
        levelled.ShouldBeLessThanOrEqualTo(closes);
        closed.ShouldBeLessThanOrEqualTo(finishes);
        plan.Strategy.Groups.Select(g => (g.Name, g.Role)).ShouldContain(("align", GroupRole.Mover));
    }

    [Fact]
    public void ANC_05_class_two_with_correction_ordered_distalises_in_sequence_against_the_teeth_in_front()
    {
        Prescription teeth = new Prescription().Move([17, 16, 15, 14, 13], mesial: -1.15).Move(Incisors, extrusion: -0.4);
        var facts = new CaseFacts(
            PatientGroup.Adult, new CaseObjectives { CanineClass = "I" }, new OcclusionMeasures { MolarRightMm = 3.5, CanineRightMm = 3 });
        StagingResult plan = teeth.Stage(Base, facts);
        plan.Strategy.Pattern.ShouldBe(MacroPattern.SequentialDistalisation);
        plan.Strategy.ClassTwo.ShouldBe(ClassTwoStrategy.SequentialDistalisation);
        plan.Strategy.Reason.ShouldContain("ANC-05");
        plan.Shortfalls.ShouldBeEmpty();
        foreach ((int ahead, int next) in new[] { (17, 16), (16, 15), (15, 14), (14, 13) })
        {
            int starts = teeth.FirstStage(plan, next, Distal, 0.001);
            teeth.Share(plan, ahead, Distal, starts - 1).ShouldBeGreaterThanOrEqualTo(0.48, $"{next} starts at {starts}");
            teeth.Share(plan, ahead, Distal, starts - 1).ShouldBeLessThan(0.8, $"{next} waits too long for {ahead}");
        }

        PlanGroup anchors = plan.Strategy.Groups.First(g => g.Role == GroupRole.Anchor && g.Teeth.Contains(13));
        anchors.BoundMm.ShouldBe(Base.Anchorage.AnchorMovementMaxMm);
        anchors.To.ShouldBe(teeth.FirstStage(plan, 13, Distal, 0.001) - 1);
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(1.1 * plan.Strategy.LowerBound);
        plan.Strategy.LowerBound.ShouldBeGreaterThan(plan.LowerBound);
    }

    [Theory]
    [InlineData(0.33)]
    [InlineData(0.67)]
    public void ANC_01_the_next_tooth_starts_at_the_share_the_preferences_set(double share)
    {
        Prescription teeth = new Prescription().Move([17, 16], mesial: -1.8);
        TreatmentPreferences ordered = With(MacroPattern.SequentialDistalisation) with { ClassTwo = Base.ClassTwo with { NextStartsAtShare = share } };
        StagingResult plan = teeth.Stage(ordered);
        int starts = teeth.FirstStage(plan, 16, Distal, 0.001);
        teeth.Share(plan, 17, Distal, starts - 1).ShouldBeInRange(share - 0.02, share + 0.15);
    }

    [Fact]
    public void ANC_03_front_teeth_go_back_into_extraction_spaces_while_the_posterior_teeth_stand()
    {
        Prescription teeth = new Prescription()
            .Without(14, 24)
            .Move([13, 23], mesial: -2.5, facial: -0.3)
            .Move(Incisors, facial: -1.5, torque: -4)
            .Move([15, 16, 17, 25, 26, 27], mesial: 1);
        StagingResult plan = teeth.Stage(Base);
        plan.Strategy.Pattern.ShouldBe(MacroPattern.AnteriorRetraction);
        int posterior = new[] { 15, 16, 17, 25, 26, 27 }.Min(t => teeth.FirstStage(plan, t, m => m.MesialMm, 0.001));
        foreach (int front in new[] { 13, 23 })
            teeth.Share(plan, front, Distal, posterior - 1).ShouldBeGreaterThan(0.97);
        foreach (int front in Incisors)
            teeth.Share(plan, front, m => m.FacialMm, posterior - 1).ShouldBeGreaterThan(0.97);
        teeth.FirstStage(plan, 11, m => m.FacialMm, 0.001).ShouldBeGreaterThan(teeth.FirstStage(plan, 13, Distal, 0.3));
    }

    [Theory]
    [InlineData(-0.4, MacroPattern.AnteriorRetraction)]
    [InlineData(0.4, MacroPattern.LevelAndAlign)]
    public void ANC_01_a_lateral_in_the_place_of_a_missing_canine_retracts_only_where_the_incisors_go_back(double incisorsFacial, MacroPattern pattern)
    {
        Prescription teeth = new Prescription().Without(13).Move([12], mesial: -0.8, facial: incisorsFacial).Move([11, 21, 22], facial: incisorsFacial);
        teeth.Stage(Base).Strategy.Pattern.ShouldBe(pattern);
    }

    [Theory]
    [InlineData(4, 1.1)]
    [InlineData(10, 1.15)]
    public void ANC_03_incisors_go_back_before_the_rest_of_their_movement_where_all_at_once_would_keep_the_anchors_waiting(double rotation, double overBound)
    {
        Prescription teeth = new Prescription()
            .Without(14, 24)
            .Move([13, 23], mesial: -2.5)
            .Move(Incisors, facial: -3.6, torque: -12, extrusion: -1.2, rotation: rotation)
            .Move([15, 16, 17, 25, 26, 27], mesial: 1);
        StagingResult plan = teeth.Stage(With(MacroPattern.AnteriorRetraction));
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(overBound * plan.Strategy.LowerBound);
    }

    [Fact]
    public void EXP_03_expansion_first_widens_before_it_aligns()
    {
        Prescription teeth = new Prescription().Move([14, 15, 16, 24, 25, 26], facial: 1.2).Move(Incisors, rotation: 8);
        StagingResult plan = teeth.Stage(With(MacroPattern.ExpansionFirst));
        int turns = Incisors.Min(t => teeth.FirstStage(plan, t, m => m.RotationDeg, 0.001));
        foreach (int wide in new[] { 14, 15, 16, 24, 25, 26 })
            teeth.Share(plan, wide, m => m.FacialMm, turns - 1).ShouldBeGreaterThanOrEqualTo(0.48);
        plan.Strategy.Groups.Single(g => g.Role == GroupRole.Space).Cause.ShouldContain("EXP-03");
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.6, 1.15)]
    [InlineData(2.6, 1.15)]
    public void A_lead_goes_ahead_where_the_rest_of_it_would_leave_no_room_for_what_follows(double extrusion, double overBound)
    {
        // both displace the tooth, and together they may displace it no further than one alone
        Prescription teeth = new Prescription().Move([11], facial: 3.6, torque: 12, extrusion: extrusion);
        StagingResult plan = teeth.Stage(With(MacroPattern.SpaceFirst));
        int rises = teeth.FirstStage(plan, 11, m => m.ExtrusionMm, 0.001);
        teeth.Share(plan, 11, m => m.FacialMm, rises - 1).ShouldBeGreaterThanOrEqualTo(0.48);
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(overBound * plan.Strategy.LowerBound);
    }

    [Fact]
    public void VEL_12_a_premolar_whose_height_only_follows_its_tipping_does_not_keep_all_others_waiting_for_it()
    {
        // tipped outwards first and set up again afterwards it would rise by more than noise in trays that make space
        Prescription teeth = new Prescription().Move([15], mesial: 0.3, facial: 2.8, torque: -11, extrusion: 0.32).Move(Incisors, rotation: 8);
        StagingResult plan = teeth.Stage(With(MacroPattern.SpaceFirst));
        plan.Shortfalls.ShouldBeEmpty();
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(1.2 * plan.Strategy.LowerBound);
    }

    [Fact]
    public void STG_02_space_first_makes_room_before_teeth_turn()
    {
        Prescription teeth = new Prescription().Move([12, 22], mesial: -0.4).Move([11, 21], rotation: 10).Move([13, 23], facial: 1);
        StagingResult plan = teeth.Stage(With(MacroPattern.SpaceFirst));
        int turns = teeth.FirstStage(plan, 11, m => m.RotationDeg, 0.001);
        teeth.Share(plan, 12, Distal, turns - 1).ShouldBeGreaterThanOrEqualTo(0.48);
        teeth.Share(plan, 13, m => m.FacialMm, turns - 1).ShouldBeGreaterThanOrEqualTo(0.48);
    }

    [Fact]
    public void STG_02_a_deep_bite_intrudes_canines_and_incisors_in_turn()
    {
        Prescription teeth = new Prescription().Move([13, 23], extrusion: -0.95).Move(Incisors, extrusion: -1.55);
        StagingResult plan = teeth.Stage(Base, CaseFacts.None with { Occlusion = new OcclusionMeasures { OverbiteMm = 5 } });
        plan.Strategy.Pattern.ShouldBe(MacroPattern.DeepBite);
        int incisors = Incisors.Min(t => teeth.FirstStage(plan, t, m => m.ExtrusionMm, 0.001));
        teeth.Share(plan, 13, m => m.ExtrusionMm, incisors - 1).ShouldBeGreaterThan(0.98);
        teeth.Share(plan, 23, m => m.ExtrusionMm, incisors - 1).ShouldBeGreaterThan(0.98);
        (plan.Stages.Length - 1).ShouldBe(plan.Strategy.LowerBound);
    }

    [Fact]
    public void STG_04_a_custom_order_of_phases_is_kept()
    {
        Prescription teeth = new Prescription().Move([11], rotation: 6).Move([13], extrusion: -0.6).Move([15], mesial: -0.4).Move([22], rotation: 30);
        TreatmentPreferences custom = With(MacroPattern.Custom);
        custom = custom with
        {
            Staging = custom.Staging with { PhaseOrder = [StagingPhase.Space, StagingPhase.Align, StagingPhase.Level, StagingPhase.Detail] },
        };
        StagingResult plan = teeth.Stage(custom);
        teeth.FirstStage(plan, 15, Distal, 0.99).ShouldBeLessThanOrEqualTo(teeth.FirstStage(plan, 11, m => m.RotationDeg, 0.01));
        teeth.FirstStage(plan, 11, m => m.RotationDeg, 0.99).ShouldBeLessThanOrEqualTo(teeth.FirstStage(plan, 13, m => m.ExtrusionMm, 0.01));
    }

    [Fact]
    public void ANC_02_molars_stand_until_the_teeth_in_front_are_aligned_where_preferences_say_so()
    {
        Prescription Teeth() => new Prescription().Move([11, 14], rotation: 9).Move([16, 26], rotation: 8);
        TreatmentPreferences held = With(MacroPattern.LevelAndAlign) with { Anchorage = Base.Anchorage with { HoldMolarsWhileAligning = true } };
        Prescription teeth = Teeth();
        StagingResult plan = teeth.Stage(held);
        int molars = teeth.FirstStage(plan, 16, m => m.RotationDeg, 0.001);
        teeth.Share(plan, 11, m => m.RotationDeg, molars - 1).ShouldBeGreaterThan(0.97);
        teeth.Share(plan, 14, m => m.RotationDeg, molars - 1).ShouldBeGreaterThan(0.97);
        Prescription free = Teeth();
        StagingResult together = free.Stage(With(MacroPattern.LevelAndAlign));
        free.FirstStage(together, 16, m => m.RotationDeg, 0.001).ShouldBe(1);
        together.Stages.Length.ShouldBeLessThan(plan.Stages.Length);
    }

    [Fact]
    public void STG_13_movements_that_hinder_each_other_in_the_same_trays_are_listed_as_pairs()
    {
        Prescription teeth = new Prescription().Move([11], extrusion: 1.5, rotation: 20).Move([13, 23], extrusion: -0.9).Move([12, 22], extrusion: -0.9);
        TreatmentPreferences together = With(MacroPattern.LevelAndAlign) with
        {
            Staging = Base.Staging with { Pattern = MacroPattern.LevelAndAlign, MicroLeadShare = 0, PhasesInOrder = false },
        };

        PlanStrategy strategy = teeth.Stage(together).Strategy;

        strategy.Conflicts.ShouldContain(c => c.Teeth.SequenceEqual(new[] { 11 }) && c.Cause.Contains("extrusion and rotation at once", StringComparison.Ordinal));
        strategy.Conflicts.ShouldAllBe(c => c.From >= 1 && c.To >= c.From && c.Cause.Length > 10);
        new Prescription().Move([13], facial: 0.4).Stage(together).Strategy.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void ANC_06_the_header_says_what_was_chosen_and_why()
    {
        Prescription teeth = new Prescription().Move([11], rotation: 6);
        teeth.Stage(Base).Strategy.Reason.ShouldContain("STG-04");
        teeth.Stage(With(MacroPattern.DeepBite)).Strategy.Reason.ShouldContain("does not intrude");
        var facts = new CaseFacts(null, new CaseObjectives { CanineClass = "I" }, new OcclusionMeasures { MolarRightMm = 3.5 });
        PlanStrategy nothing = teeth.Stage(Base, facts).Strategy;
        nothing.Pattern.ShouldBe(MacroPattern.LevelAndAlign);
        nothing.Reason.ShouldContain("nothing to distalise");
    }
}
