using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class SpaceUnderplannedTests
{
    private static readonly int[] Row = [16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26];

    [Fact]
    public void IPR_10_an_arch_that_ends_without_the_space_it_needs_is_found()
    {
        // Neighbours stand 1 mm apart; the right half goes 6 mm to the left and ends 5 mm past the left half.
        Finding finding = RuleRun.ShownOnPage<SpaceUnderplanned>(Plan(15.5));

        finding.Measured!.Value.ShouldBe(4.5, 0.01);
    }

    [Fact]
    public void EXP_03_an_arch_whose_sources_cover_the_need_is_not()
    {
        RuleRun.Of<SpaceUnderplanned>(Plan(13.5)).ShouldBeEmpty();
        RuleRun.Of<SpaceUnderplanned>(Plan(15.5).Ipr(11, 21, 2, 1)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(double mesialMm)
    {
        var plan = new PlanBuilder();
        foreach (int tooth in Row)
            plan.Tooth(tooth);
        foreach (int tooth in Row.Where(t => t < 20))
            plan.Move(tooth, 1, mesial: mesialMm);
        return plan;
    }
}
