using Archwright.Geometry;

namespace Archwright.Dental.Tests;

public class ArchFormTests
{
    private static readonly ArchForm Form = new(-25, 0.05, 0.03, 2e-5, 1e-8, 30, 0);

    [Fact]
    public void The_slope_is_the_derivative()
    {
        for (double x = -28; x <= 28; x += 3.5)
            Form.SlopeAt(x).ShouldBe((Form.At(x + 1e-5) - Form.At(x - 1e-5)) / 2e-5, 1e-6);
    }

    [Fact]
    public void The_tangent_points_to_the_patients_left_and_outwards_is_away_from_the_tongue()
    {
        for (double x = -28; x <= 28; x += 3.5)
        {
            Form.TangentAt(x).X.ShouldBeGreaterThan(0);
            Vec3.Dot(Form.TangentAt(x), Form.OutwardAt(x)).ShouldBe(0, 1e-12);
            Form.OutwardAt(x).Length.ShouldBe(1, 1e-12);
            Vec3 fromTongue = new Vec3(x, Form.At(x), 0) - new Vec3(0, 20, 0);
            Vec3.Dot(fromTongue, Form.OutwardAt(x)).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void At_the_front_outwards_is_anterior()
    {
        (Form with { C1 = 0 }).OutwardAt(0).ShouldBe(new Vec3(0, -1, 0));
    }
}
