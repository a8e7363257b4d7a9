using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class LabelsDoubtfulTests
{
    [Fact]
    public void A_tooth_that_the_gate_holds_back_blocks_and_is_named()
    {
        Finding finding = RuleRun.ShownOnPage<LabelsDoubtful>(new PlanBuilder().Tooth(24).Gap(
            "segment-border-unsure",
            "scans/upper.ply: the border of 24 is only 38 % sure, least towards 25 (21 %); correct it in labels.edits.json, or scan this place again",
            24));

        finding.Severity.ShouldBe(FindingSeverity.Blocker);
        finding.Tooth.ShouldBe(24);
    }

    [Fact]
    public void A_gap_of_another_kind_is_not_its_matter_nor_the_other_way_round()
    {
        RuleRun.Of<LabelsDoubtful>(new PlanBuilder().Tooth(24).Gap("crown-hole", "a hole", 24)).ShouldBeEmpty();
        RuleRun.Of<DataGapOpen>(new PlanBuilder().Tooth(24).Gap("segment-border-unsure", "a doubt", 24)).ShouldBeEmpty();
    }
}
