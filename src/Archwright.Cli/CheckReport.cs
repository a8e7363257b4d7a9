using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Cli;

/// <summary>What <c>archwright check</c> says of a plan, as text and as JSON.</summary>
internal sealed record CheckReport
{
    /// <summary>Open blocking findings; those the treating doctor has waived are not among them.</summary>
    public required int Blockers { get; init; }

    /// <summary>Waivers, review and what is missing before approval (CHK-06, CHK-07, STG-09).</summary>
    public required PlanStanding Standing { get; init; }

    /// <summary>What the software allows and what biology allows: two verdicts (VEL-22).</summary>
    public required VerdictPair Verdicts { get; init; }

    /// <summary>The four ways staging fails, each with its measured basis, as in plan.json (STG-07).</summary>
    public required ImmutableArray<PlanRisk> Risks { get; init; }

    /// <summary>Every planned movement against its published limit, as in plan.json (CHK-05).</summary>
    public required ImmutableArray<PlanLimitUse> Limits { get; init; }

    /// <summary>Findings per root-cause group (CHK-11).</summary>
    public required ImmutableArray<CauseCount> RootCauses { get; init; }

    /// <summary>Findings, as in plan.json.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Each preference with its evidence, as in plan.json.</summary>
    public required ImmutableArray<PreferenceEvidence> Preferences { get; init; }

    public static CheckReport Of(PlanDocument judged, PlanStanding standing) => new()
    {
        Blockers = standing.OpenBlockers,
        Standing = standing,
        Verdicts = new VerdictPair(
            judged.Outcome?.SoftwareVerdict ?? "cannot be assessed", judged.Outcome?.BiologyVerdict ?? "cannot be assessed"),
        RootCauses =
        [
            .. RootCauseGroup.All.Select(g =>
            {
                Finding[] own = [.. judged.Findings.Where(f => CauseOf(f) == g.Cause)];
                return new CauseCount(g.Cause, own.Length, own.Count(f => f.Severity == FindingSeverity.Blocker), g.Remedy);
            }),
        ],
        Risks = judged.Risks,
        Limits = judged.Limits,
        Findings = judged.Findings,
        Preferences = judged.Preferences,
    };

    public void Print()
    {
        FindingsTable.Print(Findings, Standing.Waivers);
        Console.WriteLine($"software: {Verdicts.Software}");
        Console.WriteLine($"biology:  {Verdicts.Biology}");
        foreach (CauseCount cause in RootCauses.Where(c => c.Findings > 0))
            Console.WriteLine($"{cause.Cause.ToString().ToLowerInvariant(),-10} {cause.Findings} findings, {cause.Blockers} blocking: {cause.Remedy}");
        foreach (PlanRisk risk in Risks)
            Console.WriteLine($"{PreferenceOption.Text(risk.Risk).Replace('-', ' '),-19} {(risk.IsRaised ? "raised" : "not raised"),-10} {risk.Basis}{(risk.Rules.IsEmpty ? "" : $"; {string.Join(", ", risk.Rules)}")}");
        PreferenceEvidence[] broken = [.. Preferences.Where(p => p.State == "broken")];
        Console.WriteLine($"preferences: {Preferences.Count(p => p.State == "obeyed")} obeyed, {broken.Length} broken, "
            + $"{Preferences.Count(p => p.State == "not-applicable")} not applicable");
        foreach (PreferenceEvidence p in broken)
            Console.WriteLine($"  broken   {p.Name}: {p.Evidence}");
        StandingText.Print(Standing);
    }

    // A finding about the folder's files is about what the plan rests on.
    private static RootCause CauseOf(Finding finding) => RuleCatalogue.Find(finding.Rule)?.Info.RootCause ?? RootCause.Diagnostic;

    internal sealed record VerdictPair(string Software, string Biology);

    internal sealed record CauseCount(RootCause Cause, int Findings, int Blockers, string Remedy);
}
