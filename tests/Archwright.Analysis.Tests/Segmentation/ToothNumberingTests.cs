using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Rows of clusters laid out along an arch by the published widths, with what a classifier might say of them.</summary>
public class ToothNumberingTests
{
    private static readonly ArchPath Path = new(22, 0.1);

    [Fact]
    public void A_whole_row_is_numbered_in_order()
    {
        Numbers(Row(Jaw.Upper, [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7])).ShouldBe([-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public void The_width_of_a_crown_tells_a_molar_from_the_premolar_it_might_stand_for()
    {
        // one premolar is missing with its gap closed; the classifier takes the first molar for either
        int[] truth = [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 6, 7, 8];
        List<ToothCluster> row = Row(Jaw.Lower, truth);
        row[11] = row[11] with { LogPosition = Belief((5, 0.45), (6, 0.45)) };
        row[12] = row[12] with { LogPosition = Belief((6, 0.45), (7, 0.45)) };
        row[13] = row[13] with { LogPosition = Belief((7, 0.45), (8, 0.45)) };

        Numbers(row, Jaw.Lower)[11].ShouldBe(6);
        row[11] = row[11] with { WidthMm = 6.8 };
        Numbers(row, Jaw.Lower)[11].ShouldBe(5);
    }

    [Fact]
    public void Large_teeth_are_large_everywhere_and_keep_their_numbers()
    {
        int[] truth = [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7];

        Numbers([.. Row(Jaw.Upper, truth).Select(c => c with { WidthMm = 1.2 * c.WidthMm })]).ShouldBe(truth);
    }

    [Fact]
    public void The_middle_of_the_row_is_where_it_mirrors_itself_not_where_the_path_has_it()
    {
        // 4 mm aside, lower incisors that the classifier cannot tell apart
        int[] truth = [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7];
        List<ToothCluster> row = [.. Row(Jaw.Lower, truth, shiftMm: 4).Select((c, i) => i is >= 4 and <= 9
            ? c with { LogPosition = Belief((1, 0.3), (2, 0.3), (3, 0.3)) }
            : c)];

        Numbers(row, Jaw.Lower).ShouldBe(truth);
    }

    [Fact]
    public void A_last_molar_that_may_be_the_second_or_the_third_is_the_surer_the_second_as_third_ones_are_rare()
    {
        List<ToothCluster> row = Row(Jaw.Upper, [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7]);
        row[13] = row[13] with { LogPosition = Belief((7, 0.45), (8, 0.45)) };

        NumberedCluster last = ToothNumbering.Number(row, Path, Jaw.Upper).Teeth[^1];

        last.Place.ShouldBe(7);
        double rarity = NumberingCosts.End(8, 1) - NumberingCosts.End(7, 1);
        rarity.ShouldBe(3 * Math.Log(0.6 / 0.4), 0.3);
        last.Margin.ShouldBeGreaterThan(4 + rarity);
    }

    private static int[] Numbers(List<ToothCluster> row, Jaw jaw = Jaw.Upper) => [.. ToothNumbering.Number(row, Path, jaw).Teeth.Select(t => t.Place)];

    // side by side, the gap between the central incisors at the middle of the path
    private static List<ToothCluster> Row(Jaw jaw, int[] places, double shiftMm = 0)
    {
        double Width(int place) => ToothNorms.Of(ToothId.FromFdi((jaw == Jaw.Upper ? 10 : 40) + Math.Abs(place))).MesiodistalMm;
        var row = new List<ToothCluster>();
        double at = shiftMm - places.Where(p => p < 0).Sum(Width);
        foreach (int place in places)
        {
            double along = at + (Width(place) / 2);
            row.Add(new ToothCluster(On(along), 100, Belief((Math.Abs(place), 0.8)), 0.95 * Width(place), 1));
            at += Width(place);
        }

        return row;
    }

    private static Vec3 On(double along)
    {
        double front = Path.RadiusMm * Math.PI / 2;
        if (Math.Abs(along) <= front)
            return new Vec3(Path.RadiusMm * Math.Sin(along / Path.RadiusMm), -Path.RadiusMm * Math.Cos(along / Path.RadiusMm), 0);
        double behind = Math.Abs(along) - front;
        return new Vec3(Math.Sign(along) * (Path.RadiusMm + (Path.Spread * behind)), behind, 0);
    }

    private static double[] Belief(params (int Position, double Share)[] shares)
    {
        double[] log = [.. Enumerable.Repeat(Math.Log(0.01), 9)];
        foreach ((int position, double share) in shares)
            log[position] = Math.Log(share);
        return log;
    }
}
