using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Staging;

/// <summary>ATT-05, ATT-12: a movement its attachment serves begins when the attachment may stand; what needs none goes on.</summary>
public class AttachmentWaitTests
{
    private static readonly TreatmentPreferences Base = new();

    private static TreatmentPreferences From(int stage, bool use = true) =>
        Base with { Attachments = Base.Attachments with { EarliestStage = stage, Use = use } };

    private static Prescription Teeth() => new Prescription()
        .Move([13], extrusion: -0.4, rotation: 12)
        .Move([11], rotation: 12)
        .Move([14], mesial: 0.4)
        .Move([23], facial: 2.4);

    [Fact]
    public void ATT_05_the_turn_waits_for_its_attachment_and_says_so_while_the_rest_goes_on()
    {
        Prescription teeth = Teeth();
        StagingResult plan = teeth.Stage(From(4));

        teeth.FirstStage(plan, 13, m => m.RotationDeg, 1e-4).ShouldBe(4);
        teeth.FirstStage(plan, 23, m => m.FacialMm, 1e-4).ShouldBe(4);
        teeth.FirstStage(plan, 13, m => m.ExtrusionMm, 1e-4).ShouldBe(1);
        teeth.FirstStage(plan, 11, m => m.RotationDeg, 1e-4).ShouldBe(1);
        plan.Shortfalls.ShouldBeEmpty();
        PlanEvent waits = plan.Events.Single(e => e.Fdi == 13 && e.Kind == "hold" && e.Movement == "rotation");
        (waits.From, waits.To).ShouldBe((1, 3));
        waits.Cause.ShouldContain("waits for its attachment, on from stage 4");
        plan.Events.Count(e => e.Cause.Contains("attachments.earliestStage", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData(MacroPattern.LevelAndAlign)]
    [InlineData(MacroPattern.SpaceFirst)]
    [InlineData(MacroPattern.Custom)]
    public void ATT_12_the_bound_of_every_pattern_contains_the_wait(MacroPattern pattern)
    {
        TreatmentPreferences late = From(6);
        TreatmentPreferences ordered = late with { Staging = late.Staging with { Pattern = pattern } };
        Prescription teeth = new Prescription().Move([13], rotation: 12);
        StagingResult plan = teeth.Stage(ordered);
        int rotation = (int)Math.Ceiling(12 / Base.Velocity.RotationCaninePremolarDeg / 0.9995);

        teeth.FirstStage(plan, 13, m => m.RotationDeg, 1e-4).ShouldBe(6);
        plan.Strategy.LowerBound.ShouldBe(5 + rotation);
        plan.Stages.Length.ShouldBe(1 + 5 + rotation);
        plan.LowerBound.ShouldBe((int)Math.Ceiling(12 / Base.Velocity.RotationCaninePremolarDeg));
    }

    [Fact]
    public void ATT_12_a_sequence_that_starts_with_a_bodily_movement_waits_as_a_whole()
    {
        Prescription teeth = new Prescription().Move([17, 16], mesial: -1.8);
        StagingResult plan = teeth.Stage(From(3) with { Staging = Base.Staging with { Pattern = MacroPattern.SequentialDistalisation } });
        int starts = teeth.FirstStage(plan, 16, m => -m.MesialMm, 1e-4);

        teeth.FirstStage(plan, 17, m => -m.MesialMm, 1e-4).ShouldBe(3);
        teeth.Share(plan, 17, m => -m.MesialMm, starts - 1).ShouldBeInRange(0.48, 0.65);
        (plan.Stages.Length - 1).ShouldBe(plan.Strategy.LowerBound);
    }

    [Fact]
    public void Without_attachments_nothing_waits() =>
        Teeth().Stage(From(4, use: false)).Events.ShouldAllBe(e => !e.Cause.Contains("attachment", StringComparison.Ordinal));
}
