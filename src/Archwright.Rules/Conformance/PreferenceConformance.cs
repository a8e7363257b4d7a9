using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>
/// Shows for each preference whether a plan obeys it, with the tooth, stage and number that show it (PRF-01, PRF-07). Read
/// from poses, IPR and events alone, never from the plan's own words.
/// </summary>
public static class PreferenceConformance
{
    private const string Obeyed = "obeyed";
    private const string Broken = "broken";
    private const string NotApplicable = "not-applicable";

    // Poses in files are rounded to 1e-9; a limit met exactly may read as 1 + 1e-8.
    private const double Rounding = 1e-6;

    /// <summary>Evidence per preference, by name.</summary>
    public static ImmutableArray<PreferenceEvidence> Of(PlanView plan)
    {
        var evidence = new List<PreferenceEvidence>();
        evidence.AddRange(Velocity(plan));
        evidence.AddRange(Ipr(plan));
        evidence.AddRange(Expansion(plan));
        evidence.Add(MaxStages(plan));
        return [.. evidence.OrderBy(e => e.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<PreferenceEvidence> Velocity(PlanView plan)
    {
        var greatest = new SortedDictionary<string, (LimitUse Use, ToothId Tooth, int Stage)>(StringComparer.Ordinal);
        foreach (string name in VelocityNames)
            greatest[name] = default;
        for (int k = 1; k < plan.Stages.Length; k++)
        {
            foreach (Tooth tooth in plan.Teeth)
            {
                // A tooth missing from a stage is rule STG004's to report.
                if (!plan.Stages[k - 1].TryGetValue(tooth.Id, out RigidTransform from) || !plan.Stages[k].TryGetValue(tooth.Id, out RigidTransform to))
                    continue;
                Movement step = Movement.Between(tooth, from, to);
                foreach (LimitUse use in MovementLimits.Uses(tooth.Id, step, plan.Preferences.Velocity))
                {
                    string name = VelocityName(tooth.Id, use);
                    if (use.Measured > Rounding && use.Share > greatest[name].Use.Measured / Math.Max(greatest[name].Use.Limit, 1e-12))
                        greatest[name] = (use, tooth.Id, k);
                }
            }
        }

        foreach ((string name, (LimitUse use, ToothId tooth, int stage)) in greatest)
        {
            yield return stage == 0
                ? Evidence(name, NotApplicable, "no tray asks for this movement")
                : Evidence(
                    name,
                    use.Share <= 1 + Rounding ? Obeyed : Broken,
                    $"most: {use.Measured:0.000} of {use.Limit:0.###} {use.Unit} at {tooth}, stage {stage}");
        }
    }

    private static readonly ImmutableArray<string> VelocityNames =
    [
        "velocity.crownTippingIncisorDeg", "velocity.crownTippingOtherDeg", "velocity.rotationIncisorDeg",
        "velocity.rotationCaninePremolarDeg", "velocity.rotationMolarDeg", "velocity.extrusionAnteriorMm",
        "velocity.extrusionPosteriorWithAuxiliariesMm", "velocity.rootUprightingDeg", "velocity.torqueDeg",
        "velocity.bodilyMm", "velocity.linearMm", "velocity.intrusionMm",
    ];

    private static string VelocityName(ToothId tooth, LimitUse use) => use switch
    {
        { Type: MovementType.CrownTipping } =>
            tooth.Class == ToothClass.Incisor ? "velocity.crownTippingIncisorDeg" : "velocity.crownTippingOtherDeg",
        { Component: "tip" } => "velocity.rootUprightingDeg",
        { Component: "torque" } => "velocity.torqueDeg",
        { Type: MovementType.Rotation } => tooth.Class switch
        {
            ToothClass.Incisor => "velocity.rotationIncisorDeg",
            ToothClass.Molar => "velocity.rotationMolarDeg",
            _ => "velocity.rotationCaninePremolarDeg",
        },
        { Type: MovementType.Intrusion } => "velocity.intrusionMm",
        { Type: MovementType.Extrusion } =>
            tooth.IsAnterior ? "velocity.extrusionAnteriorMm" : "velocity.extrusionPosteriorWithAuxiliariesMm",
        { Type: MovementType.BodilyTranslation } => "velocity.bodilyMm",
        _ => "velocity.linearMm",
    };

    private static IEnumerable<PreferenceEvidence> Ipr(PlanView plan)
    {
        IprPreferences wanted = plan.Preferences.Ipr;
        string[] names = ["ipr.earliestStage", "ipr.maxPerContactMm", "ipr.archWarnMm", "ipr.archBlockMm"];
        if (plan.Ipr.IsEmpty)
            return names.Select(n => Evidence(n, NotApplicable, "no IPR is planned"));

        PlanIpr first = plan.Ipr.MinBy(i => i.Stage)!;
        var perContact = plan.Ipr
            .GroupBy(i => (A: i.Between.Min(), B: i.Between.Max()))
            .Select(g => (g.Key, Mm: g.Sum(i => i.Mm)))
            .OrderByDescending(c => c.Mm).ThenBy(c => c.Key)
            .First();
        (Jaw Jaw, double Mm) arch = plan.Ipr
            .GroupBy(i => ToothId.FromFdi(i.Between[0]).Jaw)
            .Select(g => (Jaw: g.Key, Mm: g.Sum(i => i.Mm)))
            .OrderByDescending(a => a.Mm).ThenBy(a => a.Jaw)
            .First();
        string total = $"most: {arch.Mm:0.00} mm in the {(arch.Jaw == Jaw.Upper ? "upper" : "lower")} arch";
        return
        [
            Evidence(names[0], first.Stage >= wanted.EarliestStage ? Obeyed : Broken,
                $"first at stage {first.Stage}, contact {first.Between[0]}–{first.Between[1]}"),
            Evidence(names[1], perContact.Mm <= wanted.MaxPerContactMm + Rounding ? Obeyed : Broken,
                $"most: {perContact.Mm:0.00} mm at contact {perContact.Key.A}–{perContact.Key.B}"),
            Evidence(names[2], arch.Mm <= wanted.ArchWarnMm + Rounding ? Obeyed : Broken, total),
            Evidence(names[3], arch.Mm <= wanted.ArchBlockMm + Rounding ? Obeyed : Broken, total),
        ];
    }

    private static IEnumerable<PreferenceEvidence> Expansion(PlanView plan)
    {
        ExpansionPreferences wanted = plan.Preferences.Expansion;
        yield return Widening(plan, "expansion.canineMaxMm", ToothClass.Canine, wanted.CanineMaxMm);
        yield return Widening(plan, "expansion.premolarMaxMm", ToothClass.Premolar, wanted.PremolarMaxMm);
        yield return Widening(plan, "expansion.molarMaxMm", ToothClass.Molar, wanted.MolarMaxMm);
    }

    private static PreferenceEvidence Widening(PlanView plan, string name, ToothClass toothClass, double limitMm)
    {
        (double Mm, ToothId Tooth) most = (0, default);
        var byId = plan.Teeth.ToDictionary(t => t.Id);
        foreach (Tooth right in plan.Teeth.Where(t => t.Id.IsRight && t.Id.Class == toothClass && !t.Id.IsPrimary))
        {
            if (!byId.TryGetValue(right.Id.Mirrored(), out Tooth? left) ||
                !plan.Stages[^1].TryGetValue(right.Id, out RigidTransform rightPose) ||
                !plan.Stages[^1].TryGetValue(left.Id, out RigidTransform leftPose))
            {
                continue;
            }

            double before = Vec3.Distance(right.Landmarks.OcclusalPoint, left.Landmarks.OcclusalPoint);
            double after = Vec3.Distance(
                rightPose.Apply(right.Landmarks.OcclusalPoint),
                leftPose.Apply(left.Landmarks.OcclusalPoint));
            if (Math.Abs(after - before) > Math.Abs(most.Mm))
                most = (after - before, right.Id);
        }

        if (most.Tooth.Fdi == 0)
            return Evidence(name, NotApplicable, "no pair of these teeth changes its width");
        return Evidence(
            name,
            Math.Abs(most.Mm) <= limitMm + Rounding ? Obeyed : Broken,
            $"most: {most.Mm:+0.00;-0.00} of {limitMm:0.##} mm between {most.Tooth} and {most.Tooth.Mirrored()}");
    }

    private static PreferenceEvidence MaxStages(PlanView plan) => Evidence(
        "staging.maxStages",
        plan.Stages.Length - 1 <= plan.Preferences.Staging.MaxStages ? Obeyed : Broken,
        $"{plan.Stages.Length - 1} stages");

    private static PreferenceEvidence Evidence(string name, string state, string evidence) =>
        new() { Name = name, State = state, Evidence = evidence };
}
