using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Queries;

public class SignedDistanceTests
{
    [Fact]
    public void The_winding_number_is_that_of_the_exact_sum()
    {
        foreach (TriangleMesh mesh in new[] { TestShapes.BumpySphere(), TestShapes.OpenCone(2, 3, 60), TestShapes.Torus() })
        {
            var winding = WindingNumber.Build(mesh);
            var random = new SeededRandom(4);
            Aabb box = mesh.Bounds.Inflated(2);
            double worst = 0;
            double sum = 0;
            for (int i = 0; i < 400; i++)
            {
                Vec3 p = new(
                    random.Uniform(box.Min.X, box.Max.X), random.Uniform(box.Min.Y, box.Max.Y), random.Uniform(box.Min.Z, box.Max.Z));
                double error = Math.Abs(winding.At(p) - ExactWinding(mesh, p));
                worst = Math.Max(worst, error);
                sum += error;
            }

            worst.ShouldBeLessThan(0.1);
            (sum / 400).ShouldBeLessThan(0.01);
        }
    }

    [Fact]
    public void Distance_to_a_sphere_is_signed()
    {
        var distance = SignedDistance.Build(TestShapes.Sphere(2, 5));

        distance.At(Vec3.Zero).ShouldBe(-2, 0.005);
        distance.At(new Vec3(3, 0, 0)).ShouldBe(1, 0.005);
        distance.At(new Vec3(0, 0, -1.5)).ShouldBe(-0.5, 0.005);
    }

    [Fact]
    public void An_open_box_has_an_inside()
    {
        var distance = SignedDistance.Build(TestShapes.OpenBox());

        distance.At(new Vec3(0, 0, -0.5)).ShouldBe(-0.5, 1e-9);
        distance.At(new Vec3(0, 0, 2.5)).ShouldBeGreaterThan(0);
        distance.At(new Vec3(0, 0, -3)).ShouldBe(2, 1e-9);
    }

    [Fact]
    public void The_sign_holds_close_to_the_surface()
    {
        TriangleMesh mesh = TestShapes.BumpySphere(5, 0.5, 5);
        var distance = SignedDistance.Build(mesh);
        for (int f = 0; f < mesh.TriangleCount; f += 7)
        {
            Vec3 normal = mesh.AreaVector(f).Normalized();

            distance.At(mesh.FaceCenter(f) + (normal * 1e-3)).ShouldBe(1e-3, 1e-6);
            distance.At(mesh.FaceCenter(f) - (normal * 1e-3)).ShouldBe(-1e-3, 1e-6);
        }
    }

    private static double ExactWinding(TriangleMesh mesh, Vec3 p)
    {
        double sum = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 a = mesh.Corner(f, 0) - p;
            Vec3 b = mesh.Corner(f, 1) - p;
            Vec3 c = mesh.Corner(f, 2) - p;
            double den = (a.Length * b.Length * c.Length) + (Vec3.Dot(a, b) * c.Length) + (Vec3.Dot(b, c) * a.Length)
                + (Vec3.Dot(c, a) * b.Length);
            sum += 2 * Math.Atan2(Vec3.Dot(a, Vec3.Cross(b, c)), den);
        }

        return sum / (4 * Math.PI);
    }
}
