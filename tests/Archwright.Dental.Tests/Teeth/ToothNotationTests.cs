namespace Archwright.Dental.Tests;

public class ToothNotationTests
{
    private static readonly ToothId[] All = [.. Enumerable.Range(11, 75).Where(n => ToothId.TryFromFdi(n, out _)).Select(ToothId.FromFdi)];

    [Theory]
    [InlineData(18, "1", "UR8")]
    [InlineData(11, "8", "UR1")]
    [InlineData(21, "9", "UL1")]
    [InlineData(28, "16", "UL8")]
    [InlineData(38, "17", "LL8")]
    [InlineData(31, "24", "LL1")]
    [InlineData(41, "25", "LR1")]
    [InlineData(48, "32", "LR8")]
    [InlineData(55, "A", "URE")]
    [InlineData(51, "E", "URA")]
    [InlineData(61, "F", "ULA")]
    [InlineData(65, "J", "ULE")]
    [InlineData(75, "K", "LLE")]
    [InlineData(71, "O", "LLA")]
    [InlineData(81, "P", "LRA")]
    [InlineData(85, "T", "LRE")]
    public void The_corners_of_every_quadrant_are_named_as_the_field_does(int fdi, string universal, string palmer)
    {
        ToothId tooth = ToothId.FromFdi(fdi);

        ToothNotation.Universal(tooth).ShouldBe(universal);
        ToothNotation.Palmer(tooth).ShouldBe(palmer);
    }

    [Fact]
    public void Every_tooth_comes_back_from_each_notation()
    {
        All.Length.ShouldBe(52);
        foreach (ToothId tooth in All)
        {
            ToothNotation.TryFromUniversal(ToothNotation.Universal(tooth), out ToothId fromUniversal).ShouldBeTrue();
            ToothNotation.TryFromPalmer(ToothNotation.Palmer(tooth), out ToothId fromPalmer).ShouldBeTrue();
            (fromUniversal, fromPalmer).ShouldBe((tooth, tooth));
        }
    }

    [Fact]
    public void Universal_numbers_run_once_around_the_mouth()
    {
        Enumerable.Range(1, 32).Select(ToothNotation.FromUniversal).Select(ToothNotation.Universal)
            .ShouldBe(Enumerable.Range(1, 32).Select(n => n.ToString()));
        Should.Throw<ArgumentException>(() => ToothNotation.FromUniversal(33));
    }

    [Theory]
    [InlineData("33")]
    [InlineData("U")]
    [InlineData("UR9")]
    [InlineData("")]
    public void What_names_no_tooth_is_none(string text)
    {
        ToothNotation.TryFromUniversal(text, out _).ShouldBeFalse();
        ToothNotation.TryFromPalmer(text, out _).ShouldBeFalse();
    }
}
