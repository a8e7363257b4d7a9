using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PosteriorExtrusionWithoutAuxiliaryTests
{
    [Fact]
    public void A_premolar_extruded_without_auxiliary_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<PosteriorExtrusionWithoutAuxiliary>(
            new PlanBuilder().Tooth(14).Move(14, 1, extrusion: 0.15).Move(14, 2, extrusion: 0.15));

        finding.Stage.ShouldBe(2);
        finding.Measured!.Value.ShouldBe(0.3, 1e-6);
    }

    [Fact]
    public void An_auxiliary_from_the_start_answers_it()
    {
        RuleRun.Of<PosteriorExtrusionWithoutAuxiliary>(
            new PlanBuilder().Tooth(14).Move(14, 1, extrusion: 0.15).Move(14, 2, extrusion: 0.15).Auxiliary(14, 1, 2)).ShouldBeEmpty();
    }

    [Fact]
    public void An_auxiliary_that_comes_late_or_leaves_early_does_not()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(14).Move(14, 1, extrusion: 0.25).Move(14, 2, extrusion: 0.25)
            .Auxiliary(14, 2, 2).Auxiliary(14, 1, 1);

        RuleRun.Of<PosteriorExtrusionWithoutAuxiliary>(plan).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_pontic_beside_it_does_not_pull()
    {
        RuleRun.Of<PosteriorExtrusionWithoutAuxiliary>(
            new PlanBuilder().Tooth(14).Move(14, 1, extrusion: 0.3).Auxiliary(14, "pontic", 1, 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_a_scan_cannot_tell_needs_none()
    {
        RuleRun.Of<PosteriorExtrusionWithoutAuxiliary>(new PlanBuilder().Tooth(14).Move(14, 1, extrusion: 0.2)).ShouldBeEmpty();
    }

    [Fact]
    public void An_incisor_needs_none()
    {
        RuleRun.Of<PosteriorExtrusionWithoutAuxiliary>(new PlanBuilder().Tooth(11).Move(11, 1, extrusion: 1)).ShouldBeEmpty();
    }
}
