using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class CentricSlideLeftTests
{
    [Fact]
    public void OCC_05_a_plan_that_ends_with_the_slide_it_began_with_is_found()
    {
        // OCC-05
        Finding finding = RuleRun.ShownOnPage<CentricSlideLeft>(Slides(1.1));

        finding.Measured!.Value.ShouldBe(1.1, 0.05);
        finding.Stage.ShouldBe(2);
    }

    [Fact]
    public void A_smaller_slide_is_not() => RuleRun.Of<CentricSlideLeft>(Slides(0.9)).ShouldBeEmpty();

    [Fact]
    public void Without_a_bite_in_centric_relation_there_is_nothing_to_find() =>
        RuleRun.Of<CentricSlideLeft>(Slides(1.1).Records(r => r)).ShouldBeEmpty();

    [Fact]
    public void A_doctor_who_lets_a_slide_be_says_so_in_the_preference() => RuleRun.Of<CentricSlideLeft>(
        Slides(1.1).Prefer(p => p with { BiteRamps = p.BiteRamps with { CentricSlideMm = 1.5 } })).ShouldBeEmpty();

    /// <summary>Incisors that turn a little, and a jaw that stands back by so much when seated.</summary>
    internal static PlanBuilder Slides(double mm) => new PlanBuilder().Tooth(11).Tooth(21).Tooth(31).Tooth(41).Moves(11, 1, 2, rotation: 1)
        .Records(r => r with { Centric = Back(mm) });

    internal static CentricRecord Back(double mm) => new()
    {
        State = RecordState.Present,
        Method = CentricMethod.LeafGauge,
        CentricFromMip = new Pose { Q = [1, 0, 0, 0], T = [0, mm, 0] },
    };
}
