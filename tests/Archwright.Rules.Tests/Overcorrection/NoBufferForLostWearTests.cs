using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class NoBufferForLostWearTests
{
    [Fact]
    public void A_plan_that_needs_all_its_hours_is_found()
    {
        // OVC-04, OVC-05, OVC-06
        Finding finding = RuleRun.ShownOnPage<NoBufferForLostWear>(Turned());

        finding.Message.ShouldContain("22 hours");
        finding.Message.ShouldContain("18 hours");
    }

    [Fact]
    public void Overcorrection_is_a_buffer()
    {
        PlanBuilder plan = Turned();
        foreach (int fdi in Teeth)
            plan.Clinical(fdi, rotation: 3.8);

        RuleRun.Of<NoBufferForLostWear>(plan).ShouldBeEmpty();
    }

    [Fact]
    public void A_slow_schedule_is_a_buffer()
    {
        RuleRun.Of<NoBufferForLostWear>(Turned().Prefer(p => p with { Velocity = p.Velocity with { LinearMm = 0.2 } })).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_with_little_to_lose_needs_none()
    {
        RuleRun.Of<NoBufferForLostWear>(new PlanBuilder().Tooth(11).Move(11, 1, rotation: 2)).ShouldBeEmpty();
    }

    private static readonly int[] Teeth = [12, 11, 21, 22, 32, 31, 41, 42];

    private static PlanBuilder Turned()
    {
        var plan = new PlanBuilder();
        foreach (int fdi in Teeth)
        {
            plan.Tooth(fdi);
            for (int k = 1; k <= 3; k++)
                plan.Move(fdi, k, rotation: 1.6);
        }

        return plan;
    }
}
