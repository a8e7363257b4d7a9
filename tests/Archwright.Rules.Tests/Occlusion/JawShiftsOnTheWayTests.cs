using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class JawShiftsOnTheWayTests
{
    [Fact]
    public void OCC_05_a_lower_incisor_that_holds_the_bite_open_is_found()
    {
        // OCC-05
        Finding finding = RuleRun.ShownOnPage<JawShiftsOnTheWay>(Raised(1.05));

        (finding.Tooth, finding.Other, finding.Stage).ShouldBe((11, 41, 5));
        finding.Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void One_that_opens_it_by_less_is_not() => RuleRun.Of<JawShiftsOnTheWay>(Raised(0.95)).ShouldBeEmpty();

    [Fact]
    public void OCC_05_a_slide_that_grows_is_found_though_the_scanned_bite_still_closes()
    {
        Finding finding = RuleRun.Of<JawShiftsOnTheWay>(InTheWayWhenSeated(2.2)).ShouldHaveSingleItem();

        finding.Message.ShouldContain("slide from centric relation");
        (finding.Tooth, finding.Other).ShouldBe((12, 42));
        RuleRun.Of<JawShiftsOnTheWay>(InTheWayWhenSeated(1.4)).ShouldBeEmpty();
    }

    [Fact]
    public void ANC_04_a_bite_jump_is_for_its_own_rule() => RuleRun.Of<JawShiftsOnTheWay>(
        Raised(1.05).Strategy(ClassTwoStrategy.BiteJump, PatientGroup.Teen)).ShouldBeEmpty();

    [Fact]
    public void Arches_that_do_not_stand_in_a_bite_are_not_closed() => RuleRun.Of<JawShiftsOnTheWay>(Raised(1.05).WithoutBite()).ShouldBeEmpty();

    /// <summary>A lower incisor that extrudes in five trays until it alone meets the upper ones.</summary>
    internal static PlanBuilder Raised(double mm) => new PlanBuilder().Tooth(11).Tooth(21).Tooth(31).Tooth(41).Moves(41, 1, 5, extrusion: mm / 5);

    /// <summary>A lower lateral that rises in front of an upper one: beside it in the scanned bite, under it with the jaw back.</summary>
    private static PlanBuilder InTheWayWhenSeated(double mm) => new PlanBuilder()
        .Tooth(11).Tooth(12).Tooth(21).Tooth(31).Tooth(41).Tooth(42).Shifted(12, y: 7.6).Moves(42, 1, 5, extrusion: mm / 5)
        .Records(r => r with { Centric = CentricSlideLeftTests.Back(1) });
}
