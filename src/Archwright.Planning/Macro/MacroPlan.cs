using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Macro;

/// <summary>
/// The macro plan in numbers: how many trays, and in which of them each part of each tooth's movement runs. Groups of the
/// pattern start when those they wait for have gone the set share of their way (hard); parts in no group follow the phases,
/// which share the trays out by what they need most (soft: a tooth whose part does not fit starts earlier and ends later, just
/// as far as its own limits demand). The tray count is the least this sequence allows, or the next count that keeps every limit; where more root
/// would move at once than the teeth that stand bear, all of it runs slower (<see cref="StageClock"/>).
/// </summary>
internal sealed record MacroPlan(
    ImmutableArray<ToothProgram> Programs,
    MacroScheme Scheme,
    GroupTimes Times,
    ImmutableSortedDictionary<StagingPhase, Window> Phases,
    int Trays,
    int LowerBound,
    int TargetBound,
    StageClock Clock,
    int TraysForAnchors,
    Pace Pace,
    ImmutableSortedSet<int> Early)
{
    /// <summary>Sets the windows of all programmes.</summary>
    /// <param name="programs">Programmes in parts.</param>
    /// <param name="scheme">The pattern's groups.</param>
    /// <param name="turnsIntoNeighbour">Teeth that need space before they can turn.</param>
    /// <param name="preferences">Limits, phase order, order within a tooth.</param>
    /// <param name="pace">How far phases overlap and how many more trays than the least there are.</param>
    /// <param name="early">Teeth whose later parts have joined alignment.</param>
    /// <param name="ctx">Threads.</param>
    public static MacroPlan Build(
        ImmutableArray<ToothProgram> programs,
        MacroScheme scheme,
        ImmutableArray<bool> turnsIntoNeighbour,
        TreatmentPreferences preferences,
        Pace pace,
        ImmutableSortedSet<int> early,
        RunContext ctx)
    {
        VelocityPreferences limits = preferences.Velocity;
        int targetBound = 0;
        foreach (ToothProgram program in programs.Where(p => p.Moves))
            targetBound = Math.Max(targetBound, StepLimit.LowerBound(program.Tooth, program.Target, limits));
        int Together(int tooth, ImmutableArray<int> parts, int from) =>
            MicroSchedule.TogetherTrays(programs[tooth], parts, from, limits, StepLimit.MaxUtilisation);
        var inTurn = new Dictionary<string, int>();
        int InTurn(int tooth, ImmutableArray<int> parts, int from)
        {
            string key = $"{tooth}: {string.Join(' ', parts)} from {from}";
            if (!inTurn.TryGetValue(key, out int found))
                inTurn[key] = found = MicroSchedule.InTurnTrays(programs[tooth], parts, from, preferences, turnsIntoNeighbour[tooth]);
            return found;
        }

        var anchorage = new AnchorageBudget([.. programs.Select(p => p.Tooth)], preferences);
        NeedOfParts need = pace.InTurn ? InTurn : Together;
        GroupTimes times = GroupTimes.Of(programs, scheme.Groups, need, limits);
        bool inOrder = preferences.Staging.PhasesInOrder;
        int unanchored = Math.Max(targetBound, times.LowerBound);
        int bound = Math.Max(unanchored, anchorage.LeastTrays(i => programs[i].Need(Enumerable.Range(0, programs[i].Parts.Length), limits)));
        int trays = Math.Max(Math.Max(bound, times.Length), programs.Any(p => p.Moves) ? 1 : 0);
        if (inOrder)
        {
            unanchored = Math.Max(unanchored, PhaseShares.Least(programs, scheme, InTurn, null, preferences));
            bound = Math.Max(bound, PhaseShares.Least(programs, scheme, InTurn, anchorage, preferences));
            int ordered = PhaseShares.Least(programs, scheme, need, anchorage, preferences);
            trays = (int)Math.Round(trays + ((1 - pace.Overlap) * Math.Max(0, ordered - trays)));
        }

        int most = Math.Max(trays, preferences.Staging.MaxStages);
        while (trays < most && !Fits(programs, times, trays, limits))
            trays++;
        trays = Math.Min(most, (int)Math.Ceiling((trays * pace.Stretch) - 1e-9));

        GroupTimes stretched = times.StretchedTo(trays);
        ImmutableSortedDictionary<StagingPhase, Window> phases =
            PhaseShares.Of(programs, scheme, need, trays, anchorage, preferences);
        Pace own = inOrder ? pace : pace with { Overlap = 1 };
        var fitted = new ToothProgram[programs.Length];
        ctx.For(fitted.Length, i =>
        {
            if (!programs[i].Moves)
            {
                fitted[i] = programs[i];
                return;
            }

            ImmutableArray<Slot> slots = Slots(programs[i], i, stretched, phases, trays, limits);
            ToothProgram timed = MicroSchedule.Fit(
                    programs[i], slots, own, trays, preferences, turnsIntoNeighbour[i])
                ?? programs[i] with { Windows = [.. slots.Select(s => s.Free)], Widening = 1 };
            int tooth = i;
            fitted[i] = timed with { HeldUntil = (int)timed.Parts.Select((_, p) => stretched.SpanOf(tooth, p).Start).Min() };
        });
        var clock = StageClock.Of([.. fitted], trays, most, anchorage, limits);
        return new MacroPlan(
            [.. fitted.Select(p => p with { Clock = clock, HeldUntil = clock.StageBy(p.HeldUntil) })],
            scheme,
            stretched,
            phases,
            clock.StageBy(trays),
            bound,
            targetBound,
            clock,
            bound - unanchored + clock.StageBy(trays) - trays,
            pace,
            early);
    }

    /// <summary>What each tooth waits for beside its time: teeth that stand as anchors until others have gone their share.</summary>
    public ImmutableArray<ImmutableArray<Gate>> Gates()
    {
        var gates = ImmutableArray.CreateBuilder<ImmutableArray<Gate>>(Programs.Length);
        for (int i = 0; i < Programs.Length; i++)
        {
            int group = Programs[i].HeldUntil > 0 ? Times.GroupOf(i, 0) : -1;
            gates.Add(group < 0
                ? []
                : [.. Scheme.Groups[group].After.SelectMany(a => Scheme.Groups[a].Leads)
                    .Select(l => new Gate(l.Tooth, l.Part, Scheme.Groups[group].Share))]);
        }

        return gates.MoveToImmutable();
    }

    /// <summary>True where every tooth keeps its limits in some spans of its parts.</summary>
    private static bool Fits(ImmutableArray<ToothProgram> programs, GroupTimes times, int trays, VelocityPreferences limits)
    {
        GroupTimes stretched = times.StretchedTo(trays);
        return Enumerable.Range(0, programs.Length).All(i => !programs[i].Moves || Spans(programs[i], i, stretched, trays, limits) is not null);
    }

    /// <summary>
    /// The stages each part may run in: all that its group has; where a tooth that others wait for could not keep its limits so, the first of
    /// <see cref="LeadSpans"/> that does. A premolar or molar that may not rise goes up or down with what leads, where that alone would raise it: it
    /// rises by its tipping then, not by order. Null where nothing keeps the limits.
    /// </summary>
    private static ImmutableArray<Window>? Spans(ToothProgram program, int tooth, GroupTimes times, int trays, VelocityPreferences limits)
    {
        Window[] all = [.. program.Parts.Select((_, p) => times.SpanOf(tooth, p))];
        if (Keep(all))
            return [.. all];
        int[] leads = [.. Enumerable.Range(0, all.Length).Where(p => times.IsAwaited(tooth, p))];
        if (leads.Length == 0)
            return null;
        Window[][] tried = [.. LeadSpans(program, tooth, times, all, leads, trays, limits)];
        int greatest = leads.MaxBy(p => program.Need(p, limits));
        IEnumerable<Window[]> level = program.MayExtrude
            ? []
            : tried.Prepend(all).Select(spans => spans.Select((w, p) => program.Parts[p].IsVertical ? spans[greatest] : w).ToArray());
        return tried.Concat(level).FirstOrDefault(Keep) is { } kept ? [.. kept] : null;

        bool Keep(Window[] spans) =>
            (program with { Windows = [.. spans.Select((w, p) => w.From(program.Parts[p].WaitsUntil))] }).KeepsLimits(trays, limits);
    }

    /// <summary>
    /// Other spans of a tooth that others wait for: its other movements follow once it has led, or it leads faster than the others need, or both; or it
    /// leads at its limits until they start and takes the rest of its time for the rest of its way; or it has gone what they wait for when they start,
    /// or more, and takes all the time there is for the rest.
    /// </summary>
    private static IEnumerable<Window[]> LeadSpans(
        ToothProgram program, int tooth, GroupTimes times, Window[] all, int[] leads, int trays, VelocityPreferences limits)
    {
        double need = program.Need(leads, limits) / StepLimit.MaxUtilisation;
        foreach (double haste in (double[])[0, 0.5, 1])
        {
            Window[] led = [.. all];
            foreach (int p in leads)
            {
                Window free = all[p].From(program.Parts[p].WaitsUntil);
                led[p] = all[p] with { End = all[p].End - Math.Floor(haste * Math.Max(0, free.Length - need)) };
            }

            double end = leads.Max(p => led[p].End);
            yield return led;
            yield return [.. led.Select((w, p) => leads.Contains(p) ? w : w.From(end))];
        }

        foreach ((double haste, bool toTheEnd) in ((double, bool)[])[(0.5, false), (1, false), (0, true), (0.5, true), (1, true)])
            yield return [.. all.Select((w, p) => leads.Contains(p) ? Ahead(p, haste, toTheEnd) : w)];

        Window Ahead(int part, double haste, bool toTheEnd)
        {
            double next = times.NextStart(tooth, part);
            return toTheEnd && times.AwaitedShare(tooth, part) is < 1 and var share
                ? Sooner(all[part] with { End = trays }, next, share, need, haste)
                : Sooner(all[part], next, all[part].Progress(next), need, haste);
        }
    }

    /// <summary>A lead that has gone a share of its way when the next start, or more: between that and what its limits allow, by a share.</summary>
    private static Window Sooner(Window even, double next, double share, double need, double haste)
    {
        if (next <= even.Start || next >= even.End)
            return even;
        double most = Math.Min(1, (next - even.Start) / need);
        return even with { Sooner = (next, share >= most ? share : share + (haste * (most - share))) };
    }

    private static ImmutableArray<Slot> Slots(
        ToothProgram program,
        int tooth,
        GroupTimes times,
        ImmutableSortedDictionary<StagingPhase, Window> phases,
        int trays,
        VelocityPreferences limits)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>(program.Parts.Length);
        ImmutableArray<Window> spans = Spans(program, tooth, times, trays, limits) ?? [.. program.Parts.Select((_, p) => times.SpanOf(tooth, p))];
        for (int p = 0; p < program.Parts.Length; p++)
        {
            int waits = program.Parts[p].WaitsUntil;
            int group = times.GroupOf(tooth, p);
            if (group < 0)
            {
                Window share = phases[program.Parts[p].Phase];
                slots.Add(new Slot(share, new Window(0, trays), false, (int)Math.Round(share.Start * 1000), waits));
                continue;
            }

            // Leads are timed by those who wait for a share of their way; the rest of the group's parts go in order among themselves,
            // those that others wait for to the end by themselves.
            int key = (2 * (-1 - group)) - (times.IsAwaited(tooth, p) && !times.IsPaced(tooth, p) ? 1 : 0);
            bool alongside = program.Parts[p].IsVertical && !times.IsAwaited(tooth, p) && spans[p].Start < times.SpanOf(tooth, p).Start;
            slots.Add(new Slot(spans[p], spans[p], times.IsPaced(tooth, p) || alongside, key, waits));
        }

        return slots.ToImmutable();
    }
}
