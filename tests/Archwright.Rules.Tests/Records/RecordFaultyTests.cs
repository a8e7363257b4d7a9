using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class RecordFaultyTests
{
    [Fact]
    public void A_photograph_with_a_fault_asks_for_a_retake()
    {
        // REC-07: the default for any record with a capture fault; REC-08: a state of quality
        Finding finding = RuleRun.ShownOnPage<RecordFaulty>(Plan(new RecordItem
        {
            State = RecordState.Present,
            Files = ["photos/front.jpg"],
            Fault = "molars cut off",
        }));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void One_without_a_fault_does_not()
    {
        RuleRun.Of<RecordFaulty>(Plan(HealthyRecords.File("photos/front.jpg"))).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(RecordItem front) =>
        new PlanBuilder().Tooth(11).Records(r => r with { Photos = r.Photos! with { IntraoralFront = front } });
}
