using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Teeth;

public class SummitsTests
{
    // a strip: 0-1-2-3-4-5-6 along the top, zigzag faces to a second row that takes no part
    private static readonly MeshTopology Strip = MeshTopology.Of(new TriangleMesh(
        [.. Enumerable.Range(0, 7).Select(i => new Vec3(i, 0, 0)), .. Enumerable.Range(0, 7).Select(i => new Vec3(i, 1, 0))],
        [.. Enumerable.Range(0, 6).SelectMany(i => new[] { new Triangle(i, i + 1, i + 7), new Triangle(i + 1, i + 8, i + 7) })]));

    [Fact]
    public void A_summit_is_as_prominent_as_the_saddle_to_a_higher_one_is_low()
    {
        Summits.Of(Strip, Heights(0, 3, 1, 5, 2, 2.5, 0)).ShouldBe([(3, 5), (1, 2), (5, 0.5)]);
    }

    [Fact]
    public void A_slope_has_one_summit()
    {
        Summits.Of(Strip, Heights(0, 1, 2, 3, 4, 5, 6)).ShouldBe([(6, 6)]);
    }

    [Fact]
    public void Of_equal_neighbours_the_first_is_the_summit()
    {
        Summits.Of(Strip, Heights(0, 2, 2, 0, 0, 0, 0)).ShouldBe([(1, 2)]);
    }

    [Fact]
    public void Parts_that_take_no_part_separate()
    {
        Summits.Of(Strip, Heights(1, 3, double.NaN, 2, 1, 0, 0)).ShouldBe([(1, 3), (3, 2)]);
    }

    [Fact]
    public void Nothing_has_no_summit()
    {
        Summits.Of(Strip, Heights(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)).ShouldBeEmpty();
    }

    private static double[] Heights(params double[] row) => [.. row, .. Enumerable.Repeat(double.NaN, 7)];
}
