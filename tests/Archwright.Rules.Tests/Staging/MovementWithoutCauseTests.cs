namespace Archwright.Rules.Tests;

public class MovementWithoutCauseTests
{
    [Fact]
    public void A_start_without_an_event_is_found()
    {
        RuleRun.ShownOnPage<MovementWithoutCause>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1)).Stage.ShouldBe(1);
    }

    [Fact]
    public void Within_an_event_that_says_why_it_is_not()
    {
        RuleRun.Of<MovementWithoutCause>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1).Event(13, "start", 1, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void An_event_of_another_tooth_or_without_cause_does_not_answer()
    {
        RuleRun.Of<MovementWithoutCause>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1)
            .Event(12, "start", 1, 1).Event(13, "start", 1, 1, cause: "")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_stop_before_the_end_needs_a_cause_and_the_end_none()
    {
        PlanBuilder Base() => new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1).Event(13, "start", 1, 1).Stages(2);

        RuleRun.Of<MovementWithoutCause>(Base()).ShouldHaveSingleItem().Message.ShouldContain("stops");
        RuleRun.Of<MovementWithoutCause>(Base().Event(13, "stop", 1, 1)).ShouldBeEmpty();
        RuleRun.Of<MovementWithoutCause>(Base().Event(13, "hold", 2, 2)).ShouldBeEmpty();
        RuleRun.Of<MovementWithoutCause>(Base().Move(13, 2, mesial: 0.1).Event(13, "start", 2, 2)).ShouldBeEmpty();
    }
}
