using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archwright.Dental;
using Archwright.Planning.Outcome;
using Archwright.Primitives;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>
/// The letter a planner sends before trays are made (CHK-08, EDU-03): what will under-express, by how much and why, with the rule and
/// the source of each sentence, and what could be done instead at which cost. Markdown; no patient identity.
/// </summary>
public static class PushBackLetter
{
    /// <summary>Teeth for which alternatives are worked out where nobody asks for another number.</summary>
    public const int UsualAlternatives = 5;

    /// <summary>Writes the letter of a plan that has been judged.</summary>
    /// <param name="plan">The plan with its outcome and findings, both fresh.</param>
    /// <param name="teeth">Its tooth meshes, scan frame.</param>
    /// <param name="teethWorked">Teeth for which alternatives are worked out, worst first, each by staging the plan anew; the rest stand in the table.</param>
    /// <param name="context">Progress and threads.</param>
    public static string Write(PlanDocument plan, ImmutableArray<SeparatedTooth> teeth, int teethWorked, RunContext context)
    {
        PlanOutcome outcome = plan.Outcome ?? throw new ArgumentException("a judged plan has an outcome", nameof(plan));
        ExpectedMovement[] missed =
        [
            .. outcome.Movements.Where(m => OutcomeText.Shortfall(m) > OutcomeText.Tolerance(m))
                .OrderByDescending(m => OutcomeText.Shortfall(m) / OutcomeText.Tolerance(m)).ThenBy(m => m.Fdi).ThenBy(m => m.Component),
        ];
        ExpectedMovement[] worked = [.. missed.DistinctBy(m => m.Fdi).Take(teethWorked)];
        var alternatives = new ImmutableArray<LetterAlternative>[worked.Length];
        if (worked.Length > 0)
        {
            context.Report("letter", 0, "staging alternatives");
            var staged = StagedPlan.Of(plan, teeth, context);
            var serial = new RunContext(cancel: context.Cancel);
            context.For(worked.Length, i => alternatives[i] = LetterAlternatives.Of(staged, plan, worked[i], serial));
            context.Report("letter", 1);
        }

        var text = new StringBuilder();
        Head(text, plan, outcome);
        Table(text, missed);
        for (int i = 0; i < worked.Length; i++)
            Alternatives(text, worked[i], alternatives[i]);
        Rest(text, plan, outcome);
        return text.ToString();
    }

    private static void Head(StringBuilder text, PlanDocument plan, PlanOutcome outcome)
    {
        PlanSummary s = plan.Summary;
        Line(text, $"# Before trays are made: case {plan.CaseLabel}\n");
        Line(text, $"The plan has {s.TraysUpper} upper and {s.TraysLower} lower trays, {s.Weeks:0.#} weeks, {s.IprMm:0.0#} mm of IPR and {s.Attachments} attachments (preferences {plan.Engine.Preferences.Id}). {outcome.Summary}\n");
        Line(text, $"These are estimates from published expression for {outcome.WearHoursPerDay:0.#} hours of wear a day, not promises for one patient.\n");
        Line(text, $"What the software says: {outcome.SoftwareVerdict}. What biology says: {outcome.BiologyVerdict}.\n");
    }

    private static void Table(StringBuilder text, ExpectedMovement[] missed)
    {
        text.Append("## What will under-express\n\n");
        if (missed.Length == 0)
        {
            text.Append("No assessed movement is expected to miss its target by more than 0.5 mm or 2° (OUT001).\n\n");
            return;
        }

        text.Append("| tooth | movement | wanted | programmed | expected | short by | why |\n|---|---|---|---|---|---|---|\n");
        foreach (ExpectedMovement m in missed)
        {
            Line(text, $"| {m.Fdi} | {OutcomeText.Name(m.Component)} | {OutcomeText.Amount(m.Clinical, m.Unit)} | {OutcomeText.Amount(m.Programmed, m.Unit)} | {OutcomeText.Amount(m.Expected, m.Unit)} ({OutcomeText.Range(m)}) | {OutcomeText.Amount(OutcomeText.Shortfall(m), m.Unit)} | {Why(m)} |");
        }

        Line(text, $"\nRule OUT001; source: {RuleCatalogue.Find("OUT001")!.Info.Sources[0]}. Dissent: {RuleCatalogue.Find("OUT001")!.Info.Dissent}\n");
    }

    private static string Why(ExpectedMovement m) =>
        m.Modifiers.Length == 0 ? "mean expression of this movement" : $"mean expression of this movement, {m.Modifiers}";

    private static void Alternatives(StringBuilder text, ExpectedMovement m, ImmutableArray<LetterAlternative> alternatives)
    {
        Line(text, $"### Tooth {m.Fdi}, {OutcomeText.Name(m.Component)}: alternatives\n");
        int number = 1;
        foreach (LetterAlternative a in alternatives)
        {
            string left = a.Shortfall is not { } lacks ? "what is then lacking cannot be assessed"
                : lacks > 0 ? $"then short by {OutcomeText.Amount(lacks, m.Unit)}" : "then nothing is expected to lack";
            Line(text, $"{number++}. {a.What}: {Count(a.Trays, "tray")}, {Weeks(a.Weeks)}, {Count(a.Attachments, "attachment")}; {left} ({a.How}; OUT001, clinical.md 1.6, D).");
        }

        text.Append('\n');
    }

    private static void Rest(StringBuilder text, PlanDocument plan, PlanOutcome outcome)
    {
        Finding[] others = [.. plan.Findings.Where(f => f.Rule != "OUT001" && f.Severity != FindingSeverity.Advice)];
        if (others.Length > 0)
        {
            text.Append("## What else stands open\n\n");
            foreach (Finding f in others)
                Line(text, $"- {f.Message} ({f.Rule}, {f.Severity.ToString().ToLowerInvariant()}; {f.Source})");
            text.Append('\n');
        }

        text.Append("## If the aligners are worn less\n\n");
        foreach (WearSensitivity w in outcome.Wear)
            Line(text, $"- {w.HoursPerDay:0.#} hours a day: {w.MissedMovements:0.0} movements missed on average, {100 * (w.MeanExpression ?? 0):0} % of the movement expressed.");
        Line(text, $"\nBuffer: {outcome.Buffer} (OVC003; {RuleCatalogue.Find("OVC003")!.Info.Sources[0]}).\n");
        if (outcome.NotAssessed.IsEmpty)
            return;
        text.Append("## What nobody can say\n\n");
        foreach (OutcomeUnknown u in outcome.NotAssessed)
            Line(text, $"- Tooth {u.Fdi}{(u.Component is { } c ? $", {OutcomeText.Name(c)}" : "")}: {u.Reason} (OUT002).");
    }

    private static string Count(int count, string what) => count == 0
        ? $"no {what} more"
        : FormattableString.Invariant($"{count:+0;-0} {what}{(Math.Abs(count) == 1 ? "" : "s")}");

    private static string Weeks(double weeks) => weeks == 0 ? "no week more" : FormattableString.Invariant($"{weeks:+0.#;-0.#} weeks");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
