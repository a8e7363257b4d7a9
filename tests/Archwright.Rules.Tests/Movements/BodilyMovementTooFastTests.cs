using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class BodilyMovementTooFastTests
{
    [Fact]
    public void Retracting_a_canine_bodily_by_0_35_mm_a_tray_is_found()
    {
        // VEL-15, the fixture that must always fail.
        Finding finding = RuleRun.ShownOnPage<BodilyMovementTooFast>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: -0.35));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Measured!.Value.ShouldBe(0.35, 1e-6);
        finding.Limit.ShouldBe(0.2);
    }

    [Fact]
    public void Two_tenths_are_not()
    {
        RuleRun.Of<BodilyMovementTooFast>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: -0.2)).ShouldBeEmpty();
    }

    [Fact]
    public void The_limit_gives_rounding_and_no_more()
    {
        RuleRun.Of<BodilyMovementTooFast>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.2001)).ShouldBeEmpty();
        RuleRun.Of<BodilyMovementTooFast>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.2003)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_doctor_who_prefers_less_gets_less()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13).Move(13, 1, mesial: -0.18)
            .Prefer(p => p with { Velocity = p.Velocity with { BodilyMm = 0.15 } });

        RuleRun.Of<BodilyMovementTooFast>(plan).ShouldHaveSingleItem();
    }
}
