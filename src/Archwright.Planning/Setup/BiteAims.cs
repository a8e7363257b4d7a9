using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The bite's aims for a pair of arches, from the case's objectives and the preferences' defaults. Measures are read as
/// <c>BiteMeasurement</c> reads them.
/// </summary>
internal static class BiteAims
{
    // Class II and III as objectives: half a premolar's width distal or mesial of Class I
    private const double HalfCuspMm = 3.5;

    // below the first a relation that changes is not seen to change; beyond it the second is one standard deviation
    private const double NoWorseMm = 0.15;
    private const double NoWorseDeviationMm = 0.3;

    // the sizes of the teeth alone move a canine this far off Class I in arches that fit; engineering default, no clinical source
    private const double ClassToleranceMm = 0.5;

    // how far arches that fit each other differ in their overlap; engineering default, no clinical source
    private const double OverlapDeviationMm = 1.2;

    // edges and buccal cusps of upper teeth stand this far to the side of those of their lower namesakes: half the
    // differences of the published widths between canines, premolars and molars (clinical.md 5.7, M: unverified)
    private static readonly (int Position, double Mm)[] Overlaps = [(3, 4.25), (4, 3.5), (5, 3.5), (6, 3.3), (7, 3.3)];

    /// <summary>Aims for an upper arch (index 0) and a lower arch (index 1) that stand in a bite.</summary>
    public static IReadOnlyList<BiteAim> Of(
        ArchTemplate upper, ArchTemplate lower, CaseObjectives objectives, SetupPreferences preferences)
    {
        var aims = new List<BiteAim>();
        AddIncisors(aims, upper, lower, objectives, preferences);
        AddSide(aims, upper, lower, "right", 10, 40, objectives);
        AddSide(aims, upper, lower, "left", 20, 30, objectives);
        AddOverlaps(aims, upper, lower, "right", 10, 40);
        AddOverlaps(aims, upper, lower, "left", 20, 30);
        RigidTransform[][] start = Start(upper, lower);
        BiteAim[] kept = [.. aims.Where(a => a.IsSoft && IsRelation(a)).Select(a => NoWorse(a, start))];
        aims.AddRange(kept);
        return aims;
    }

    private static bool IsRelation(BiteAim aim) =>
        aim.Name.StartsWith("canine", StringComparison.Ordinal)
        || string.Equals(aim.Name, "midline", StringComparison.Ordinal);

    // A default draws a relation towards its norm as far as that costs little; what nobody asked for must not make it worse
    // than it is, on either side of the norm.
    private static BiteAim NoWorse(BiteAim aim, RigidTransform[][] start)
    {
        double now = aim.Value(start) - aim.WantedMm;
        return new BiteAim(aim.Name + "-no-worse", aim.Value, aim.WantedMm + (now / 2), NoWorseDeviationMm, false)
        {
            ToleranceMm = (Math.Abs(now) / 2) + NoWorseMm,
        };
    }

    private static void AddIncisors(
        List<BiteAim> aims, ArchTemplate upper, ArchTemplate lower, CaseObjectives objectives, SetupPreferences preferences)
    {
        (int Upper, int Lower)[] pairs =
            [.. new[] { (Find(upper, 11), Find(lower, 41)), (Find(upper, 21), Find(lower, 31)) }.Where(p => p.Item1 >= 0 && p.Item2 >= 0)];
        if (pairs.Length == 0)
            return;
        aims.Add(Aim(
            "overjet",
            poses => pairs.Average(p => Overjet(upper, lower, poses, p.Upper, p.Lower)),
            objectives.OverjetMm,
            preferences.OverjetMm));
        aims.Add(Aim(
            "overbite",
            poses => pairs.Average(p => Edge(lower, poses[1], p.Lower).Z - Edge(upper, poses[0], p.Upper).Z),
            objectives.OverbiteMm,
            preferences.OverbiteMm));
        if (pairs.Length == 2)
        {
            aims.Add(Aim(
                "midline",
                poses => pairs.Average(p => MesialContact(upper, poses[0], p.Upper).X - MesialContact(lower, poses[1], p.Lower).X),
                objectives.MidlineMm,
                0));
        }
    }

