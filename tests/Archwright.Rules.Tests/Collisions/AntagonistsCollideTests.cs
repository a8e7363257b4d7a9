using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class AntagonistsCollideTests
{
    [Fact]
    public void A_tooth_extruded_into_its_antagonist_is_found()
    {
        // 1 mm stands between the blocks of the jaws.
        Finding finding = RuleRun.ShownOnPage<AntagonistsCollide>(new PlanBuilder().Tooth(11).Tooth(41).Move(11, 1, extrusion: 1.5));

        (finding.Tooth, finding.Other).ShouldBe((11, 41));
        finding.Measured!.Value.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void One_that_only_touches_is_not()
    {
        RuleRun.Of<AntagonistsCollide>(new PlanBuilder().Tooth(11).Tooth(41).Move(11, 1, extrusion: 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_bite_nobody_can_tell()
    {
        RuleRun.Of<AntagonistsCollide>(new PlanBuilder().Tooth(11).Tooth(41).Move(11, 1, extrusion: 1.5).WithoutBite()).ShouldBeEmpty();
    }

    [Fact]
    public void Neighbours_are_another_rules_business()
    {
        RuleRun.Of<AntagonistsCollide>(new PlanBuilder().Tooth(11, -3.5).Tooth(21, 3.5).Move(11, 1, mesial: 0.5)).ShouldBeEmpty();
    }
}
