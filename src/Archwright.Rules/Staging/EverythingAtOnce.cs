using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Most trays ask most teeth for most kinds of movement: do everything everywhere at once.</summary>
public sealed class EverythingAtOnce : IRule
{
    private const int Kinds = 5;
    private const int PairsListed = 8;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "STG001",
        nameof(EverythingAtOnce),
        "staging",
        FindingSeverity.Warning,
        "Not more than the set share of trays ask most of the movable teeth for most of the five kinds of movement (tip, torque, rotation, "
            + "horizontal, vertical) at once.",
        ["STG-05", "STG-13", "STG-07"],
        "user",
        [
            "requirements.csv STG-05; the shares are an engineering default, no clinical source",
            "Martínez-Lozano 2024, doi 10.3390/app14156690: macro- and micro-staging, the review that staging here follows (STG-12)",
        ],
        "Automated vendor staging moves all teeth simultaneously in an X pattern by design (clinical.md 3.2, M).")
    {
        Options = ["checks.busyShare", "checks.mostShare", "checks.crowdedTraysShare"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CheckPreferences checks = evidence.Plan.Preferences.Checks;
        int movable = evidence.Tracks.Count(t => t.Tooth.IsMovable);
        int trays = evidence.Increments.Select(i => i.Stage).Distinct().Count();
        if (movable < 2 || trays == 0)
            yield break;
        ImmutableArray<(int Stage, ImmutableArray<ToothIncrement> Busy)> crowded =
        [
            .. evidence.Increments
                .Where(i => KindsAtWork(i, checks.BusyShare) > checks.MostShare * Kinds)
                .GroupBy(i => i.Stage)
                .Where(g => g.Count() > checks.MostShare * movable)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key, g.ToImmutableArray())),
        ];
        double share = (double)crowded.Length / trays;
        if (!PlanEvidence.IsOver(share, checks.CrowdedTraysShare))
            yield break;
        (int stage, ImmutableArray<ToothIncrement> busy) = crowded.MaxBy(c => c.Busy.Length);
        yield return Info.Finding(
            $"{crowded.Length} of {trays} trays ask most teeth for most kinds of movement at once; stage {stage} asks it of "
                + $"{busy.Length} of {movable} teeth. Conflicting pairs there: {Conflicts(busy)}.",
            stage: stage,
            measured: share,
            limit: checks.CrowdedTraysShare,
            unit: "1");
    }

    private static int KindsAtWork(ToothIncrement increment, double busyShare) =>
        increment.Uses.Count(u => u.Component != "resultant" && u.Share > busyShare);

    private static string Conflicts(ImmutableArray<ToothIncrement> busy)
    {
        var pairs = new List<string>();
        for (int i = 1; i < busy.Length; i++)
        {
            ToothIncrement a = busy[i - 1];
            ToothIncrement b = busy[i];
            bool adjacent = a.Tooth.Id.Jaw == b.Tooth.Id.Jaw && Gap(a.Tooth.Id, b.Tooth.Id) == 1;
            if (adjacent)
                pairs.Add($"{a.Tooth.Id}–{b.Tooth.Id}{Opposed(a.Movement, b.Movement)}");
        }

        if (pairs.Count == 0)
            return "none are neighbours";
        string more = pairs.Count > PairsListed ? $" and {pairs.Count - PairsListed} more" : "";
        return string.Join(", ", pairs.Take(PairsListed)) + more;
    }

    private static int Gap(ToothId a, ToothId b) =>
        b.ArchPlace - a.ArchPlace - (a.ArchPlace < 0 && b.ArchPlace > 0 ? 1 : 0);

    private static string Opposed(Movement a, Movement b)
    {
        if (a.ExtrusionMm * b.ExtrusionMm < 0)
            return " (one in, one out of the bone)";
        return a.FacialMm * b.FacialMm < 0 ? " (one facially, one lingually)" : "";
    }
}
