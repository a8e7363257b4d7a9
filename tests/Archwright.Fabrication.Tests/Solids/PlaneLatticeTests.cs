using Archwright.Fabrication.Solids;

namespace Archwright.Fabrication.Tests.Solids;

public class PlaneLatticeTests
{
    [Fact]
    public void Distance_to_a_disc_is_that_to_its_rim()
    {
        var plane = new PlaneLattice(-40, -40, 81, 81, 0.25, 0);
        double Radius(int i) => Math.Sqrt(Math.Pow(plane.X(i % 81), 2) + Math.Pow(plane.Y(i / 81), 2));

        PlaneLattice distance = PlaneLattice.DistanceTo(plane, i => Radius(i) < 5);

        Enumerable.Range(0, distance.Values.Length).Max(i => Math.Abs(distance.Values[i] - (Radius(i) - 5))).ShouldBeLessThan(0.26);
    }

    [Fact]
    public void Smoothing_keeps_a_slope_and_wears_a_step_down()
    {
        var slope = new PlaneLattice(0, 0, 60, 60, 0.5, 0);
        var step = slope.Like(0);
        for (int i = 0; i < slope.Values.Length; i++)
        {
            slope.Values[i] = i % 60;
            step.Values[i] = i % 60 < 30 ? 0 : 1;
        }

        slope.Smooth(1);
        step.Smooth(1);

        slope.Values[slope.Index(30, 30)].ShouldBe(30, 1e-3f);
        step.Values[step.Index(30, 30)].ShouldBeInRange(0.4f, 0.8f);
        step.Values[step.Index(59, 30)].ShouldBe(1, 1e-6f);
    }

    [Fact]
    public void Filling_keeps_what_is_known_and_lies_between_it()
    {
        var values = new float[64 * 48];
        var isKnown = new bool[values.Length];
        for (int y = 0; y < 48; y++)
        {
            isKnown[y * 64] = isKnown[(y * 64) + 63] = true;
            values[(y * 64) + 63] = 10;
        }

        PullPush.Fill(values, isKnown, 64, 48);

        values[0].ShouldBe(0);
        values[63].ShouldBe(10);
        values.ShouldAllBe(v => v >= 0 && v <= 10);
        values[(20 * 64) + 32].ShouldBeInRange(2, 8);
    }
}
