using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class IprOverCapAtContactTests
{
    [Fact]
    public void More_than_0_3_mm_at_a_contact_is_found_in_however_many_goes()
    {
        Finding finding = RuleRun.ShownOnPage<IprOverCapAtContact>(
            new PlanBuilder().Tooth(11).Tooth(21).Ipr(21, 11, 0.2, 3).Ipr(11, 21, 0.15, 5));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 21, 3));
        finding.Measured.ShouldBe(0.35);
    }

    [Fact]
    public void Three_tenths_are_not()
    {
        RuleRun.Of<IprOverCapAtContact>(new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.3, 3)).ShouldBeEmpty();
    }
}
