using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ThinBiotypeLoadedTests
{
    private static readonly PlanPatient Thin = new()
    {
        Conditions = [new ToothConditionEntry { Fdi = 31, Condition = ToothCondition.ThinBiotype }],
    };

    [Fact]
    public void Facial_inclination_over_a_thin_biotype_is_found()
    {
        // CLN-02
        Finding finding = RuleRun.ShownOnPage<ThinBiotypeLoaded>(
            new PlanBuilder().Tooth(31).Patient(Thin).Move(31, 1, torque: 2).Move(31, 2, torque: 2));

        finding.Measured!.Value.ShouldBe(4, 1e-6);
        finding.Stage.ShouldBe(2);
    }

    [Fact]
    public void A_little_of_it_or_lingual_movement_is_not()
    {
        RuleRun.Of<ThinBiotypeLoaded>(new PlanBuilder().Tooth(31).Patient(Thin).Move(31, 1, torque: 2)).ShouldBeEmpty();
        RuleRun.Of<ThinBiotypeLoaded>(new PlanBuilder().Tooth(31).Patient(Thin).Move(31, 1, facial: -1, torque: -4)).ShouldBeEmpty();
        RuleRun.Of<ThinBiotypeLoaded>(new PlanBuilder().Tooth(31).Move(31, 1, torque: 4)).ShouldBeEmpty();
    }

    [Fact]
    public void The_practice_may_set_inclination_and_way()
    {
        PlanBuilder Preferring(double deg, double mm) => new PlanBuilder().Tooth(31).Patient(Thin)
            .Prefer(p => p with { Periodontium = p.Periodontium with { ThinInclinationDeg = deg, ThinRootMm = mm } });

        RuleRun.Of<ThinBiotypeLoaded>(Preferring(1.9, 5).Move(31, 1, torque: 2)).ShouldHaveSingleItem().Limit.ShouldBe(1.9);
        RuleRun.Of<ThinBiotypeLoaded>(Preferring(4.1, 5).Move(31, 1, torque: 4)).ShouldBeEmpty();
        RuleRun.Of<ThinBiotypeLoaded>(Preferring(30, 0.7).Move(31, 1, facial: 0.6)).ShouldBeEmpty();
    }

    [Fact]
    public void Root_movement_and_IPR_on_the_way_out_are_found()
    {
        RuleRun.Of<ThinBiotypeLoaded>(new PlanBuilder().Tooth(31).Patient(Thin).Move(31, 1, facial: 0.6)).ShouldHaveSingleItem();
        PlanBuilder reduced = new PlanBuilder().Tooth(31).Tooth(32).Patient(Thin).Move(31, 3, facial: 0.2).Ipr(31, 32, 0.2, 3);
        RuleRun.Of<ThinBiotypeLoaded>(reduced).ShouldHaveSingleItem().Message.ShouldContain("enamel");
    }
}
