using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PreferenceUnusualTests
{
    [Fact]
    public void A_limit_looser_than_usual_is_found_even_where_the_plan_obeys_it()
    {
        // VEL-02, VEL-22: a plan that allows itself 0.3 mm obeys itself
        Finding finding = RuleRun.ShownOnPage<PreferenceUnusual>(Bodily(0.3));

        (finding.Severity, finding.Measured, finding.Limit, finding.Unit).ShouldBe((FindingSeverity.Warning, 0.3, 0.2, "mm/tray"));
    }

    [Fact]
    public void A_value_at_the_end_of_the_usual_range_is_not()
    {
        RuleRun.Of<PreferenceUnusual>(Bodily(0.2)).ShouldBeEmpty();
        RuleRun.Of<PreferenceUnusual>(Bodily(0.05)).ShouldBeEmpty("stricter than usual is the doctor's right");
    }

    [Fact]
    public void The_base_preferences_are_usual() =>
        RuleRun.Of<PreferenceUnusual>(new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1)).ShouldBeEmpty();

    private static PlanBuilder Bodily(double mm) =>
        new PlanBuilder().Tooth(13).Move(13, 1, mesial: 0.1).Prefer(p => p with { Velocity = p.Velocity with { BodilyMm = mm } });
}
