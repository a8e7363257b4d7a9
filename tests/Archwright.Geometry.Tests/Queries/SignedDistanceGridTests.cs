using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Queries;

public class SignedDistanceGridTests
{
    [Fact]
    public void The_grid_follows_the_exact_distance_near_the_surface()
    {
        foreach (TriangleMesh mesh in new[] { TestShapes.BumpySphere(), OpenSphere() })
        {
            var exact = SignedDistance.Build(mesh);
            var grid = SignedDistanceGrid.Build(exact, 0.25, 2, new RunContext());
            var random = new SeededRandom(2);
            double worstNear = 0;
            double worstFar = 0;
            for (int i = 0; i < 4000; i++)
            {
                Vec3 p = new(random.Uniform(-7, 7), random.Uniform(-7, 7), random.Uniform(-7, 4));
                double d = exact.At(p);
                double error = Math.Abs(grid.At(p) - d);
                if (Math.Abs(d) < 0.5)
                    worstNear = Math.Max(worstNear, error);
                else
                    worstFar = Math.Max(worstFar, error);
            }

            worstNear.ShouldBeLessThan(0.02);
            worstFar.ShouldBeLessThan(0.4);
        }
    }

    [Fact]
    public void The_gradient_points_away_from_the_surface()
    {
        var grid = SignedDistanceGrid.Build(TestShapes.Sphere(3, 4), 0.25, 1, new RunContext());

        Vec3 g = grid.Gradient(new Vec3(2, 2, 0));

        g.Length.ShouldBe(1, 0.05);
        Vec3.Dot(g.Normalized(), new Vec3(1, 1, 0).Normalized()).ShouldBeGreaterThan(0.999);
    }

    [Fact]
    public void Outside_the_box_distance_goes_on_growing()
    {
        var grid = SignedDistanceGrid.Build(TestShapes.Sphere(3, 4), 0.25, 1, new RunContext());

        grid.At(new Vec3(10, 0, 0)).ShouldBe(7, 0.1);
    }

    [Fact]
    public void The_grid_is_the_same_on_any_number_of_threads()
    {
        TriangleMesh mesh = TestShapes.BumpySphere();

        var one = SignedDistanceGrid.Build(mesh, 0.3, 1, new RunContext(1));
        var three = SignedDistanceGrid.Build(mesh, 0.3, 1, new RunContext(3));

        three.Lattice.Values.ShouldBe(one.Lattice.Values);
    }

    private static TriangleMesh OpenSphere()
    {
        TriangleMesh sphere = TestShapes.Sphere(5, 4);
        return Submesh.Of(sphere, f => sphere.FaceCenter(f).Z < 4.5).Mesh;
    }
}
