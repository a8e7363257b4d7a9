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

    /// <summary>From lengths as the needs bid to all alike.</summary>
    private static readonly ImmutableArray<double> Evenness = [0, 0.1, 0.2, 0.35, 0.5, 1];

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
        ToothProgram even = program with { Windows = [.. slots.Select(s => s.Free)], LeadShare = 0, Widening = 1 };
        if (!pace.InTurn)
            return even.KeepsLimits(trays, preferences.Velocity) ? even : null;
        double[] needs = [.. Enumerable.Range(0, slots.Length).Select(p => program.Need(p, preferences.Velocity) / StepLimit.MaxUtilisation)];
        var order = PartOrder.Of(program.Parts, preferences.Staging, spaceFirst);
        double lead = preferences.Staging.MicroLeadShare;
        for (int step = (int)Math.Round(pace.Overlap * WideningSteps); step <= WideningSteps; step++)
        {
            double widening = (double)step / WideningSteps;
            foreach (double share in Leads)
            {
                if ((lead > 0 || share == 0)
                    && Timed(program, slots, order, needs, widening, lead * share, trays, preferences.Velocity) is { } timed)
                {
                    return timed;
                }
            }
        }

        return even.KeepsLimits(trays, preferences.Velocity) ? even : null;
    }

    /// <summary>
    /// Whole trays some parts of a tooth take in their order, each waiting for the lead share of the one before; where the order
    /// leaves no way within the limits, what they take together.
    /// </summary>
    /// <param name="program">The tooth's programme.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="from">Stage after which they may start, but for those that still wait for an attachment then.</param>
    /// <param name="preferences">Order, lead share, limits.</param>
    /// <param name="spaceFirst">True where the turn comes last.</param>
    public static int InTurnTrays(ToothProgram program, ImmutableArray<int> parts, int from, TreatmentPreferences preferences, bool spaceFirst)
    {
        ToothProgram own = program with { Parts = [.. parts.Select(p => program.Parts[p])], Windows = [.. parts.Select(_ => default(Window))] };
        double[] needs = [.. parts.Select(p => program.Need(p, preferences.Velocity) / StepLimit.MaxUtilisation)];
        var order = PartOrder.Of(own.Parts, preferences.Staging, spaceFirst);
        int least = TogetherTrays(program, parts, from, preferences.Velocity, StepLimit.MaxUtilisation);
        int most = least + (int)Math.Ceiling(needs.Sum());
        for (int trays = Math.Max(1, least); trays <= most; trays++)
        {
            var span = new Window(0, trays);
            ImmutableArray<Slot> slots = [.. parts.Select(p => new Slot(span, span, false, 0, Math.Max(0, program.Parts[p].WaitsUntil - from)))];
            if (Timed(own, slots, order, needs, 0, preferences.Staging.MicroLeadShare, trays, preferences.Velocity) is not null)
                return trays;
        }

        return least;
    }

    /// <summary>Whole trays some parts of a tooth take at once, those that wait for an attachment as soon as it is on.</summary>
    /// <param name="program">The tooth's programme.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="from">Stage after which they may start.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="utilisation">Share of a limit a step uses.</param>
    public static int TogetherTrays(
        ToothProgram program, ImmutableArray<int> parts, int from, VelocityPreferences limits, double utilisation)
    {
        int most = 0;
        foreach (int wait in parts.Select(p => Math.Max(from, program.Parts[p].WaitsUntil)).Append(from).Distinct())
        {
            double need = program.Need(parts.Where(p => Math.Max(from, program.Parts[p].WaitsUntil) >= wait), limits) / utilisation;
            most = Math.Max(most, wait - from + (int)Math.Ceiling(need - 1e-9));
        }

        return most;
    }

    private static ToothProgram? Timed(
        ToothProgram program,
        ImmutableArray<Slot> slots,
        PartOrder order,
        double[] needs,
        double widening,
        double lead,
        int trays,
        VelocityPreferences limits)
    {
        foreach (double evenness in Evenness)
        {
            if (Windows(program, slots, order, needs, widening, lead, evenness) is not { } windows)
                continue;
            ToothProgram tried = program with { Windows = windows, LeadShare = lead, Widening = widening };
            if (tried.KeepsLimits(trays, limits))
                return tried;
        }

        return null;
    }

    private static ImmutableArray<Window>? Windows(
        ToothProgram program, ImmutableArray<Slot> slots, PartOrder order, double[] needs, double widening, double lead, double evenness)
    {
        var windows = new Window[slots.Length];
        foreach (IGrouping<int, int> slot in order.Parts.GroupBy(p => slots[p].Key))
        {
            int[] parts = [.. slot];
            Window span = slots[parts[0]].Wanted.Widened(widening, slots[parts[0]].Hard);
            int greatest = parts.MaxBy(p => needs[p]);
            int[] steps = [.. parts.Where(p => p == greatest || needs[p] >= AlongBelowTrays)];
            if (!InTurn(steps, order, slots, needs, span, lead, evenness, windows))
                return null;
            foreach (int p in parts.Except(steps))
                windows[p] = slots[p].IsLead ? slots[p].Free : windows[greatest].Within(slots[p].Free);
        }

        return [.. windows];
    }

    /// <summary>
    /// Sets the windows of parts within a span: what the order does not name takes all of it, what it names follows each other.
    /// False where the span is too short. Evenness 0: every part of the chain as long as its need bids; 1: all alike, which leaves the
    /// small ones slow.
    /// </summary>
    private static bool InTurn(
        int[] steps, PartOrder order, ImmutableArray<Slot> slots, double[] needs, Window span, double lead, double evenness, Window[] windows)
    {
        foreach (int p in steps.Where(p => slots[p].IsLead))
            windows[p] = slots[p].Free;
        int[] free = [.. steps.Where(p => !slots[p].IsLead && order.IsFree(p))];
        double most = free.Select(p => span.From(slots[p].WaitsUntil).Start - span.Start + needs[p]).DefaultIfEmpty(0).Max();
        if (most > span.Length + 1e-9)
            return false;
        // What the last part waits for leaves it the trays it needs; what nobody waits for takes its time.
        double unhurried = steps.Contains(order.Last) && lead > 0
            ? Math.Clamp(Math.Floor(span.Length - needs[order.Last]) / lead, most, span.Length)
            : span.Length;
        foreach (int p in free)
            windows[p] = new Window(span.Start, span.Start + unhurried).Within(slots[p].Free);

        int[] chain = [.. steps.Where(p => !slots[p].IsLead && !order.IsFree(p))];
        if (chain.Length == 0)
            return true;
        double start = span.From(Math.Max(slots[chain[0]].WaitsUntil, Earliest(chain[0], order, needs, lead, windows))).Start;
        double alike = (span.End - start) / (1 + (lead * (chain.Length - 1)));
        double stretch = 1 + ((span.End - EarliestEnd(chain, slots, needs, lead, start)) / Critical(chain, needs, lead));
        if (stretch < 1 - 1e-9)
            return false;
        foreach (int p in chain)
        {
            double length = (stretch * needs[p]) + (evenness * (alike - (stretch * needs[p])));
            if (p == order.Last && free.Length > 0)
                start = Math.Max(start, free.Max(f => windows[f].Start + (lead * windows[f].Length)));
            // A tray either asks for a part or not: parts start with a tray.
            double from = Math.Max(slots[p].WaitsUntil, lead > 0 ? Math.Ceiling(start - 1e-6) : start);
            double end = Math.Min(span.End, Math.Max(from + needs[p], p == chain[^1] ? span.End : start + length));
            if (end - from < needs[p] - 1e-9)
                return false;
            windows[p] = new Window(from, end).Within(slots[p].Free);
            start = from + (lead * (end - from));
        }

        return true;
    }

    /// <summary>When what comes before a part in the order, in whatever group it is timed, has gone the lead share of its way.</summary>
    private static double Earliest(int part, PartOrder order, double[] needs, double lead, Window[] windows) =>
        order.Parts.TakeWhile(p => p != part)
            .Where(p => !order.IsFree(p) && needs[p] >= AlongBelowTrays && windows[p].Length > 0)
            .Select(p => windows[p].Start + (lead * windows[p].Length))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Trays a chain of parts takes in which each waits for the lead share of the one before.</summary>
    private static double Critical(int[] chain, double[] needs, double lead)
    {
        double before = 0;
        double critical = 0;
        foreach (int p in chain)
        {
            critical = Math.Max(critical, before + needs[p]);
            before += lead * needs[p];
        }

        return critical;
    }

    /// <summary>When such a chain would end if it went as fast as its needs allow, each part not before its attachment.</summary>
    private static double EarliestEnd(int[] chain, ImmutableArray<Slot> slots, double[] needs, double lead, double start)
    {
        double end = start;
        foreach (int p in chain)
        {
            start = Math.Max(start, slots[p].WaitsUntil);
            end = Math.Max(end, start + needs[p]);
            start += lead * needs[p];
        }

        return end;
    }
}
