using Archwright.Geometry;

namespace Archwright.Analysis.Tests;

public class ScanFactsTests
{
    [Fact]
    public void An_open_box_has_one_hole_of_its_lid()
    {
        ScanFacts facts = ScanFacts.Of(OpenBox(10));

        facts.FaceCount.ShouldBe(10);
        facts.ComponentCount.ShouldBe(1);
        facts.IsClosed.ShouldBeFalse();
        facts.Borders.ShouldHaveSingleItem().PerimeterMm.ShouldBe(40, 1e-9);
        facts.Borders[0].AreaMm2.ShouldBe(100, 1e-9);
        facts.AreaMm2.ShouldBe(500, 1e-9);
        facts.Unit.ShouldBe(LengthUnitGuess.Millimetre);
        facts.Teeth.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.05, LengthUnitGuess.Metre)]
    [InlineData(2.5, LengthUnitGuess.CentimetreOrInch)]
    [InlineData(60_000, LengthUnitGuess.Micrometre)]
    [InlineData(900, LengthUnitGuess.Unknown)]
    public void The_unit_is_guessed_from_the_size(double edge, LengthUnitGuess unit) =>
        ScanFacts.Of(OpenBox(edge)).Unit.ShouldBe(unit);

    [Fact]
    public void Labels_tell_present_and_missing_teeth()
    {
        ScanFacts facts = ScanFacts.Of(OpenBox(10), [11, 11, 12, 0, 0, 99, 54, 0, 0, 0]);

        facts.Teeth.Select(t => t.Fdi).ShouldBe([54, 12, 11]);
        facts.MissingTeeth.Select(t => t.Fdi).ShouldNotContain(14);
        facts.MissingTeeth.Length.ShouldBe(11);
    }

    private static TriangleMesh OpenBox(double s)
    {
        Vec3[] p =
        [
            new(0, 0, 0), new(s, 0, 0), new(s, s, 0), new(0, s, 0),
            new(0, 0, s), new(s, 0, s), new(s, s, s), new(0, s, s),
        ];
        Triangle[] t =
        [
            new(0, 2, 1), new(0, 3, 2), new(0, 1, 5), new(0, 5, 4), new(1, 2, 6),
            new(1, 6, 5), new(2, 3, 7), new(2, 7, 6), new(3, 0, 4), new(3, 4, 7),
        ];
        return new TriangleMesh(p, t);
    }
}
