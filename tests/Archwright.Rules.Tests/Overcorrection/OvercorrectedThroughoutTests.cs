using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class OvercorrectedThroughoutTests
{
    [Fact]
    public void The_same_share_on_every_easy_movement_is_a_blanket()
    {
        // OVC-02
        Finding finding = RuleRun.ShownOnPage<OvercorrectedThroughout>(Tipped(7.8, 7.8, 7.8));

        finding.Measured!.Value.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void One_of_several_is_not()
    {
        RuleRun.Of<OvercorrectedThroughout>(Tipped(7.8, 6, 6)).ShouldBeEmpty();
        RuleRun.Of<OvercorrectedThroughout>(Tipped(6, 6, 6)).ShouldBeEmpty();
    }

    private static PlanBuilder Tipped(params double[] staged)
    {
        static double Facial(double deg) => 8 * Math.Sin(double.DegreesToRadians(deg));
        var plan = new PlanBuilder();
        int[] teeth = [12, 11, 21];
        for (int i = 0; i < teeth.Length; i++)
        {
            plan.Tooth(teeth[i]).Move(teeth[i], 1, facial: Facial(staged[i]), torque: staged[i])
                .Clinical(teeth[i], facial: Facial(6), torque: 6);
        }

        return plan;
    }
}
