using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Rules.Tests;

public class PlanViewsTests
{
    [Fact]
    public void A_document_is_judged_like_the_view_it_was_made_from()
    {
        PlanView plan = new PlanBuilder().Tooth(13).Tooth(12).Tooth(43, restriction: ToothRestriction.Implant)
            .Move(13, 1, mesial: -0.35, rotation: 1.7).Move(43, 2, mesial: 0.2).Ipr(13, 12, 0.4, 1)
            .Gap("crown-hole", "a hole", 12).Build();

        PlanView read = PlanViews.From(Documents.Of(plan), fdi => plan.Teeth.Single(t => t.Id.Fdi == fdi).Mesh).Require();

        RuleSet.Evaluate(read).Select(f => (f.Rule, f.Message)).ShouldBe(RuleSet.Evaluate(plan).Select(f => (f.Rule, f.Message)));
    }

    [Fact]
    public void A_tooth_that_is_only_called_fixed_is_held()
    {
        PlanView plan = new PlanBuilder().Tooth(13).Stages(1).Build();
        PlanDocument document = Documents.Of(plan);
        document = document with { Teeth = [document.Teeth[0] with { Fixed = true }] };

        PlanViews.From(document, _ => TriangleMesh.Empty).Require().Teeth[0].IsMovable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("plan-not-fdi")]
    [InlineData("plan-tooth-twice")]
    [InlineData("plan-not-rigid")]
    [InlineData("plan-bad-pose")]
    [InlineData("plan-bad-frame")]
    [InlineData("plan-not-a-point")]
    [InlineData("plan-no-stage")]
    [InlineData("plan-stage-order")]
    public void Numbers_that_cannot_be_judged_are_refused_with_their_place(string code)
    {
        PlanDocument good = Documents.Of(new PlanBuilder().Tooth(13).Stages(1).Build());
        PlanTooth tooth = good.Teeth[0];
        PlanDocument bad = code switch
        {
            "plan-not-fdi" => good with { Teeth = [tooth with { Fdi = 19 }] },
            "plan-tooth-twice" => good with { Teeth = [tooth, tooth] },
            "plan-not-rigid" => WithPose(good, new Pose { Q = [1, 0.1, 0, 0], T = [0, 0, 0] }),
            "plan-bad-pose" => WithPose(good, new Pose { Q = [1, 0, 0], T = [0, 0, 0] }),
            "plan-bad-frame" => good with { Teeth = [tooth with { Frame = tooth.Frame with { Mesial = tooth.Frame.Facial } }] },
            "plan-not-a-point" => good with { Teeth = [tooth with { Apex = [0, double.NaN, 0] }] },
            "plan-no-stage" => good with { Stages = [] },
            _ => good with { Stages = [.. good.Stages.Reverse()] },
        };

        PlanViews.From(good, _ => TriangleMesh.Empty).IsOk.ShouldBeTrue();
        Result<PlanView> result = PlanViews.From(bad, _ => TriangleMesh.Empty);

        result.IsOk.ShouldBeFalse();
        result.Problems[0].Code.ShouldBe(code);
        result.Problems[0].Location.ShouldStartWith("plan.json");
    }

    private static PlanDocument WithPose(PlanDocument plan, Pose pose) => plan with
    {
        Stages = [plan.Stages[0], plan.Stages[1] with { Poses = plan.Stages[1].Poses.SetItem(13, pose) }],
    };
}
