namespace Archwright.Fabrication.Tests.Models;

public class RaisedLabelTests
{
    [Fact]
    public void Every_letter_has_a_picture_of_its_own()
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

        letters.Select(l => Convert.ToHexString(DotFont.Of(l))).Distinct().Count().ShouldBe(letters.Length);
        DotFont.Of('?').ToArray().ShouldAllBe(row => row == 0);
        DotFont.Of('I').ToArray().ShouldBe([0x0E, 4, 4, 4, 4, 4, 0x0E]);
    }

    [Fact]
    public void Text_shrinks_to_its_wall_and_strokes_lie_where_the_dots_are()
    {
        new RaisedLabel("U00 ABCDEFGHIJKL", 40, 0.62).WidthMm.ShouldBe(40, 1e-9);
        var label = new RaisedLabel("I", 40, 0.6);

        label.DotMm.ShouldBe(0.6);
        label.HeightMm.ShouldBe(4.2, 1e-9);
        // the stem of the letter runs up its middle; its flanks are bare
        label.At(1.5, 2.1).ShouldBeLessThan(0);
        label.At(0.3, 2.1).ShouldBeGreaterThan(0);
        label.At(30, 2.1).ShouldBeGreaterThan(0);
    }
}
