using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Landmarks;

/// <summary>A single face, 4 mm by 4 mm, of which bands thinner than itself are cut.</summary>
public class SurfacePartTests
{
    private static readonly SurfacePart Face = SurfacePart.Of(new TriangleMesh([new(0, 0, 0), new(4, 0, 0), new(0, 4, 0)], [new(0, 1, 2)]));

    [Fact]
    public void A_band_without_a_vertex_holds_the_surface_that_crosses_it()
    {
        SurfacePart band = Face.Between(Vec3.UnitY, 1.9, 2.1);

        band.IsEmpty.ShouldBeFalse();
        band.Middle.X.ShouldBe(1, 0.01);
        band.Middle.Y.ShouldBe(2, 0.01);
        band.Reach(Vec3.UnitX).ShouldBe(2.1, 1e-9);
    }

    [Fact]
    public void The_two_sides_of_a_cut_have_the_middle_of_the_whole()
    {
        // areas 6 and 2 of 8
        Vec3 whole = (Face.Beyond(-Vec3.UnitX, -2).Middle * 0.75) + (Face.Beyond(Vec3.UnitX, 2).Middle * 0.25);

        Vec3.Distance(whole, Face.Middle).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Beyond_its_reach_nothing_is_left()
    {
        Face.Beyond(Vec3.UnitX, 4.1).IsEmpty.ShouldBeTrue();
        Face.Between(Vec3.UnitX, double.NegativeInfinity, double.PositiveInfinity).Middle.ShouldBe(Face.Middle);
    }
}
