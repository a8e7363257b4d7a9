using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>For each reason the least that makes a crown unknown, and the nearest that does not, on a row of crowns as the norms have them.</summary>
public class CrownSoundnessTests
{
    [Fact]
    public void A_row_of_sound_crowns_is_known_whatever_its_size()
    {
        Of(Row(21, 22, 23, 24, 25, 26, 27)).ShouldAllBe(u => u == null);
        Of(Row(48, 47, 46, 45, 44, 43, 42, 41).Select(c => (c.Id, (CrownForm?)Scaled(c.Form, 0.7)))).ShouldAllBe(u => u == null);
    }

    [Theory]
    [InlineData(24, UnknownReason.CrownShort, 0.6, 0.7, 0)]
    [InlineData(23, UnknownReason.CrownShort, 0.6, 0.7, 0)]
    [InlineData(11, UnknownReason.CrownShort, 0.6, 0.7, 0)]
    [InlineData(24, UnknownReason.FacialPartMissing, 0.45, 0.75, 3)]
    [InlineData(26, UnknownReason.LingualPartMissing, 0.45, 0.75, 4)]
    [InlineData(11, UnknownReason.MesialPartMissing, 0.45, 0.75, 1)]
    [InlineData(12, UnknownReason.DistalPartMissing, 0.45, 0.75, 2)]
    public void A_crown_is_unknown_where_it_or_a_part_of_it_is_too_low(int fdi, UnknownReason reason, double damaged, double sound, int part)
    {
        UnknownTooth unknown = One(fdi, f => Lowered(f, part, damaged))!;

        unknown.Reason.ShouldBe(reason);
        unknown.MeasuredMm.ShouldBe(damaged * unknown.ExpectedMm, 1e-6);
        unknown.DeviationMm.ShouldBe(unknown.ExpectedMm * CrownNorms.HeightDeviation, 1e-6);
        unknown.Confidence.ShouldBeInRange(CrownSoundness.Limit, 1);
        One(fdi, f => Lowered(f, part, sound)).ShouldBeNull();
    }

    [Fact]
    public void A_low_crown_is_unknown_where_it_is_as_narrow_as_a_post_too_but_a_peg_shaped_one_of_full_height_is_known()
    {
        UnknownTooth unknown = One(22, f => Lowered(f, 0, 0.75) with { WidthMm = 0.5 * f.WidthMm })!;

        unknown.Reason.ShouldBe(UnknownReason.CrownNarrow);
        unknown.MeasuredMm.ShouldBe(0.5 * unknown.ExpectedMm, 1e-6);
        unknown.DeviationMm.ShouldBe(unknown.ExpectedMm * CrownNorms.WidthDeviation, 1e-6);
        One(22, f => Lowered(f, 0, 0.75) with { WidthMm = 0.77 * f.WidthMm }).ShouldBeNull();
        One(22, f => f with { WidthMm = 0.5 * f.WidthMm }).ShouldBeNull();
    }

    [Fact]
    public void A_part_that_the_same_tooth_of_the_other_side_has_as_low_is_this_patients_form()
    {
        (ToothId Id, CrownForm? Form)[] row = Row(17, 16, 15, 14, 13, 23, 24, 25, 26, 27);
        row[3].Form = Lowered(row[3].Form!, 4, 0.4);
        Of(row)[3]!.Reason.ShouldBe(UnknownReason.LingualPartMissing);

        row[6].Form = row[3].Form;
        Of(row).ShouldAllBe(u => u == null);

        // but not where it is no sound one itself
        row[6].Form = Lowered(row[6].Form!, 0, 0.4);
        Of(row)[3].ShouldNotBeNull();
    }

    [Fact]
    public void Front_teeth_have_no_cusps_to_miss()
    {
        One(13, f => f with { FacialMm = 0.5, LingualMm = 0.5 }).ShouldBeNull();
    }

    [Fact]
    public void A_crown_that_is_not_sound_stands_between_its_neighbours_or_at_the_end_of_the_row()
    {
        (ToothId, CrownForm?)[] row = Row(11, 21, 22, 24, 25);
        row[2] = (row[2].Item1, Scaled(row[2].Item2, 0.5));
        row[4] = (row[4].Item1, Scaled(row[4].Item2, 0.5));

        UnknownTooth?[] unknown = Of(row);

        unknown[2]!.Between.ShouldBe([21, 24]);
        unknown[4]!.Between.ShouldBe([24, 0]);
    }

    [Fact]
    public void Too_few_crowns_to_tell_their_size_are_not_judged()
    {
        (ToothId, CrownForm?)[] row = Row(21, 22, 23, 24);
        row[1] = (row[1].Item1, Scaled(row[1].Item2, 0.4));

        Of(row)[1].ShouldNotBeNull();
        Of(row[..3]).ShouldAllBe(u => u == null);
    }

    private static UnknownTooth? One(int fdi, Func<CrownForm, CrownForm> change)
    {
        (ToothId Id, CrownForm? Form)[] row = Row(fdi < 20 ? [17, 16, 15, 14, 13, 12, 11] : [21, 22, 23, 24, 25, 26, 27]);
        int at = Array.FindIndex(row, c => c.Id.Fdi == fdi);
        row[at].Form = change(row[at].Form!);
        UnknownTooth?[] judged = Of(row);
        judged.Where((_, i) => i != at).ShouldAllBe(u => u == null);
        return judged[at];
    }

    private static UnknownTooth?[] Of(IEnumerable<(ToothId, CrownForm?)> row) => CrownSoundness.Of([.. row]);

    private static (ToothId Id, CrownForm? Form)[] Row(params int[] fdi) => [.. fdi.Select(f => (ToothId.FromFdi(f), (CrownForm?)Sound(ToothId.FromFdi(f))))];

    private static CrownForm Sound(ToothId id)
    {
        double[] parts = CrownNorms.PartsMm(id);
        return new CrownForm(parts[0], parts[1], parts[2], parts.Length > 3 ? parts[3] : 0, parts.Length > 3 ? parts[4] : 0, CrownNorms.WidthMm(id), Vec3.Zero);
    }

    private static CrownForm Scaled(CrownForm? form, double by) => new(
        form!.HeightMm * by, form.MesialMm * by, form.DistalMm * by, form.FacialMm * by, form.LingualMm * by, form.WidthMm * by, form.Center);

    // 0: all of it
    private static CrownForm Lowered(CrownForm f, int part, double by) => part switch
    {
        0 => f with { HeightMm = f.HeightMm * by, MesialMm = f.MesialMm * by, DistalMm = f.DistalMm * by, FacialMm = f.FacialMm * by, LingualMm = f.LingualMm * by },
        1 => f with { MesialMm = f.MesialMm * by, HeightMm = f.HeightMm * 0.85 },
        2 => f with { DistalMm = f.DistalMm * by, HeightMm = f.HeightMm * 0.85 },
        3 => f with { FacialMm = f.FacialMm * by },
        _ => f with { LingualMm = f.LingualMm * by },
    };
}
