using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class NeighboursCollideTests
{
    [Fact]
    public void Neighbours_that_cut_on_the_way_are_found_with_depth_and_allowance()
    {
        Finding finding = RuleRun.ShownOnPage<NeighboursCollide>(Apart(0.2).Move(11, 1, mesial: 0.3));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 21, 1));
        finding.Measured!.Value.ShouldBe(0.1, 0.02);
        finding.Limit!.Value.ShouldBe(0.05, 1e-9);
        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void A_cut_within_the_tolerance_is_not()
    {
        RuleRun.Of<NeighboursCollide>(Apart(0.2).Move(11, 1, mesial: 0.22)).ShouldBeEmpty();
    }

    [Fact]
    public void A_cut_that_the_scan_shows_is_not_but_a_deeper_one_is()
    {
        RuleRun.Of<NeighboursCollide>(Apart(-0.3).Move(21, 1, facial: 0.1)).ShouldBeEmpty();
        RuleRun.Of<NeighboursCollide>(Apart(-0.3).Move(21, 1, mesial: 0.1)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cut_that_IPR_has_freed_is_not_before_its_stage_it_is()
    {
        PlanBuilder Plan(int iprStage) => Apart(0).Move(11, 1, mesial: 0.1).Move(11, 2, mesial: 0.1).Ipr(11, 21, 0.2, iprStage);

        RuleRun.Of<NeighboursCollide>(Plan(1)).ShouldBeEmpty();
        RuleRun.Of<NeighboursCollide>(Plan(2)).ShouldHaveSingleItem().Stage.ShouldBe(1);
    }

    [Fact]
    public void A_collision_that_is_over_again_at_the_end_is_found_once_where_it_is_deepest()
    {
        Finding finding = RuleRun.Of<NeighboursCollide>(
            Apart(0).Move(11, 1, mesial: 0.1).Move(11, 2, mesial: 0.1).Move(11, 3, mesial: -0.1).Move(11, 4, mesial: -0.1)).ShouldHaveSingleItem();

        finding.Stage.ShouldBe(2);
        finding.Message.ShouldContain("stages 1–3");
    }

    [Fact]
    public void A_pair_that_collides_twice_is_one_finding_that_names_both_times()
    {
        RuleRun.Of<NeighboursCollide>(
            Apart(0).Move(11, 1, mesial: 0.1).Move(11, 2, mesial: -0.1).Move(11, 3, mesial: 0.2)).ShouldHaveSingleItem()
            .Message.ShouldStartWith("At stages 1, 3, most at 3,");
    }

    [Fact]
    public void Teeth_that_are_no_neighbours_by_number_are_looked_at_too()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13, -7.2).Tooth(12, -30).Tooth(11, 0).Move(13, 1, mesial: 0.4);

        RuleRun.Of<NeighboursCollide>(plan).ShouldHaveSingleItem().Other.ShouldBe(11);
    }

    private static PlanBuilder Apart(double gapMm) =>
        new PlanBuilder().Tooth(11, -(TestTooth.WidthMm + gapMm) / 2).Tooth(21, (TestTooth.WidthMm + gapMm) / 2);
}
