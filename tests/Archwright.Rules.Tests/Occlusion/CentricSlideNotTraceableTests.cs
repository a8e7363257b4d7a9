using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class CentricSlideNotTraceableTests
{
    [Fact]
    public void OCC_05_a_slide_told_as_a_number_alone_is_found()
    {
        // OCC-05
        Finding finding = RuleRun.ShownOnPage<CentricSlideNotTraceable>(Told(1.5));

        (finding.Measured, finding.Limit).ShouldBe((1.5, 1));
    }

    [Fact]
    public void A_small_one_is_not() => RuleRun.Of<CentricSlideNotTraceable>(Told(1)).ShouldBeEmpty();

    [Fact]
    public void One_whose_bite_is_on_record_or_waived_by_the_doctor_is_not()
    {
        RuleRun.Of<CentricSlideNotTraceable>(Told(1.5, CentricSlideLeftTests.Back(1.5))).ShouldBeEmpty();
        RecordItem waived = HealthyRecords.Waived();
        RuleRun.Of<CentricSlideNotTraceable>(Told(1.5, new CentricRecord { State = waived.State, Waiver = waived.Waiver })).ShouldBeEmpty();
    }

    private static PlanBuilder Told(double mm, CentricRecord? centric = null) => new PlanBuilder().Tooth(11).Moves(11, 1, 2, rotation: 1)
        .Records(r => r with { Centric = centric, Functional = r.Functional! with { CentricShiftMm = mm } });
}
