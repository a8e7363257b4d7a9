using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class FaceNotReadTests
{
    [Fact]
    public void Photographs_without_smile_arc_asymmetry_and_lips_read_are_found()
    {
        // REC-10: a field each that the reviewer fills
        FacialReading half = HealthyRecords.All.Face! with { SmileArc = null, Asymmetry = null, LipsCompetent = null };

        RuleRun.ShownOnPage<FaceNotRead>(Plan(half)).Measured.ShouldBe(3);
    }

    [Fact]
    public void A_whole_reading_and_a_case_without_photographs_are_not()
    {
        RuleRun.Of<FaceNotRead>(Plan(HealthyRecords.All.Face!)).ShouldBeEmpty();
        RuleRun.Of<FaceNotRead>(new PlanBuilder().Tooth(11).Records(r => r with { Photos = null, Face = null })).ShouldBeEmpty();
    }

    private static PlanBuilder Plan(FacialReading face) => new PlanBuilder().Tooth(11).Records(r => r with { Face = face });
}
