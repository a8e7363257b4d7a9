using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class HeldToothMovesTests
{
    [Fact]
    public void A_moved_implant_is_found_once()
    {
        Finding finding = RuleRun.ShownOnPage<HeldToothMoves>(
            new PlanBuilder().Tooth(15, restriction: ToothRestriction.Implant).Move(15, 2, mesial: 0.1).Move(15, 3, mesial: 0.1));

        (finding.Tooth, finding.Stage).ShouldBe((15, 2));
    }

    [Fact]
    public void A_free_tooth_and_a_still_one_are_not()
    {
        RuleRun.Of<HeldToothMoves>(new PlanBuilder().Tooth(15).Move(15, 1, mesial: 0.1)
            .Tooth(16, restriction: ToothRestriction.Bridge).Move(16, 1, mesial: 0.0005)).ShouldBeEmpty();
    }
}
