namespace Archwright.Rules.Tests;

public class PosteriorExtrusionTooFastTests
{
    [Fact]
    public void A_molar_extruded_by_more_than_0_2_mm_is_found_auxiliary_or_not()
    {
        RuleRun.ShownOnPage<PosteriorExtrusionTooFast>(
            new PlanBuilder().Tooth(36).Move(36, 1, extrusion: 0.22).Auxiliary(36, 1, 1)).Tooth.ShouldBe(36);
    }

    [Fact]
    public void Two_tenths_are_not()
    {
        RuleRun.Of<PosteriorExtrusionTooFast>(new PlanBuilder().Tooth(36).Move(36, 1, extrusion: 0.2)).ShouldBeEmpty();
    }
}
