using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// Micro-staging: puts the parts of one tooth's movement in the order the preferences give (STG-03, STG-06). Each part starts
/// when the one before has gone the set share of its way, and all are stretched alike to fill the stages there are. Where that
/// does not fit, parts first reach beyond their phase, then overlap more: just as far as the tooth's own limits demand.
/// </summary>
internal static class MicroSchedule
{
    private const int WideningSteps = 5;

    /// <summary>Parts that need fewer trays than this run along with the tooth's greatest: a tray alone for them is a jerk.</summary>
    private const double AlongBelowTrays = 0.75;

    private static readonly ImmutableArray<double> Leads = [1, 0.5, 0];

    /// <summary>The programme with its windows; null where the tooth cannot keep its limits in these slots.</summary>
    /// <param name="program">The parts.</param>
    /// <param name="slots">Where each part may run.</param>
    /// <param name="pace">How far phases overlap, and whether a tooth's movements go in turn.</param>
    /// <param name="trays">Trays there are.</param>
    /// <param name="preferences">Order, limits.</param>
    /// <param name="spaceFirst">True where the tooth turns into a neighbour before it has moved: its turn comes last.</param>
    public static ToothProgram? Fit(
        ToothProgram program, ImmutableArray<Slot> slots, Pace pace, int trays, TreatmentPreferences preferences, bool spaceFirst)
    {
        ToothProgram even = program with { Windows = [.. slots.Select(s => s.Hard)], LeadShare = 0, Widening = 1 };
        if (!pace.InTurn)
            return even.KeepsLimits(trays, preferences.Velocity) ? even : null;
        double[] needs = [.. Enumerable.Range(0, slots.Length).Select(p => program.Need(p, preferences.Velocity) / StepLimit.MaxUtilisation)];
        int[] order = Order(program, preferences.Staging, spaceFirst);
        double lead = preferences.Staging.MicroLeadShare;
        for (int step = (int)Math.Round(pace.Overlap * WideningSteps); step <= WideningSteps; step++)
        {
            double widening = (double)step / WideningSteps;
            foreach (double share in Leads)
            {
                if (lead == 0 && share > 0)
                    continue;
                foreach (double slack in (ReadOnlySpan<double>)[0, 0.5])
                {
                    if (Windows(program, slots, order, needs, widening, lead * share, slack) is not { } windows)
                        continue;
                    ToothProgram tried = program with { Windows = windows, LeadShare = lead * share, Widening = widening };
                    if (tried.KeepsLimits(trays, preferences.Velocity))
                        return tried;
                }
            }
        }

        return even.KeepsLimits(trays, preferences.Velocity) ? even : null;
    }

    /// <summary>Parts by their place in the order; what is not named goes first.</summary>
    private static int[] Order(ToothProgram program, StagingPreferences staging, bool spaceFirst) =>
    [
        .. Enumerable.Range(0, program.Parts.Length)
            .OrderBy(p => spaceFirst && program.Parts[p].Kind == MicroMovement.Rotation
                ? staging.MicroOrder.Length
                : staging.MicroOrder.IndexOf(program.Parts[p].Kind))
            .ThenBy(p => p),
    ];

    private static ImmutableArray<Window>? Windows(
        ToothProgram program, ImmutableArray<Slot> slots, int[] order, double[] needs, double widening, double lead, double slack)
    {
        var windows = new Window[slots.Length];
        foreach (IGrouping<int, int> slot in order.GroupBy(p => slots[p].Key))
        {
            int[] parts = [.. slot];
            Window span = slots[parts[0]].Wanted.Widened(widening, slots[parts[0]].Hard);
            int greatest = parts.MaxBy(p => needs[p]);
            int[] steps = [.. parts.Where(p => p == greatest || needs[p] >= AlongBelowTrays)];
            if (!InTurn(steps, slots, needs, span, lead, slack, windows))
                return null;
            foreach (int p in parts.Except(steps))
                windows[p] = slots[p].IsLead ? slots[p].Hard : windows[greatest].Within(slots[p].Hard);
        }

        return [.. windows];
    }

    /// <summary>Sets the windows of parts that follow each other within a span; false where the span is too short.</summary>
    private static bool InTurn(
        int[] steps, ImmutableArray<Slot> slots, double[] needs, Window span, double lead, double slack, Window[] windows)
    {
        double before = 0;
        double critical = 0;
        foreach (int p in steps.Where(p => !slots[p].IsLead))
        {
            critical = Math.Max(critical, before + needs[p]);
            before += lead * needs[p];
        }

        double stretch = critical > 0 ? span.Length / critical : 1;
        if (stretch < 1 - 1e-9)
            return false;
        double start = span.Start;
        foreach (int p in steps)
        {
            if (slots[p].IsLead)
            {
                windows[p] = slots[p].Hard;
                continue;
            }

            // A tray either asks for a part or not: parts start with a tray.
            double from = lead > 0 ? Math.Ceiling(start - 1e-6) : start;
            double end = Math.Max(from + needs[p], Math.Min(span.End, start + (stretch * needs[p])));
            if (end > span.End + 1e-9)
                return false;
            windows[p] = new Window(from, Math.Min(span.End, end + (slack * (span.End - end)))).Within(slots[p].Hard);
            start += lead * stretch * needs[p];
        }

        return true;
    }
}
