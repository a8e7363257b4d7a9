using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class OutcomeCannotBeAssessedTests
{
    [Fact]
    public void Six_millimetres_of_molar_mesialisation_are_beyond_the_studies()
    {
        Finding finding = RuleRun.ShownOnPage<OutcomeCannotBeAssessed>(Moved(16, 6, 30));

        finding.Severity.ShouldBe(FindingSeverity.Advice);
        finding.Tooth.ShouldBe(16);
    }

    [Fact]
    public void Two_are_not()
    {
        RuleRun.Of<OutcomeCannotBeAssessed>(Moved(16, 2, 10)).ShouldBeEmpty();
    }

    [Fact]
    public void Milk_teeth_and_third_molars_cannot_be_assessed_once_they_move()
    {
        RuleRun.Of<OutcomeCannotBeAssessed>(Moved(18, 0.5, 3)).ShouldHaveSingleItem();
        RuleRun.Of<OutcomeCannotBeAssessed>(Moved(55, 0.5, 3)).ShouldHaveSingleItem();
        RuleRun.Of<OutcomeCannotBeAssessed>(new PlanBuilder().Tooth(18).Tooth(55).Stages(3)).ShouldBeEmpty();
    }

    private static PlanBuilder Moved(int fdi, double mm, int trays)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(fdi);
        for (int k = 1; k <= trays; k++)
            plan.Move(fdi, k, mesial: mm / trays);
        return plan;
    }
}
