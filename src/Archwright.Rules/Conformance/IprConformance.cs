using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>IPR timing and caps: the first, the most at a contact, at a tooth, in an arch.</summary>
internal static class IprConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        IprPreferences wanted = plan.Preferences.Ipr;
        string[] names = ["ipr.earliestStage", "ipr.maxPerContactMm", "ipr.archWarnMm", "ipr.archBlockMm", "ipr.enamelPerToothMm"];
        if (plan.Ipr.IsEmpty)
            return names.Select(n => Verdict.NotApplicable(n, "no IPR is planned"));

        PlanIpr first = plan.Ipr.MinBy(i => i.Stage)!;
        var perContact = plan.Ipr
            .GroupBy(i => (A: i.Between.Min(), B: i.Between.Max()))
            .Select(g => (g.Key, Mm: g.Sum(i => i.Mm)))
            .OrderByDescending(c => c.Mm).ThenBy(c => c.Key)
            .First();
        var perTooth = plan.Ipr
            .SelectMany(i => i.Between.Select(fdi => (Fdi: fdi, Mm: i.Mm / 2)))
            .GroupBy(i => i.Fdi)
            .Select(g => (Fdi: g.Key, Mm: g.Sum(i => i.Mm)))
            .OrderByDescending(t => t.Mm).ThenBy(t => t.Fdi)
            .First();
        (Jaw Jaw, double Mm) arch = plan.Ipr
            .GroupBy(i => ToothId.FromFdi(i.Between[0]).Jaw)
            .Select(g => (Jaw: g.Key, Mm: g.Sum(i => i.Mm)))
            .OrderByDescending(a => a.Mm).ThenBy(a => a.Jaw)
            .First();
        string total = $"most: {arch.Mm:0.00} mm in the {(arch.Jaw == Jaw.Upper ? "upper" : "lower")} arch";
        return
        [
            Verdict.Judge(names[0], first.Stage >= wanted.EarliestStage, $"first at stage {first.Stage}, contact {first.Between[0]}–{first.Between[1]}"),
            Verdict.Judge(
                names[1],
                perContact.Mm <= wanted.MaxPerContactMm + Verdict.Rounding,
                $"most: {perContact.Mm:0.00} mm at contact {perContact.Key.A}–{perContact.Key.B}"),
            Verdict.Judge(names[2], arch.Mm <= wanted.ArchWarnMm + Verdict.Rounding, total),
            Verdict.Judge(names[3], arch.Mm <= wanted.ArchBlockMm + Verdict.Rounding, total),
            Verdict.Judge(
                names[4],
                perTooth.Mm <= wanted.EnamelPerToothMm + Verdict.Rounding,
                $"most: {perTooth.Mm:0.00} mm of tooth {perTooth.Fdi}, half of each of its contacts"),
        ];
    }
}
