using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class MovementUnderExpressesTests
{
    [Fact]
    public void A_canine_turned_by_twenty_degrees_is_expected_to_fall_short()
    {
        // VEL-20, CHK-08: tooth, movement, wanted, programmed, expected, shortfall
        Finding finding = RuleRun.ShownOnPage<MovementUnderExpresses>(Turned(13, 20, 14));

        finding.Tooth.ShouldBe(13);
        finding.Measured!.Value.ShouldBeGreaterThan(10);
        finding.Unit.ShouldBe("deg");
    }

    [Fact]
    public void A_small_turn_of_an_incisor_is_not()
    {
        RuleRun.Of<MovementUnderExpresses>(Turned(11, 4, 3)).ShouldBeEmpty();
    }

    [Fact]
    public void Overcorrection_answers_it_where_it_makes_up_for_what_is_lost()
    {
        // OVC-01: the expected end is held against the clinical target, not the programmed one
        RuleRun.Of<MovementUnderExpresses>(Turned(11, 6, 6)).ShouldHaveSingleItem();
        RuleRun.Of<MovementUnderExpresses>(Turned(11, 8, 6).Clinical(11, rotation: 6)).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_plan_says_of_its_own_outcome_is_not_read()
    {
        PlanView honest = Turned(13, 20, 14).Build();
        PlanDocument boasting = Documents.Of(honest) with { Outcome = null, Expected = [] };

        RuleRun.Of<MovementUnderExpresses>(PlanViews.From(boasting, _ => Geometry.TriangleMesh.Empty).Require()).ShouldHaveSingleItem();
    }

    private static PlanBuilder Turned(int fdi, double deg, int trays)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(fdi);
        for (int k = 1; k <= trays; k++)
            plan.Move(fdi, k, rotation: deg / trays);
        return plan;
    }
}
