using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>The bite's aims for a pair of arches, from the case's objectives and the preferences' defaults.</summary>
internal static class BiteAims
{
    // a lower incisor's facial surface stands this much in front of the middle of its edge
    private const double LowerEdgeHalfMm = 0.7;

    /// <summary>Aims for an upper arch (index 0) and a lower arch (index 1) that stand in a bite.</summary>
    public static IReadOnlyList<BiteAim> Of(
        ArchTemplate upper, ArchTemplate lower, CaseObjectives objectives, SetupPreferences preferences)
    {
        var aims = new List<BiteAim>();
        int[] upperFront = Places(upper, 11, 21);
        int[] lowerFront = Places(lower, 31, 41);
        if (upperFront.Length > 0 && lowerFront.Length > 0)
        {
            Vec3 Upper(RigidTransform[][] poses) => Mean(upper, poses[0], upperFront);
            Vec3 Lower(RigidTransform[][] poses) => Mean(lower, poses[1], lowerFront);
            aims.Add(Aim(
                "overjet",
                p => Lower(p).Y - LowerEdgeHalfMm - Upper(p).Y,
                objectives.OverjetMm,
                preferences.OverjetMm,
                0.7));
            aims.Add(Aim(
                "overbite", p => Lower(p).Z - Upper(p).Z, objectives.OverbiteMm, preferences.OverbiteMm, 0.7));
            if (upperFront.Length == 2 && lowerFront.Length == 2)
                aims.Add(Aim("midline", p => Upper(p).X - Lower(p).X, objectives.MidlineMm, 0, 0.7));
        }

        AddSide(aims, upper, lower, "right", 13, 43, 16, 46, objectives);
        AddSide(aims, upper, lower, "left", 23, 33, 26, 36, objectives);
        return aims;
    }

    private static void AddSide(
        List<BiteAim> aims,
        ArchTemplate upper,
        ArchTemplate lower,
        string side,
        int upperCanine,
        int lowerCanine,
        int upperMolar,
        int lowerMolar,
        CaseObjectives objectives)
    {
        int uc = Place(upper, upperCanine);
        int lc = Place(lower, lowerCanine);
        if (uc >= 0 && lc >= 0 && !string.Equals(objectives.CanineClass, "keep", StringComparison.Ordinal))
        {
            // Class I: the upper canine's tip over the contact of lower canine and first premolar
            double wanted = objectives.CanineClass switch { "II" => -3.5, "III" => 3.5, _ => 0 };
            Func<RigidTransform[][], double> value = p =>
                p[0][uc].Apply(upper.Teeth[uc].Tooth.Landmarks.OcclusalPoint).Y
                - p[1][lc].Apply(lower.Teeth[lc].Tooth.Landmarks.DistalContact).Y;
            aims.Add(new BiteAim($"canine-{side}", value, wanted, objectives.CanineClass is null ? 1 : 0.5, objectives.CanineClass is null));
        }

        int um = Place(upper, upperMolar);
        int lm = Place(lower, lowerMolar);
        if (um < 0 || lm < 0)
            return;
        Vec3 Between(RigidTransform[][] p) =>
            p[0][um].Apply(upper.Teeth[um].Tooth.Landmarks.OcclusalPoint)
            - p[1][lm].Apply(lower.Teeth[lm].Tooth.Landmarks.OcclusalPoint);
        // buccal cusps of the upper molar stand outside the lower's and overlap them; they lie half a cusp distal of them
        aims.Add(new BiteAim($"molar-{side}", p => Between(p).Y, 2.5, 1, true));
        aims.Add(new BiteAim($"molar-width-{side}", p => Between(p).X * (upperMolar < 20 ? -1 : 1), 2.5, 1, true));
        aims.Add(new BiteAim($"molar-height-{side}", p => -Between(p).Z, 1.5, 1, true));
    }

    private static BiteAim Aim(
        string name, Func<RigidTransform[][], double> value, double? wanted, double byDefault, double deviation) =>
        new(name, value, wanted ?? byDefault, wanted is null ? deviation : 0.25, wanted is null);

    private static Vec3 Mean(ArchTemplate arch, RigidTransform[] poses, int[] teeth)
    {
        Vec3 sum = Vec3.Zero;
        foreach (int i in teeth)
            sum += poses[i].Apply(arch.Teeth[i].Tooth.Landmarks.OcclusalPoint);
        return sum / teeth.Length;
    }

    private static int[] Places(ArchTemplate arch, params int[] fdi) => [.. fdi.Select(f => Place(arch, f)).Where(i => i >= 0)];

    private static int Place(ArchTemplate arch, int fdi)
    {
        for (int i = 0; i < arch.Teeth.Count; i++)
        {
            if (arch.Teeth[i].Tooth.Id.Fdi == fdi)
                return i;
        }

        return -1;
    }
}
