using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Measures;

public class CurvatureTests
{
    [Fact]
    public void A_sphere_bends_alike_everywhere()
    {
        foreach (VertexCurvature c in Curvature.Of(TestShapes.Sphere(4, 4)))
        {
            c.Max.ShouldBe(0.25, 0.01);
            c.Min.ShouldBe(0.25, 0.01);
        }
    }

    [Fact]
    public void A_torus_bends_across_and_around()
    {
        TriangleMesh torus = TestShapes.Torus(3, 1, 96, 48);
        VertexCurvature[] curvature = Curvature.Of(torus);
        for (int v = 0; v < torus.VertexCount; v++)
        {
            Vec3 p = torus.Vertices[v];
            double r = Math.Sqrt((p.X * p.X) + (p.Y * p.Y));

            curvature[v].Max.ShouldBe(1, 0.03);
            curvature[v].Min.ShouldBe((r - 3) / r, 0.03);
            Vec3 around = Vec3.Cross(Vec3.UnitZ, p).Normalized();
            Math.Abs(Vec3.Dot(curvature[v].MinDirection, around)).ShouldBeGreaterThan(0.98);
        }
    }

    [Fact]
    public void A_sheet_is_flat_and_faces_without_area_do_no_harm()
    {
        Curvature.Of(TestShapes.Sheet()).ShouldAllBe(c => Math.Abs(c.Max) < 1e-9 && Math.Abs(c.Min) < 1e-9);
        var needle = new TriangleMesh([Vec3.Zero, Vec3.UnitX, Vec3.UnitX * 2], [new(0, 1, 2)]);
        Curvature.Of(needle).ShouldAllBe(c => c.Max == 0 && c.Min == 0);
    }
}
