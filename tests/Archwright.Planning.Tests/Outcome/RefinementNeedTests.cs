using Archwright.Dental;
using Xunit.Abstractions;

namespace Archwright.Planning.Tests.Outcome;

/// <summary>When a refinement is ordered: mild cases rank below hard ones, faster plans never below slower ones, the must-fail fixtures worst.</summary>
public class RefinementNeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Mild_cases_rank_clearly_below_hard_ones()
    {
        foreach (OutcomePlan plan in CaseMix.All)
        {
            PlanOutcome o = plan.Run().Outcome;
            output.WriteLine($"{plan.Trays} trays: P {o.RefinementProbability}, score {o.ResidualScore}, missed {o.Wear[^1].MissedMovements} of {o.Movements.Length}");
        }

        double[] chances = [.. CaseMix.All.Select(CaseMix.Probability)];
        chances[0].ShouldBeLessThan(chances[1] - 0.2);
        chances[1].ShouldBeLessThan(chances[2]);
        double[] scores = [.. CaseMix.All.Select(p => p.Run().Outcome.ResidualScore!.Value)];
        scores.ShouldBe(scores.Order());
        scores[2].ShouldBeGreaterThan(1.5 * scores[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void VEL_20_a_faster_plan_of_the_same_case_never_needs_fewer_refinements(int which)
    {
        PlanOutcome[] outcomes = [.. new[] { 60, 40, 30, 20, 14, 10 }.Select(trays => (CaseMix.All[which] with { Trays = trays }).Run().Outcome)];

        // what is too fast for any study is not assessed, which is worse than any estimate
        double[] chances = [.. outcomes.Select(o => o.NotAssessed.IsEmpty ? o.RefinementProbability!.Value : 2)];
        chances.ShouldBe(chances.Order());
    }

    [Fact]
    public void CHK_04_less_wear_never_needs_fewer_refinements()
    {
        foreach (OutcomePlan plan in CaseMix.All)
        {
            double[] byHours = [.. plan.Run().Outcome.Wear.OrderBy(w => w.HoursPerDay).Select(w => w.RefinementProbability!.Value)];
            byHours.ShouldBe(byHours.OrderDescending());
        }
    }

    [Fact]
    public void VEL_15_VEL_16_the_two_fixtures_that_must_fail_rank_worst()
    {
        // VEL-15, VEL-16, CHK-04
        double[] retraction =
        [
            .. new[] { 0.1, 0.14, 0.2, 0.28, 0.35 }
                .Select(perTray => CaseMix.Probability(new OutcomePlan { Trays = (int)Math.Round(2.8 / perTray) }.Move(13, mesial: -2.8))),
        ];
        foreach (double r in retraction)
            output.WriteLine($"retraction {r}");
        retraction.ShouldBe(retraction.Order());
        retraction[^1].ShouldBeGreaterThan(retraction[0]);

        // 4 mm in 14 trays is beyond every study: no number would be honest
        new OutcomePlan { Trays = 14 }.Move(11, extrusion: -4).Run().Outcome.RefinementProbability.ShouldBeNull();
    }

    [Fact]
    public void One_tooth_far_off_weighs_as_much_as_many_a_little_off_and_small_misses_alone_order_nothing()
    {
        double one = CaseMix.Probability(new OutcomePlan().Move(13, rotation: 20));
        double small = CaseMix.Probability(new OutcomePlan().TipCrown(11, facial: 0.6).TipCrown(21, facial: 0.6));
        output.WriteLine($"canine turned 20°: {one}, two incisors tipped 0.6 mm: {small}, mild case {CaseMix.Probability(CaseMix.Mild)}");

        one.ShouldBeGreaterThan(CaseMix.Probability(CaseMix.Mild));
        small.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void What_drives_the_need_adds_up_and_names_what_is_missed()
    {
        PlanOutcome outcome = CaseMix.Mild.Run().Outcome;

        outcome.Drivers.ShouldNotBeEmpty();
        outcome.Drivers.Sum(d => d.VarianceShare).ShouldBeLessThanOrEqualTo(1.001);
        outcome.Drivers.ShouldAllBe(d => d.MissChance > 0);
    }
}
