using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class BitePenetratesTests
{
    [Fact]
    public void Opposing_teeth_more_than_a_millimetre_in_each_other_are_found()
    {
        Finding finding = RuleRun.ShownOnPage<BitePenetrates>(Deep(1.2));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 41, 0));
        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Measured!.Value.ShouldBe(1.2, 0.02);
    }

    [Fact]
    public void Less_is_a_scan_as_scans_are()
    {
        RuleRun.Of<BitePenetrates>(Deep(0.9)).ShouldBeEmpty();
    }

    [Fact]
    public void Neighbours_and_arches_without_a_bite_are_not_its_business()
    {
        RuleRun.Of<BitePenetrates>(Deep(1.2).WithoutBite()).ShouldBeEmpty();
        RuleRun.Of<BitePenetrates>(new PlanBuilder().Tooth(11, -2).Tooth(21, 2).Stages(1)).ShouldBeEmpty();
    }

    private static PlanBuilder Deep(double mm) =>
        new PlanBuilder().Tooth(11).Tooth(41).Stages(1).Sunk(11, mm);
}
