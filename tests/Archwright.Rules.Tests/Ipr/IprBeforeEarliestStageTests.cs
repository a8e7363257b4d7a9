using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprBeforeEarliestStageTests
{
    [Fact]
    public void Stage_2_is_too_early()
    {
        Finding finding = RuleRun.ShownOnPage<IprBeforeEarliestStage>(new PlanBuilder().Tooth(42).Tooth(41).Ipr(41, 42, 0.2, 2));

        (finding.Tooth, finding.Other).ShouldBe((42, 41));
        // IPR-02: what it risks
        finding.Message.ShouldContain("round trips and recession are risked");
    }

    [Fact]
    public void A_thin_biotype_makes_it_worse()
    {
        // IPR-02: stronger in thin biotype
        PlanBuilder plan = new PlanBuilder().Tooth(42).Tooth(41).Ipr(41, 42, 0.2, 2)
            .Conditions(new ToothConditionEntry { Fdi = 41, Condition = ToothCondition.ThinBiotype });

        RuleRun.Of<IprBeforeEarliestStage>(plan).ShouldHaveSingleItem().Message.ShouldContain("41 has a thin biotype, which recedes the sooner");
    }

    [Fact]
    public void Stage_3_is_not()
    {
        RuleRun.Of<IprBeforeEarliestStage>(new PlanBuilder().Tooth(42).Tooth(41).Ipr(41, 42, 0.2, 3)).ShouldBeEmpty();
    }
}
