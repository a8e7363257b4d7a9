using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests;

public class ArchFormFitTests
{
    [Fact]
    public void The_curve_goes_through_points_of_its_own_form()
    {
        Vec3[] points = [.. Enumerable.Range(-7, 15).Select(i => new Vec3(4 * i, Parabola(4 * i), 0))];

        ArchForm form = ArchFormFit.Through(points);

        form.ResidualMm.ShouldBeLessThan(0.05);
        form.At(10).ShouldBe(Parabola(10), 0.1);
        form.HalfWidthMm.ShouldBe(28, 1e-9);
    }

    [Fact]
    public void One_blocked_out_tooth_hardly_bends_the_curve()
    {
        Vec3[] points = [.. Enumerable.Range(-7, 15).Select(i => new Vec3(4 * i, Parabola(4 * i), 0))];
        points[10] += new Vec3(0, 5, 0);

        ArchForm form = ArchFormFit.Through(points);

        Math.Abs(form.At(12) - Parabola(12)).ShouldBeLessThan(1.2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_points_still_give_a_finite_curve(int count)
    {
        Vec3[] points = [.. Enumerable.Range(0, count).Select(i => new Vec3(i * 5, i, 0))];

        double.IsFinite(ArchFormFit.Through(points).At(3)).ShouldBeTrue();
    }

    private static double Parabola(double x) => -25 + (0.045 * x * x);
}
