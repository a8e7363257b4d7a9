using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ExpansionWithoutCbctTests
{
    [Fact]
    public void Canines_spread_by_more_than_2_mm_are_found()
    {
        Finding finding = RuleRun.ShownOnPage<ExpansionWithoutCbct>(Spread(1.1, RootSource.Template));

        (finding.Tooth, finding.Other).ShouldBe((13, 23));
        finding.Measured!.Value.ShouldBe(2.2, 1e-6);
    }

    [Fact]
    public void Two_millimetres_are_not()
    {
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1, RootSource.Template)).ShouldBeEmpty();
    }

    [Fact]
    public void Known_roots_need_no_volume()
    {
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1.1, RootSource.Mesh)).ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_from_1_8_to_2_1_mm_raises_the_trigger()
    {
        // REC-14, REC-15: evaluated again on each plan; the number is the requirement's own
        RuleRun.Of<ExpansionWithoutCbct>(Spread(0.9, RootSource.Template)).ShouldBeEmpty();
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1.05, RootSource.Template)).ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void A_volume_on_record_or_the_doctors_waiver_answers_it()
    {
        PlanBuilder With(RecordItem cbct) => Spread(1.1, RootSource.Template).Records(r => r with { Cbct = cbct });

        RuleRun.Of<ExpansionWithoutCbct>(With(HealthyRecords.File("xrays/volume.nii.gz"))).ShouldBeEmpty();
        RuleRun.Of<ExpansionWithoutCbct>(With(HealthyRecords.Waived())).ShouldBeEmpty();
        RuleRun.Of<ExpansionWithoutCbct>(With(HealthyRecords.Waived(SignatoryRole.Technician))).ShouldHaveSingleItem();
    }

    private static PlanBuilder Spread(double eachMm, RootSource root) => new PlanBuilder()
        .Tooth(13, root: root).Tooth(23, root: root).Move(13, 1, mesial: -eachMm).Move(23, 1, mesial: -eachMm);
}