    // the lower incisor's facial surface at the height of the upper edge, sagittally to that edge
    private static double Overjet(ArchTemplate upper, ArchTemplate lower, RigidTransform[][] poses, int u, int l)
    {
        Vec3 edge = Edge(upper, poses[0], u);
        Vec3 lowerEdge = Edge(lower, poses[1], l);
        Vec3 facial = poses[1][l].Apply(lower.Teeth[l].Tooth.Landmarks.FacialAxisPoint);
        double drop = lowerEdge.Z - facial.Z;
        double share = drop > 0.5 ? Math.Clamp((lowerEdge.Z - edge.Z) / drop, 0, 1) : 0;
        return lowerEdge.Y + (share * (facial.Y - lowerEdge.Y)) - edge.Y;
    }

    private static void AddSide(
        List<BiteAim> aims, ArchTemplate upper, ArchTemplate lower, string side, int upperQuadrant, int lowerQuadrant, CaseObjectives objectives)
    {
        int uc = Find(upper, upperQuadrant + 3);
        int lc = Find(lower, lowerQuadrant + 3);
        if (uc >= 0 && lc >= 0)
        {
            Func<RigidTransform[][], double> value = poses => Canine(upper, lower, poses, uc, lc);
            double wanted = objectives.CanineClass switch
            {
                "II" => HalfCuspMm,
                "III" => -HalfCuspMm,
                "keep" => value(Start(upper, lower)),
                _ => 0,
            };
            bool soft = objectives.CanineClass is null;
            aims.Add(new BiteAim($"canine-{side}", value, wanted, soft ? 0.6 : 0.4, soft) { ToleranceMm = soft ? ClassToleranceMm : 0 });
        }

        int um = Find(upper, upperQuadrant + 6);
        int lm = Find(lower, lowerQuadrant + 6);
        if (um < 0 || lm < 0 || upper.Teeth[um].Tooth.Landmarks.Cusps.IsEmpty)
            return;
        aims.Add(new BiteAim(
            $"molar-{side}",
            poses => Along(lower, poses[1], lm, poses[0][um].Apply(upper.Teeth[um].Tooth.Landmarks.Cusps[0]) - Edge(lower, poses[1], lm)),
            0,
            1.2,
            true));
    }

    private static double Canine(ArchTemplate upper, ArchTemplate lower, RigidTransform[][] poses, int u, int l) =>
        Along(lower, poses[1], l, Edge(upper, poses[0], u) - poses[1][l].Apply(lower.Teeth[l].Tooth.Landmarks.DistalContact));

    private static RigidTransform[][] Start(ArchTemplate upper, ArchTemplate lower) =>
        [.. new[] { upper, lower }.Select(a => Enumerable.Repeat(RigidTransform.Identity, a.Teeth.Count).ToArray())];

    private static void AddOverlaps(
        List<BiteAim> aims, ArchTemplate upper, ArchTemplate lower, string side, int upperQuadrant, int lowerQuadrant)
    {
        int sign = upperQuadrant == 10 ? -1 : 1;
        foreach ((int position, double mm) in Overlaps)
        {
            int u = Find(upper, upperQuadrant + position);
            int l = Find(lower, lowerQuadrant + position);
            if (u >= 0 && l >= 0)
            {
                aims.Add(new BiteAim(
                    $"overlap-{position}-{side}", p => (Edge(upper, p[0], u).X - Edge(lower, p[1], l).X) * sign, mm, OverlapDeviationMm, true));
            }
        }
    }

    private static BiteAim Aim(string name, Func<RigidTransform[][], double> value, double? wanted, double byDefault) =>
        new(name, value, wanted ?? byDefault, wanted is null ? 0.7 : 0.25, wanted is null);

    private static Vec3 Edge(ArchTemplate arch, RigidTransform[] poses, int i) =>
        poses[i].Apply(arch.Teeth[i].Tooth.Landmarks.OcclusalPoint);

    private static Vec3 MesialContact(ArchTemplate arch, RigidTransform[] poses, int i) =>
        poses[i].Apply(arch.Teeth[i].Tooth.Landmarks.MesialContact);

    private static double Along(ArchTemplate arch, RigidTransform[] poses, int i, Vec3 v) =>
        Vec3.Dot(v, arch.Teeth[i].HorizontalMesial(arch.Teeth[i].Tooth.Frame.Moved(poses[i])));

    private static int Find(ArchTemplate arch, int fdi)
    {
        for (int i = 0; i < arch.Teeth.Count; i++)
        {
            if (arch.Teeth[i].Tooth.Id.Fdi == fdi)
                return i;
        }

        return -1;
    }
}
