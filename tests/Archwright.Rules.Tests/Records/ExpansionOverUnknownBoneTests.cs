using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class ExpansionOverUnknownBoneTests
{
    [Fact]
    public void Expansion_without_bone_on_record_shows_as_a_gap()
    {
        // EXP-02: otherwise a data gap shows
        Finding finding = RuleRun.ShownOnPage<ExpansionOverUnknownBone>(Spread(0.5, RootSource.Template));

        finding.Severity.ShouldBe(FindingSeverity.Advice);
        finding.Measured!.Value.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void What_a_scan_cannot_tell_and_known_roots_are_not_found()
    {
        RuleRun.Of<ExpansionOverUnknownBone>(Spread(0.1, RootSource.Template)).ShouldBeEmpty();
        RuleRun.Of<ExpansionOverUnknownBone>(Spread(0.5, RootSource.Mesh)).ShouldBeEmpty();
    }

    [Fact]
    public void Beyond_2_mm_the_rule_of_the_volume_speaks()
    {
        RuleRun.Of<ExpansionOverUnknownBone>(Spread(1.1, RootSource.Template)).ShouldBeEmpty();
        RuleRun.Of<ExpansionWithoutCbct>(Spread(1.1, RootSource.Template)).ShouldHaveSingleItem();
    }

    private static PlanBuilder Spread(double eachMm, RootSource root) => new PlanBuilder()
        .Tooth(13, root: root).Tooth(23, root: root).Move(13, 1, mesial: -eachMm).Move(23, 1, mesial: -eachMm);
}
