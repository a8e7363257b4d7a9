using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PhotosIncompleteTests
{
    [Fact]
    public void A_series_without_profile_and_lower_arch_is_found_and_the_views_named()
    {
        // REC-09: a slot per view and a completeness check
        Finding finding = RuleRun.ShownOnPage<PhotosIncomplete>(
            Plan(p => p with { FaceProfile = null, LowerOcclusal = HealthyRecords.Absent("patient gagged") }));

        finding.Measured.ShouldBe(2);
        finding.Severity.ShouldBe(FindingSeverity.Blocker);
    }

    [Fact]
    public void A_view_that_is_waived_is_none_that_lacks()
    {
        RuleRun.Of<PhotosIncomplete>(Plan(p => p)).ShouldBeEmpty();
        RuleRun.Of<PhotosIncomplete>(Plan(p => p with { FaceOblique = HealthyRecords.Waived() })).ShouldBeEmpty();
    }

    [Fact]
    public void No_photographs_at_all_are_one_finding_of_nine_views()
    {
        RuleRun.Of<PhotosIncomplete>(new PlanBuilder().Tooth(11).Records(r => r with { Photos = null }))
            .ShouldHaveSingleItem().Measured.ShouldBe(9);
    }

    private static PlanBuilder Plan(Func<PhotoSeries, PhotoSeries> change) =>
        new PlanBuilder().Tooth(11).Records(r => r with { Photos = change(r.Photos!) });
}
