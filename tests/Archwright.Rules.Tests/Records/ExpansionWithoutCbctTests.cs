using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ExpansionWithoutCbctTests
{
    [Fact]
    public void Canines_spread_by_more_than_2_mm_are_found()
    {
        Finding finding = RuleRun.ShownOnPage<ExpansionWithoutCbct>(Spread(1.1, RootSource.Template));

        (finding.Tooth, finding.Other).ShouldBe((13, 23));
        finding.Measured!.Value.ShouldBe(2.2, 1e-6);
    }

    [Fact]
    public void Two_millimetres_are_not()
    {
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1, RootSource.Template)).ShouldBeEmpty();
    }

    [Fact]
    public void Known_roots_need_no_volume()
    {
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1.1, RootSource.Mesh)).ShouldBeEmpty();
    }

    private static PlanBuilder Spread(double eachMm, RootSource root) => new PlanBuilder()
        .Tooth(13, root: root).Tooth(23, root: root).Move(13, 1, mesial: -eachMm).Move(23, 1, mesial: -eachMm);
}
