using Archwright.Dental;

namespace Archwright.Analysis.Tests;

/// <summary>The grade of complexity and its parts.</summary>
public class CaseComplexityTests
{
    private static readonly PeriodontalPreferences Limits = new();

    [Theory]
    [InlineData(6, 1, "overjet", 3)]
    [InlineData(2, 6, "overbite", 3)]
    [InlineData(-1.5, 1, "overjet", 3)]
    [InlineData(2, -0.5, "overbite", 2)]
    public void Overjet_and_overbite_give_the_points_of_the_index(double overjet, double overbite, string name, int points)
    {
        PlanComplexity found = CaseComplexity.Of(With(new OcclusionMeasures { OverjetMm = overjet, OverbiteMm = overbite }), Limits);

        found.Parts.Single(p => p.Name == name).Points.ShouldBe(points);
    }

    [Fact]
    public void Points_are_the_sum_of_the_parts_and_each_part_names_value_and_source()
    {
        PlanComplexity found = CaseComplexity.Of(With(new OcclusionMeasures { OverjetMm = 10, OverbiteMm = 6, MolarRightMm = 7, MolarLeftMm = 3.5 }), Limits);

        found.Points.ShouldBe(found.Parts.Sum(p => p.Points));
        found.Points.ShouldBeGreaterThanOrEqualTo(5 + 3 + 4 + 2);
        found.Parts.Where(p => p.Points > 0).ShouldAllBe(p => p.Value != null && p.Source.Length > 10);
    }

    [Theory]
    [InlineData(10, ComplexityGrade.Mild)]
    [InlineData(11, ComplexityGrade.Moderate)]
    [InlineData(20, ComplexityGrade.Moderate)]
    [InlineData(21, ComplexityGrade.Complex)]
    public void Grades_follow_the_sum(int points, ComplexityGrade grade) => CaseComplexity.GradeOf(points).ShouldBe(grade);

    [Fact]
    public void What_cannot_be_measured_is_listed_without_a_value()
    {
        PlanComplexity found = CaseComplexity.Of(With(null), Limits);

        found.Parts.Where(p => p.Value is null).Select(p => p.Name).ShouldContain("overjet");
    }

    [Fact]
    public void A_charted_pocket_gives_points_and_a_chart_without_one_gives_none()
    {
        int Points(double probing, PeriodontalPreferences? limits = null) => CaseComplexity.Of(Recorded(new CaseRecords
        {
            Periodontal = new PeriodontalChart
            {
                State = RecordState.Present,
                Teeth = [new ToothPeriodontium { Fdi = 36, ProbingMm = [probing], AttachmentLossMm = 0, Mobility = 0, RecessionMm = 0 }],
            },
        }), limits ?? Limits).Points;

        (Points(6) - Points(3)).ShouldBe(2);
        (Points(6, Limits with { ProbingMm = 6 }) - Points(3)).ShouldBe(0);
    }

    [Fact]
    public void Intake_asks_for_a_volume_where_a_pocket_is_charted_and_none_is_on_record()
    {
        // REC-14, REC-15: evaluated at intake, from the record
        CaseRecords pocket = new()
        {
            Periodontal = new PeriodontalChart
            {
                State = RecordState.Present,
                Teeth = [new ToothPeriodontium { Fdi = 36, ProbingMm = [6], AttachmentLossMm = 0, Mobility = 0, RecessionMm = 0 }],
            },
        };
        bool Asks(CaseRecords records) => CbctTriggers.Gaps(Recorded(records), new TreatmentPreferences()).Any(g => g.Code == "cbct-required");

        Asks(pocket).ShouldBeTrue();
        Asks(pocket with { Cbct = new RecordItem { State = RecordState.Present, Files = ["v.nii.gz"] } }).ShouldBeFalse();
    }

    private static MeasuredCase With(OcclusionMeasures? bite) => SyntheticArches.Measured with { Occlusion = bite };

    private static MeasuredCase Recorded(CaseRecords records)
    {
        MeasuredCase measured = SyntheticArches.Measured;
        return measured with { Input = measured.Input with { Description = new CaseDescription { RecordSet = records } } };
    }
}
