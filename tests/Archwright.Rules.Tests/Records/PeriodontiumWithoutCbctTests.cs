using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PeriodontiumWithoutCbctTests
{
    [Fact]
    public void A_pocket_of_6_mm_asks_for_a_volume_and_names_tooth_value_and_limit()
    {
        // REC-14: periodontally compromised
        Finding finding = RuleRun.ShownOnPage<PeriodontiumWithoutCbct>(Pocket(6));

        (finding.Tooth, finding.Measured, finding.Limit).ShouldBe((31, 6, 4));
    }

    [Fact]
    public void Four_millimetres_do_not()
    {
        RuleRun.Of<PeriodontiumWithoutCbct>(Pocket(4)).ShouldBeEmpty();
    }

    [Fact]
    public void Attachment_loss_mobility_and_the_doctors_word_count_too()
    {
        PlanBuilder Chart(Func<ToothPeriodontium, ToothPeriodontium> change) =>
            new PlanBuilder().Tooth(31).Records(r => HealthyRecords.Charted(r, 31, change));
        PlanBuilder word = new PlanBuilder().Tooth(31).Patient(HealthyRecords.Patient with
        {
            Records = HealthyRecords.All with { Periodontal = null },
            Conditions = [new ToothConditionEntry { Fdi = 31, Condition = ToothCondition.Periodontal }],
        });

        RuleRun.Of<PeriodontiumWithoutCbct>(Chart(t => t with { AttachmentLossMm = 3 })).ShouldHaveSingleItem().Measured.ShouldBe(3);
        RuleRun.Of<PeriodontiumWithoutCbct>(Chart(t => t with { Mobility = 2 })).ShouldHaveSingleItem().Measured.ShouldBe(2);
        RuleRun.Of<PeriodontiumWithoutCbct>(word).ShouldHaveSingleItem().Tooth.ShouldBe(31);
    }

    [Fact]
    public void The_practice_may_set_each_limit()
    {
        PlanBuilder Preferring(PlanBuilder plan, Func<PeriodontalPreferences, PeriodontalPreferences> change) =>
            plan.Prefer(p => p with { Periodontium = change(p.Periodontium) });
        PlanBuilder Worn(double lossMm, int mobility) =>
            new PlanBuilder().Tooth(31).Records(r => HealthyRecords.Charted(r, 31, t => t with { AttachmentLossMm = lossMm, Mobility = mobility }));

        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Pocket(6), p => p with { ProbingMm = 6 })).ShouldBeEmpty();
        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Pocket(4), p => p with { ProbingMm = 3.5 })).ShouldHaveSingleItem().Limit.ShouldBe(3.5);
        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Worn(3, 0), p => p with { AttachmentLossMm = 3.1 })).ShouldBeEmpty();
        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Worn(2, 0), p => p with { AttachmentLossMm = 2 })).ShouldHaveSingleItem().Limit.ShouldBe(2);
        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Worn(0, 2), p => p with { MobilityGrade = 3 })).ShouldBeEmpty();
        RuleRun.Of<PeriodontiumWithoutCbct>(Preferring(Worn(0, 1), p => p with { MobilityGrade = 1 })).ShouldHaveSingleItem().Limit.ShouldBe(1);
    }

    [Fact]
    public void A_volume_on_record_a_known_root_or_the_waiver_answers_it()
    {
        RuleRun.Of<PeriodontiumWithoutCbct>(Pocket(6, r => r with { Cbct = HealthyRecords.File("xrays/volume.nii.gz") })).ShouldBeEmpty();
        RuleRun.Of<PeriodontiumWithoutCbct>(Pocket(6, r => r with { Cbct = HealthyRecords.Waived() })).ShouldBeEmpty();
        RuleRun.Of<PeriodontiumWithoutCbct>(Pocket(6).Tooth(31, root: RootSource.Mesh)).ShouldBeEmpty();
    }

    private static PlanBuilder Pocket(double mm, Func<CaseRecords, CaseRecords>? change = null) => new PlanBuilder().Tooth(31).Records(r =>
        HealthyRecords.Charted(change is null ? r : change(r), 31, t => t with { ProbingMm = [3, mm, 3] }));
}
