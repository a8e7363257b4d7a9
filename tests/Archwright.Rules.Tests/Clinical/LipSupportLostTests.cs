using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Rules.Tests;

public class LipSupportLostTests
{
    [Fact]
    public void Incisors_taken_back_behind_a_lip_that_lies_back_are_found()
    {
        // CLN-08: the profile is analysed and used
        RuleRun.ShownOnPage<LipSupportLost>(Back(2.5, lip: -5)).Measured!.Value.ShouldBe(2.5, 1e-6);
    }

    [Fact]
    public void A_lip_in_front_or_two_millimetres_are_not()
    {
        RuleRun.Of<LipSupportLost>(Back(2.5, lip: -2)).ShouldBeEmpty();
        RuleRun.Of<LipSupportLost>(Back(2, lip: -5)).ShouldBeEmpty();
    }

    [Fact]
    public void The_result_has_a_facial_part_which_says_what_it_rests_on()
    {
        // CLN-10: judged dentally and facially
        PlanFace judged = FacialJudgement.Of(PlanEvidence.Gather(Back(2.5, lip: -5).Build(), new RunContext()));
        PlanFace unread = FacialJudgement.Of(PlanEvidence.Gather(Back(2.5, lip: -5).Records(r => r with { Face = null }).Build(), new RunContext()));

        (judged.IsJudged, judged.UpperIncisorForwardMm).ShouldBe((true, -2.5));
        judged.Statement.ShouldContain("the upper lip loses support");
        unread.IsJudged.ShouldBeFalse();
        unread.Statement.ShouldStartWith("not judged");
    }

    private static PlanBuilder Back(double mm, double lip) => new PlanBuilder().Tooth(11).Tooth(21)
        .Records(r => r with { Face = r.Face! with { UpperLipToELineMm = lip } }).Move(11, 1, facial: -mm).Move(21, 1, facial: -mm);
}
