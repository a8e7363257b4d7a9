using Archwright.Dental;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

public class AnchorageTests
{
    private static readonly TreatmentPreferences Base = new();
    private static readonly int[] Arch = [17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27];
    private static readonly int[] Front = [14, 13, 12, 11, 21, 22, 23, 24];

    [Fact]
    public void ANC_03_an_arch_that_moves_as_a_whole_goes_at_half_of_its_limits()
    {
        Prescription teeth = new Prescription().Move(Arch, facial: 1.5);
        StagingResult plan = teeth.Stage(Base);
        int alone = new Prescription().Move([11], facial: 1.5).Stage(Base).Strategy.LowerBound;
        Worst(teeth, plan, Base).ShouldBeInRange(0.9, 1);
        plan.Shortfalls.ShouldBeEmpty();
        plan.Strategy.LowerBound.ShouldBeInRange((2 * alone) - 1, 2 * alone);
        (plan.Stages.Length - 1).ShouldBeLessThanOrEqualTo(plan.Strategy.LowerBound + 1);
        plan.LowerBound.ShouldBe(alone);
        plan.Strategy.Reason.ShouldContain("anchorage.reactionRatioMax");
    }

    [Fact]
    public void Front_teeth_move_as_fast_as_one_alone()
    {
        Prescription teeth = new Prescription().Move(Front, facial: 1.5);
        StagingResult plan = teeth.Stage(Base);
        (plan.Stages.Length - 1).ShouldBe(new Prescription().Move([11], facial: 1.5).Stage(Base).Stages.Length - 1);
        plan.Strategy.Reason.ShouldNotContain("anchorage.reactionRatioMax");
    }

    [Fact]
    public void Where_movements_meet_for_a_few_trays_each_tooth_says_that_it_goes_slower_for_its_anchors()
    {
        // the turns follow the intrusion, when the side teeth are on their way too
        Prescription teeth = new Prescription().Move([13, 12, 11, 21, 22, 23], extrusion: -0.8, rotation: 8).Move([15, 16, 17, 25, 26, 27], facial: 0.5);
        StagingResult plan = teeth.Stage(Ratio(0.5));
        Worst(teeth, plan, Base).ShouldBeInRange(0.45, 0.5);
        plan.Shortfalls.ShouldBeEmpty();
        plan.Events.ShouldContain(e => e.Kind == "hold" && e.Cause.Contains("of 0.5 (anchorage.reactionRatioMax", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tooth_that_waits_for_a_share_of_another_finds_it_gone_where_time_runs_slower()
    {
        Prescription teeth = new Prescription().Move([17, 27, 16, 26], mesial: -1.5);
        TreatmentPreferences ordered = Ratio(0.2) with { Staging = Base.Staging with { Pattern = MacroPattern.SequentialDistalisation } };
        StagingResult plan = teeth.Stage(ordered);
        int starts = teeth.FirstStage(plan, 16, m => -m.MesialMm, 0.001);
        teeth.Share(plan, 17, m => -m.MesialMm, starts - 1).ShouldBeInRange(0.48, 0.65);
        Worst(teeth, plan, ordered).ShouldBeLessThanOrEqualTo(0.2);
        plan.Shortfalls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.15, 1)]
    [InlineData(0.4, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 4)]
    public void In_no_stage_of_any_case_the_anchors_are_overloaded(double ratio, int seed)
    {
        var block = BlockCase.Create(new BlockOptions { Lower = true, ShiftMm = 1.4, TurnDeg = 12, Fixed = [25] }, (ulong)seed);
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), block.Setup, Ratio(ratio), new RunContext());
        Guarantees.WorstReaction(block.Teeth, plan, Base.Velocity).ShouldBeLessThanOrEqualTo(ratio);
        Guarantees.WorstUtilisation(block, plan).ShouldBeLessThanOrEqualTo(1);
        Guarantees.WorstExcess(block, plan).ShouldBeLessThanOrEqualTo(0.05);
        Guarantees.EveryStepHasItsCause(block, plan);
    }

    [Fact]
    public void More_anchorage_asked_for_never_makes_a_plan_shorter()
    {
        int[] trays = [.. new[] { 2, 1, 0.5, 0.25 }.Select(r => new Prescription().Move(Arch, facial: 1.2).Stage(Ratio(r)).Stages.Length)];
        trays.ShouldBe([.. trays.Order()]);
        trays.Distinct().Count().ShouldBe(trays.Length);
    }

    [Fact]
    public void What_the_anchors_leave_no_stages_for_is_told_with_the_preference()
    {
        TreatmentPreferences few = Ratio(0.1) with { Staging = Base.Staging with { MaxStages = 20 } };
        Prescription teeth = new Prescription().Move(Arch, facial: 2);
        StagingResult plan = teeth.Stage(few);
        (plan.Stages.Length - 1).ShouldBeLessThanOrEqualTo(20);
        Worst(teeth, plan, few).ShouldBeLessThanOrEqualTo(0.1);
        plan.Shortfalls.ShouldContain(s => s.Code == "movement-blocked" && s.Message.Contains("anchorage.reactionRatioMax", StringComparison.Ordinal));
    }

    private static TreatmentPreferences Ratio(double most) => Base with { Anchorage = Base.Anchorage with { ReactionRatioMax = most } };

    private static double Worst(Prescription teeth, StagingResult plan, TreatmentPreferences preferences) =>
        Guarantees.WorstReaction(teeth.Teeth, plan, preferences.Velocity);
}
