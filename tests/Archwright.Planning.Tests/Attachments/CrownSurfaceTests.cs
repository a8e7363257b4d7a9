using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>ATT-04, ATT-09: clinical crown height and usable surface are measured on the crown.</summary>
public class CrownSurfaceTests
{
    private static CrownSurface Measure(Tooth tooth, ToothSurface side = ToothSurface.Facial, double margin = 0.5) =>
        CrownSurface.Of(tooth, side, Bvh.Build(tooth.Mesh), null, margin);

    [Theory]
    [InlineData(13, 6)]
    [InlineData(24, 5.5)]
    [InlineData(31, 8)]
    public void The_crowns_height_is_that_from_margin_to_edge(int fdi, double height) =>
        Measure(new StagedRow(fdi).CrownHeight(fdi, height)[fdi]).HeightMm.ShouldBe(height, 0.15);

    [Fact]
    public void A_wider_margin_and_a_shorter_crown_leave_less_surface()
    {
        var row = new StagedRow(13);
        double whole = Measure(row[13]).UsableAreaMm2;

        Measure(row[13], margin: 1).UsableAreaMm2.ShouldBeLessThan(whole);
        Measure(row.CrownHeight(13, 4)[13]).UsableAreaMm2.ShouldBeLessThan(0.6 * whole);
    }

    [Fact]
    public void Places_keep_margin_contacts_and_edge_free()
    {
        Tooth tooth = new StagedRow(11).CrownHeight(11, 6)[11];
        CrownSurface crown = Measure(tooth, margin: 0.75);
        var places = crown.Places(3, 1.5, 0, crown.MarginLevelMm + 3).ToList();

        places.ShouldNotBeEmpty();
        foreach ((double u, double v) in places)
        {
            (v - 0.75).ShouldBeGreaterThan(crown.MarginLevelMm + 0.75 - CrownSurface.CellMm);
            (v + 0.75).ShouldBeLessThan(crown.EdgeLevelMm - 0.75 + CrownSurface.CellMm);
            (Math.Abs(u) + 1.5).ShouldBeLessThan((tooth.Landmarks.WidthMm / 2) - 0.75 + CrownSurface.CellMm);
        }
    }

    [Fact]
    public void Gingiva_that_covers_a_crown_leaves_no_place()
    {
        Tooth tooth = new StagedRow(14)[14];
        Vec3 o = tooth.Frame.Origin + (tooth.Frame.Facial * 0.2);
        Vec3 a = tooth.Frame.Mesial * 9;
        Vec3 b = tooth.Frame.Occlusal * 9;
        Bvh gingiva = Bvh.Build(new TriangleMesh([o - a - b, o + a - b, o + b], [new Triangle(0, 1, 2)]));

        CrownSurface.Of(tooth, ToothSurface.Facial, Bvh.Build(tooth.Mesh), gingiva, 0.5).UsableAreaMm2
            .ShouldBeLessThan(0.7 * Measure(tooth).UsableAreaMm2);
    }

    [Fact]
    public void The_lingual_side_is_measured_from_behind()
    {
        CrownSurface crown = Measure(new StagedRow(21)[21], ToothSurface.Lingual);

        crown.PointAt(0, 0)!.Value.Y.ShouldBeGreaterThan(0);
        crown.UsableAreaMm2.ShouldBeGreaterThan(10);
    }
}
