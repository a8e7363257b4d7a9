using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class EverythingAtOnceTests
{
    [Fact]
    public void Every_kind_of_movement_in_every_tray_is_found_with_the_pairs()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(12).Tooth(11);
        for (int k = 1; k <= 3; k++)
        {
            plan.Move(12, k, extrusion: -0.1, rotation: 1, tip: 1);
            plan.Move(11, k, extrusion: 0.1, rotation: 1, tip: 1);
        }

        Finding finding = RuleRun.ShownOnPage<EverythingAtOnce>(plan);

        finding.Measured.ShouldBe(1);
        finding.Message.ShouldContain("12–11");
        // STG-12: the rule of staging cites the review that tells macro- from micro-staging
        new EverythingAtOnce().Info.Sources.ShouldContain(s => s.Contains("10.3390/app14156690", StringComparison.Ordinal));
    }

    [Fact]
    public void One_kind_after_the_other_is_not()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(12).Tooth(11)
            .Move(12, 1, extrusion: -0.1).Move(11, 1, extrusion: 0.1)
            .Move(12, 2, tip: 1).Move(11, 2, tip: 1)
            .Move(12, 3, rotation: 1).Move(11, 3, rotation: 1);

        RuleRun.Of<EverythingAtOnce>(plan).ShouldBeEmpty();
    }

    [Fact]
    public void One_busy_tooth_among_many_is_not()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(12).Tooth(11).Tooth(21).Tooth(22);
        for (int k = 1; k <= 3; k++)
            plan.Move(12, k, extrusion: -0.1, rotation: 1, tip: 1);

        RuleRun.Of<EverythingAtOnce>(plan).ShouldBeEmpty();
    }
}
