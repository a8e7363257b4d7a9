using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AnchorageOverloadedTests
{
    [Fact]
    public void ANC_03_two_molars_against_one_incisor_are_found()
    {
        Finding finding = RuleRun.ShownOnPage<AnchorageOverloaded>(Plan().Anchors(1, 2, 12));

        finding.Stage.ShouldBe(2);
        finding.Measured!.Value.ShouldBe((433 + 431) / 179.0, 0.05);
    }

    [Fact]
    public void The_same_against_the_rest_of_the_arch_or_with_elastics_or_without_anchors_is_not()
    {
        PlanBuilder arch = Plan();
        foreach (int tooth in new[] { 15, 14, 13, 11, 21, 22, 23 })
            arch.Tooth(tooth);
        RuleRun.Of<AnchorageOverloaded>(arch.Anchors(1, 2, 12)).ShouldBeEmpty();
        RuleRun.Of<AnchorageOverloaded>(Plan()).ShouldBeEmpty();
        PlanBuilder held = Plan().Auxiliary(13, 1, 2, "class-two-elastic");
        foreach (int tooth in new[] { 46, 47, 36, 37 })
            held.Tooth(tooth);
        RuleRun.Of<AnchorageOverloaded>(held.Anchors(1, 2, 12)).ShouldBeEmpty();
    }

    private static PlanBuilder Plan() => new PlanBuilder().Tooth(17).Tooth(16).Tooth(12).Move(16, 2, mesial: -0.2).Move(17, 2, mesial: -0.2);
}
