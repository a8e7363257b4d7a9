using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AnchorGivesWayTests
{
    [Fact]
    public void ANC_03_an_anchor_that_moves_beyond_the_bound_is_found_once()
    {
        Finding finding = RuleRun.ShownOnPage<AnchorGivesWay>(
            new PlanBuilder().Tooth(16).Tooth(11).Move(16, 1, mesial: 0.2).Move(16, 2, mesial: 0.2).Anchors(1, 3, 16));

        (finding.Tooth, finding.Stage).ShouldBe((16, 2));
        finding.Measured!.Value.ShouldBe(0.4, 1e-6);
    }

    [Fact]
    public void An_anchor_within_the_bound_and_one_that_moves_after_its_turn_are_not()
    {
        RuleRun.Of<AnchorGivesWay>(new PlanBuilder().Tooth(16).Move(16, 1, mesial: 0.2).Move(16, 4, mesial: 0.25).Anchors(1, 3, 16)).ShouldBeEmpty();
    }
}
