using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RecededToothMovedFaciallyTests
{
    [Fact]
    public void A_receded_incisor_inclined_facially_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<RecededToothMovedFacially>(Receded(1.5).Moves(31, 1, 2, torque: 2));

        (finding.Tooth, finding.Stage).ShouldBe((31, 2));
        finding.Measured!.Value.ShouldBe(4, 1e-6);
    }

    [Fact]
    public void Half_a_millimetre_of_recession_a_little_or_lingual_movement_are_not()
    {
        RuleRun.Of<RecededToothMovedFacially>(Receded(0.5).Moves(31, 1, 2, torque: 2)).ShouldBeEmpty();
        RuleRun.Of<RecededToothMovedFacially>(Receded(1.5).Move(31, 1, facial: 0.4)).ShouldBeEmpty();
        RuleRun.Of<RecededToothMovedFacially>(Receded(1.5).Move(31, 1, facial: -1, torque: -4)).ShouldBeEmpty();
    }

    [Fact]
    public void A_crown_carried_facially_is_found()
    {
        RuleRun.Of<RecededToothMovedFacially>(Receded(1.5).Move(31, 1, facial: 0.6)).ShouldHaveSingleItem().Unit.ShouldBe("mm");
    }

    [Fact]
    public void The_practice_may_set_recession_inclination_and_way()
    {
        PlanBuilder Preferring(PlanBuilder plan, double recession = 1, double inclination = 2.5, double crown = 0.5) => plan.Prefer(p => p with
        {
            Periodontium = p.Periodontium with { RecessionMm = recession, RecededInclinationDeg = inclination, RecededCrownMm = crown },
        });

        RuleRun.Of<RecededToothMovedFacially>(Preferring(Receded(0.5).Move(31, 1, torque: 4), recession: 0.5)).ShouldHaveSingleItem();
        RuleRun.Of<RecededToothMovedFacially>(Preferring(Receded(1.5).Move(31, 1, torque: 4), inclination: 4.1, crown: 1)).ShouldBeEmpty();
        RuleRun.Of<RecededToothMovedFacially>(Preferring(Receded(1.5).Move(31, 1, facial: 0.4), crown: 0.3)).ShouldHaveSingleItem().Limit.ShouldBe(0.3);
    }

    private static PlanBuilder Receded(double mm) => new PlanBuilder().Tooth(31)
        .Records(r => HealthyRecords.Charted(r, 31, t => t with { RecessionMm = mm }));
}
