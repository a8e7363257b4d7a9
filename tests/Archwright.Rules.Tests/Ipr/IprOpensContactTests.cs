using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprOpensContactTests
{
    /// <summary>Two front teeth that touch, 0.3 mm of enamel taken at stage 3, closed up after so many trays.</summary>
    internal static PlanBuilder Open(int trays) =>
        new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Ipr(11, 21, 0.3, 3).Move(11, 3 + trays, mesial: 0.25);

    [Fact]
    public void IPR_06_enamel_taken_seven_trays_too_early_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<IprOpensContact>(Open(7));

        finding.Measured.ShouldBe(7);
        finding.Stage.ShouldBe(3);
        RuleRun.Of<IprOpensContact>(Open(6)).ShouldBeEmpty();
    }

    [Fact]
    public void A_contact_that_never_closes_is_another_rules() =>
        RuleRun.Of<IprOpensContact>(new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Ipr(11, 21, 0.3, 3).Move(11, 12, facial: 0.1)).ShouldBeEmpty();

    [Fact]
    public void One_that_closes_and_opens_again_is_found_too()
    {
        // closed at stage 3 alone, open from stage 4 to 12
        PlanBuilder plan = new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Ipr(11, 21, 0.3, 3)
            .Move(11, 3, mesial: 0.25).Move(11, 4, mesial: -0.25).Move(21, 12, facial: 0.05);

        RuleRun.Of<IprOpensContact>(plan).ShouldHaveSingleItem().Measured.ShouldBe(9);
    }

    [Fact]
    public void A_contact_of_the_back_teeth_may_wait() =>
        RuleRun.Of<IprOpensContact>(new PlanBuilder().Tooth(15, -24.5).Tooth(14, -17.5).Ipr(15, 14, 0.3, 3).Move(15, 12, mesial: 0.25)).ShouldBeEmpty();
}
