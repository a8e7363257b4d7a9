namespace Archwright.Dental.Tests;

public class ToothNormsTests
{
    [Fact]
    public void The_table_of_widths_gives_the_Bolton_ratios_its_source_does()
    {
        // clinical.md 5.6: 91.4 % of twelve teeth, 77.8 % of six.
        (100 * Width(Jaw.Lower, 6) / Width(Jaw.Upper, 6)).ShouldBe(91.4, 0.05);
        (100 * Width(Jaw.Lower, 3) / Width(Jaw.Upper, 3)).ShouldBe(77.8, 0.05);
    }

    [Fact]
    public void Both_sides_and_milk_teeth_have_norms()
    {
        foreach (ToothId tooth in ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)))
            ToothNorms.Of(tooth).ShouldBe(ToothNorms.Of(tooth.Mirrored()));
        ToothNorms.Of(ToothId.FromFdi(55)).ShouldBe(ToothNorms.Of(ToothId.FromFdi(15)));
    }

    [Fact]
    public void A_crown_is_wider_than_its_neck_and_shorter_than_its_root()
    {
        foreach (ToothNorms n in ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)).Select(ToothNorms.Of))
        {
            n.MesiodistalMm.ShouldBeGreaterThan(n.MesiodistalCervixMm);
            n.BuccolingualMm.ShouldBeGreaterThan(n.BuccolingualCervixMm);
            n.RootLengthMm.ShouldBeGreaterThan(n.CrownHeightMm);
        }
    }

    private static double Width(Jaw jaw, int position) =>
        ToothId.Permanent(jaw).Where(t => t.Position <= position).Sum(t => ToothNorms.Of(t).MesiodistalMm);
}
