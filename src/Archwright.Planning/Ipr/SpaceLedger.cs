using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Ipr;

/// <summary>
/// Space needed in an arch against where it comes from (IPR-10, EXP-03). Method: at every contact between the first molars the
/// contact points that face each other are read along the arch; where they stand past each other space is lacking. The change
/// from start to end is split exactly by letting the teeth first turn where they stand (alignment), then all go sideways
/// (expansion), then premolars and molars backwards (distalisation), then incisors and canines forwards (proclination).
/// Source: own method. Any frame, mm; axes are taken from the teeth. Known limits: both first molars have to be there; contact
/// points of curved crowns stand about 0.1 mm past each other where the surfaces touch, so that a balance may be some 1–2 mm low;
/// a missing tooth counts as room.
/// </summary>
public static class SpaceLedger
{
    /// <summary>The ledger of one arch; null where a first molar is missing.</summary>
    /// <param name="teeth">Teeth of one jaw at stage 0.</param>
    /// <param name="end">Their pose at the end.</param>
    /// <param name="ipr">Enamel removed at contacts of this jaw, mm.</param>
    public static PlanSpace? Of(
        ImmutableArray<Tooth> teeth, ImmutableArray<RigidTransform> end, IEnumerable<(ToothId A, ToothId B, double Mm)> ipr)
    {
        int[] row = [.. Enumerable.Range(0, teeth.Length).Where(i => teeth[i].Id.Position <= 6).OrderBy(i => teeth[i].Id.ArchPlace)];
        if (row.Length < 2 || teeth[row[0]].Id.ArchPlace != -6 || teeth[row[^1]].Id.ArchPlace != 6)
            return null;
        (Vec3 across, Vec3 up) = Axes(teeth, row);
        Vec3[] shift = [.. teeth.Select((t, i) => end[i].Apply(Middle(t)) - Middle(t))];
        double Gaps(Func<int, Vec3> middle, bool turned) => Enumerable.Range(1, row.Length - 1)
            .Sum(n => Gap(row[n - 1], row[n], i => Facing(teeth[i], end[i], middle(i), turned)));
        Vec3 Sideways(int i) => Middle(teeth[i]) + (across * Vec3.Dot(shift[i], across));
        Vec3 Back(int i) => teeth[i].Id.IsAnterior ? Sideways(i) : Middle(teeth[i]) + shift[i] - (up * Vec3.Dot(shift[i], up));
        double start = Gaps(i => Middle(teeth[i]), turned: false);
        double aligned = Gaps(i => Middle(teeth[i]), turned: true);
        double wide = Gaps(Sideways, turned: true);
        double distal = Gaps(Back, turned: true);
        double last = Gaps(i => Middle(teeth[i]) + shift[i], turned: true);
        double reduced = ipr.Where(i => Math.Abs(i.A.ArchPlace) <= 6 && Math.Abs(i.B.ArchPlace) <= 6).Sum(i => i.Mm);
        return new PlanSpace
        {
            Jaw = teeth[0].Id.Jaw,
            NeededMm = Rounded(-start),
            AlignmentMm = Rounded(aligned - start),
            ExpansionMm = Rounded(wide - aligned),
            DistalisationMm = Rounded(distal - wide),
            ProclinationMm = Rounded(last - distal),
            IprMm = Rounded(reduced),
            BalanceMm = Rounded(last + reduced),
        };
    }

    /// <summary>To the patient's left through the first molars, and along the teeth's common occlusal axis.</summary>
    private static (Vec3 Across, Vec3 Up) Axes(ImmutableArray<Tooth> teeth, int[] row)
    {
        Vec3 up = default;
        foreach (int i in row)
            up += teeth[i].Frame.Occlusal;
        up = up.Normalized();
        Vec3 across = Middle(teeth[row[^1]]) - Middle(teeth[row[0]]);
        return ((across - (up * Vec3.Dot(across, up))).Normalized(), up);
    }

    private static Vec3 Middle(Tooth tooth) => (tooth.Landmarks.MesialContact + tooth.Landmarks.DistalContact) / 2;

    /// <summary>Contact points towards the patient's right and left, the middle put in a place, the tooth as it stands or as it ends.</summary>
    private static (Vec3 Right, Vec3 Left) Facing(Tooth tooth, RigidTransform end, Vec3 middle, bool turned)
    {
        Vec3 half = (tooth.Landmarks.MesialContact - tooth.Landmarks.DistalContact) / 2;
        if (turned)
            half = end.ApplyDirection(half);
        return tooth.Id.IsRight ? (middle - half, middle + half) : (middle + half, middle - half);
    }

    private static double Gap(int right, int left, Func<int, (Vec3 Right, Vec3 Left)> facing)
    {
        (Vec3 r0, Vec3 r1) = facing(right);
        (Vec3 l0, Vec3 l1) = facing(left);
        Vec3 along = ((r1 - r0).Normalized() + (l1 - l0).Normalized()).Normalized();
        return Vec3.Dot(l0 - r1, along);
    }

    private static double Rounded(double mm) => Math.Round(mm, 3) + 0.0;
}
