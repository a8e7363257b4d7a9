using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Landmarks;

/// <summary>A crown as coarse as can be: a box 10 mm wide, 8 deep and 6 high with one cusp on it, in its own axes.</summary>
public class ContactPointsTests
{
    private static readonly ToothId Molar = ToothId.FromFdi(16);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_contact_lies_on_the_side_of_a_crown_where_only_the_surface_has_a_point_at_its_height(int side)
    {
        // of all vertices only the cusp's stands where posterior contacts are sought
        Vec3[] vertices =
        [
            new(-5, -4, 0), new(5, -4, 0), new(5, 4, 0), new(-5, 4, 0),
            new(-5, -4, 6), new(5, -4, 6), new(5, 4, 6), new(-5, 4, 6),
            new(0, 1, 7),
        ];
        Triangle[] faces =
        [
            new(0, 1, 5), new(0, 5, 4), new(1, 2, 6), new(1, 6, 5), new(2, 3, 7), new(2, 7, 6), new(3, 0, 4), new(3, 4, 7),
            new(4, 5, 8), new(5, 6, 8), new(6, 7, 8), new(7, 4, 8),
        ];
        var frame = new ToothFrame(Vec3.Zero, Vec3.UnitX, Vec3.UnitY, Vec3.UnitZ);
        var contacts = ContactPoints.Of(new ArchScan(Jaw.Upper, new TriangleMesh(vertices, faces), [.. faces.Select(_ => Molar.Fdi)]));

        Vec3 contact = contacts.Towards(Molar, contacts.Crown(Molar, frame)!, frame, null, side)!.Value;

        (side * contact.X).ShouldBe(5, 0.3);
        contact.Y.ShouldBeInRange(0, 2);
        contact.Z.ShouldBeInRange(4, 6.3);
    }
}
