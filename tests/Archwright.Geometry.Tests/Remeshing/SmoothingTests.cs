using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Remeshing;

public class SmoothingTests
{
    [Fact]
    public void Noise_goes_and_volume_stays()
    {
        var random = new SeededRandom(1);
        TriangleMesh sphere = TestShapes.Sphere(5, 4);
        TriangleMesh noisy = sphere.WithVertices(
            [.. sphere.Vertices.ToArray().Select(v => v * (1 + (0.01 * random.Normal())))]);

        TriangleMesh smooth = Smoothing.Taubin(noisy, SmoothingOptions.Default);

        Spread(smooth).ShouldBeLessThan(0.4 * Spread(noisy));
        MeshMeasures.Volume(smooth).ShouldBe(MeshMeasures.Volume(sphere), 0.01 * MeshMeasures.Volume(sphere));
    }

    [Fact]
    public void Plain_smoothing_shrinks()
    {
        TriangleMesh sphere = TestShapes.Sphere(5, 3);

        TriangleMesh smooth = Smoothing.Taubin(sphere, SmoothingOptions.Default with { PassBand = 0 });

        MeshMeasures.Volume(smooth).ShouldBeLessThan(0.95 * MeshMeasures.Volume(sphere));
    }

    [Fact]
    public void Boundaries_and_held_vertices_stay()
    {
        TriangleMesh cone = Subdivision.Midpoint(TestShapes.OpenCone(), 2);

        TriangleMesh smooth = Smoothing.Taubin(cone, SmoothingOptions.Default, v => cone.Vertices[v].Z < 1);

        for (int v = 0; v < cone.VertexCount; v++)
        {
            if (cone.Vertices[v].Z is < 1e-9 or >= 1)
                smooth.Vertices[v].ShouldBe(cone.Vertices[v]);
        }

        smooth.Vertices.ToArray().ShouldNotBe(cone.Vertices.ToArray());
    }

    private static double Spread(TriangleMesh mesh)
    {
        double[] radii = [.. mesh.Vertices.ToArray().Select(v => v.Length)];
        double mean = radii.Average();
        return Math.Sqrt(radii.Average(r => (r - mean) * (r - mean)));
    }
}
