using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ResorptionWithoutCbctTests
{
    [Fact]
    public void Resorbed_incisors_ask_for_a_volume_worst_first()
    {
        // REC-14: history of root resorption
        Finding finding = RuleRun.ShownOnPage<ResorptionWithoutCbct>(History((11, 1.5), (21, 2.5)));

        (finding.Tooth, finding.Measured).ShouldBe((21, 2.5));
    }

    [Fact]
    public void A_history_that_names_none_does_not()
    {
        RuleRun.Of<ResorptionWithoutCbct>(History()).ShouldBeEmpty();
    }

    [Fact]
    public void The_doctors_waiver_answers_it()
    {
        PlanBuilder plan = new PlanBuilder().Tooth(11).Records(r => r with { Resorption = Of((11, 2.0)), Cbct = HealthyRecords.Waived() });

        RuleRun.Of<ResorptionWithoutCbct>(plan).ShouldBeEmpty();
    }

    private static PlanBuilder History(params (int Fdi, double Mm)[] teeth) =>
        new PlanBuilder().Tooth(11).Tooth(21).Records(r => r with { Resorption = Of(teeth) });

    private static ResorptionHistory Of(params (int Fdi, double Mm)[] teeth) => new()
    {
        State = RecordState.Present,
        Teeth = [.. teeth.Select(t => new ToothResorption { Fdi = t.Fdi, LostMm = t.Mm })],
    };
}
