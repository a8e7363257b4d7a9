using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RootsFromTemplateTests
{
    [Fact]
    public void A_moving_template_root_is_worth_knowing()
    {
        RuleRun.ShownOnPage<RootsFromTemplate>(new PlanBuilder().Tooth(11).Tooth(12).Move(11, 1, mesial: 0.1).Move(11, 2, mesial: 0.1))
            .Severity.ShouldBe(FindingSeverity.Advice);
    }

    [Fact]
    public void A_known_root_and_a_still_tooth_are_not()
    {
        RuleRun.Of<RootsFromTemplate>(
            new PlanBuilder().Tooth(11, root: RootSource.Mesh).Tooth(12).Move(11, 1, mesial: 0.1)).ShouldBeEmpty();
    }
}
