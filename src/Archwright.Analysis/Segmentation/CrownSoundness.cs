using Archwright.Dental;
using Archwright.Geometry;
using MathNet.Numerics.Statistics;

namespace Archwright.Analysis;

/// <summary>
/// Tells crowns that are not sound from those that are: ground, broken, healing abutments. Method: what stands over the gum
/// (<see cref="CrownForm"/>) against what a sound crown of that place would show (<see cref="CrownNorms"/>) in an arch whose other crowns are
/// as large as these; the logarithms by which whole, width and lowest part fall short go into a logistic regression, fitted with the norms on
/// synthetic arches alone (bench: <c>crown-fit</c>). Known limits: where half of an arch's crowns are not sound, they are taken for its size;
/// a tooth breaking through is short too.
/// </summary>
internal static class CrownSoundness
{
    /// <summary>From this probability on a crown is not taken for sound.</summary>
    public const double Limit = 0.5;

    private const int FewestTeeth = 4;

    // sound crowns fall short by so much too, one in six (one deviation)
    private const double Free = 0.1;

    // constant, short, narrow, lowest part
    private static readonly double[] Weights = [-6.3, 4.2, 7.5, 12.6];

    /// <summary>Per tooth why it is taken for no sound crown; null where it is taken for one, is gone, or cannot be judged. O(vertices · teeth).</summary>
    /// <param name="view">The arch.</param>
    /// <param name="label">Labels: 0 gingiva, else one more than the tooth's place in <paramref name="teeth"/>.</param>
    /// <param name="teeth">The teeth.</param>
    public static UnknownTooth?[] Of(ArchView view, int[] label, IReadOnlyList<SolvedTooth> teeth)
    {
        (ToothId Id, CrownForm? Form)[] crowns = [.. teeth.Select((t, i) => (t.Id, t.IsGone ? null : CrownForm.Of(view, label, i + 1)))];
        UnknownTooth?[] judged = Of(crowns);
        RigidTransform scanFromArch = view.Pose.ArchFromScan.Inverse;
        for (int t = 0; t < judged.Length; t++)
        {
            if (judged[t] is { } unknown && scanFromArch.Apply(crowns[t].Form!.Center) is var at)
                judged[t] = unknown with { At = [at.X, at.Y, at.Z] };
        }

        return judged;
    }

    /// <summary>The same from forms alone, their middles in arch frame.</summary>
    public static UnknownTooth?[] Of(IReadOnlyList<(ToothId Id, CrownForm? Form)> crowns)
    {
        var judged = new UnknownTooth?[crowns.Count];
        if (SizeOf(crowns) is not { } size)
            return judged;
        int[] row = [.. Enumerable.Range(0, crowns.Count).Where(c => crowns[c].Form is not null).OrderBy(c => crowns[c].Id.ArchPlace)];
        for (int r = 0; r < row.Length; r++)
        {
            (ToothId id, CrownForm? form) = crowns[row[r]];
            CrownForm? twin = crowns.FirstOrDefault(c => c.Id.ArchPlace == -id.ArchPlace).Form;
            judged[row[r]] = Judged(id, form!, twin, size) is not { } unsound ? null : unsound with
            {
                Between = [r > 0 ? crowns[row[r - 1]].Id.Fdi : 0, r < row.Length - 1 ? crowns[row[r + 1]].Id.Fdi : 0],
            };
        }

        return judged;
    }

    /// <summary>By how much the arch's crowns are higher and wider than the norms: medians; null where too few can be measured.</summary>
    public static (double Height, double Width)? SizeOf(IReadOnlyList<(ToothId Id, CrownForm? Form)> crowns)
    {
        (ToothId Id, CrownForm Form)[] seen = [.. crowns.Where(c => c.Form is { HeightMm: > 0 }).Select(c => (c.Id, c.Form!))];
        return seen.Length < FewestTeeth
            ? null
            : (seen.Select(c => c.Form.HeightMm / CrownNorms.PartsMm(c.Id)[0]).Median(), seen.Select(c => c.Form.WidthMm / CrownNorms.WidthMm(c.Id)).Median());
    }

    /// <summary>What a crown is judged by: 1, and the logarithms by which whole, width and lowest part fall short; and which part that is.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="form">Its form.</param>
    /// <param name="twin">The form of the same tooth of the other side, where it is there: a part that both have low is this patient's form.</param>
    /// <param name="size">How large the arch's crowns are.</param>
    public static (double[] Evidence, CrownPart Lowest) Evidence(ToothId id, CrownForm form, CrownForm? twin, (double Height, double Width) size)
    {
        double[] expected = PartsMm(id, twin, size.Height);
        double[] parts = form.PartsMm;
        int lowest = Enumerable.Range(1, expected.Length - 1).MaxBy(p => Short(parts[p], expected[p]));
        return (
            [
                1,
                Short(form.HeightMm, expected[0]),
                Short(form.WidthMm, CrownNorms.WidthMm(id) * size.Width),
                Short(parts[lowest], expected[lowest]),
            ],
            (CrownPart)lowest);
    }

    // a part is expected to be as high as the twin's at most, where the twin stands as high as it should
    private static double[] PartsMm(ToothId id, CrownForm? twin, double size)
    {
        double[] norm = [.. CrownNorms.PartsMm(id).Select(p => p * size)];
        return twin is null || Short(twin.HeightMm, norm[0]) > Free ? norm : [norm[0], .. norm.Skip(1).Zip(twin.PartsMm.Skip(1), Math.Min)];
    }

    private static UnknownTooth? Judged(ToothId id, CrownForm form, CrownForm? twin, (double Height, double Width) size)
    {
        (double[] evidence, CrownPart lowest) = Evidence(id, form, twin, size);
        double probability = 1 / (1 + Math.Exp(-evidence.Zip(Weights, (e, w) => e * w).Sum()));
        if (probability < Limit)
            return null;
        int worst = Enumerable.Range(1, Weights.Length - 1).MaxBy(i => Weights[i] * evidence[i]);

        // a part is named only where it is much lower than the whole
        CrownPart part = worst == 3 && evidence[3] > evidence[1] + Free ? lowest : CrownPart.Whole;
        double expected = worst == 2 ? CrownNorms.WidthMm(id) * size.Width : PartsMm(id, twin, size.Height)[(int)part];
        return new UnknownTooth
        {
            Reason = worst == 2 ? UnknownReason.CrownNarrow : Reason(part),
            MeasuredMm = worst == 2 ? form.WidthMm : form.PartsMm[(int)part],
            ExpectedMm = expected,
            DeviationMm = expected * (worst == 2 ? CrownNorms.WidthDeviation : CrownNorms.HeightDeviation),
            Confidence = probability,
            Between = [0, 0],
            At = [form.Center.X, form.Center.Y, form.Center.Z],
        };
    }

    private static UnknownReason Reason(CrownPart part) => part switch
    {
        CrownPart.Mesial => UnknownReason.MesialPartMissing,
        CrownPart.Distal => UnknownReason.DistalPartMissing,
        CrownPart.Facial => UnknownReason.FacialPartMissing,
        CrownPart.Lingual => UnknownReason.LingualPartMissing,
        _ => UnknownReason.CrownShort,
    };

    private static double Short(double measured, double expected) => Math.Max(0, Math.Log(expected / Math.Max(measured, 0.1)) - Free);
}
