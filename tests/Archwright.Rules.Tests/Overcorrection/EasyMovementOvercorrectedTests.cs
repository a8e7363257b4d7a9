using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class EasyMovementOvercorrectedTests
{
    [Fact]
    public void A_tipped_incisor_staged_beyond_its_target_is_found()
    {
        // OVC-02
        Finding finding = RuleRun.ShownOnPage<EasyMovementOvercorrected>(Tipped(12, wanted: 6, staged: 7.8));

        finding.Tooth.ShouldBe(12);
        finding.Measured!.Value.ShouldBe(0.3, 0.02);
    }

    [Fact]
    public void A_hair_beyond_is_not_nor_is_a_plan_without_a_clinical_target()
    {
        RuleRun.Of<EasyMovementOvercorrected>(Tipped(12, wanted: 6, staged: 6.3)).ShouldBeEmpty();
        RuleRun.Of<EasyMovementOvercorrected>(Tipped(12, wanted: null, staged: 7.8)).ShouldBeEmpty();
    }

    [Fact]
    public void A_canines_rotation_may_be_overcorrected()
    {
        // OVC-01, VEL-10
        RuleRun.Of<EasyMovementOvercorrected>(new PlanBuilder().Tooth(13).Move(13, 1, rotation: 12.5).Clinical(13, rotation: 10)).ShouldBeEmpty();
        RuleRun.Of<EasyMovementOvercorrected>(new PlanBuilder().Tooth(41).Move(41, 1, rotation: 12.5).Clinical(41, rotation: 10)).ShouldHaveSingleItem();
    }

    // a block's apex lies 16 mm under the crown's middle: facial movement of the root centre that keeps the apex still
    private static PlanBuilder Tipped(int fdi, double? wanted, double staged)
    {
        static double Facial(double deg) => 8 * Math.Sin(double.DegreesToRadians(deg));
        PlanBuilder plan = new PlanBuilder().Tooth(fdi).Move(fdi, 1, facial: Facial(staged), torque: staged);
        return wanted is { } deg ? plan.Clinical(fdi, facial: Facial(deg), torque: deg) : plan;
    }
}
