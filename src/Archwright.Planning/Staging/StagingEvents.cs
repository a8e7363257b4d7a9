using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

/// <summary>Reads a run back as a story: who starts, stops, waits, steps aside or stays, when, and why.</summary>
internal sealed class StagingEvents(
    CollisionScene scene, ReachableTarget target, TreatmentPreferences preferences, MacroPlan plan, StageOutcome outcome)
{
    private const double MovedSize = 1e-4;

    /// <summary>Share of its programmed rate below which a part does not go on.</summary>
    private const double AdvanceShare = 0.1;

    private const double ReachedSize = 1e-6;

    /// <summary>Phases at work in a stage.</summary>
    public ImmutableArray<string> PhasesAt(int stage) =>
    [
        .. Enum.GetValues<StagingPhase>()
            .Where(phase => stage > 0 && Enumerable.Range(0, scene.Teeth.Length).Any(i => Parts(i)
                .Any(p => outcome.Programs[i].Parts[p].Phase == phase && Advances(i, p, stage))))
            .Select(phase => phase.ToString().ToLowerInvariant()),
    ];

    /// <summary>True where the tooth has reached its target.</summary>
    public bool Reached(int tooth) =>
        (outcome.Programs[tooth].Total - outcome.States[^1].At[tooth]).Size <= ReachedSize;

    /// <summary>What stands in a tooth's way at the end.</summary>
    public string Blocker(int tooth)
    {
        if (Reached(tooth) && target.Reason[tooth].Kind != NoteKind.None)
        {
            StageNote note = target.Reason[tooth];
            return $"blocked by {Id(note.Other)}: at the target the two would overlap {note.OverlapMm:0.00} mm (CHK-02)";
        }

        for (int k = outcome.States.Length - 1; k > 0; k--)
        {
            StageNote note = outcome.States[k].Notes[tooth];
            if (note.IsContact)
                return $"blocked by {Id(note.Other)}: {Contact(tooth, note)}";
            if (note.Kind == NoteKind.Spares)
                return $"the plan ends at its greatest stage count, {preferences.Staging.MaxStages}, and it {Sparing(note)}";
        }

        return $"the plan ends at its greatest stage count, {preferences.Staging.MaxStages}";
    }

    /// <summary>All events, tooth by tooth, in order of stage.</summary>
    public ImmutableArray<PlanEvent> All()
    {
        var events = ImmutableArray.CreateBuilder<PlanEvent>();
        for (int i = 0; i < scene.Teeth.Length; i++)
        {
            if (!outcome.Programs[i].Moves)
            {
                events.Add(StaysPut(i));
                continue;
            }

            foreach (int p in Parts(i))
                events.AddRange(Spans(i, p));
            events.AddRange(Notes(i));
            events.AddRange(Nudges(i));
            if (!Reached(i) || target.Reason[i].Kind != NoteKind.None)
                events.Add(Event(i, "blocked", "target", outcome.Trays, outcome.Trays, Blocker(i)));
        }

        return events.ToImmutable();
    }

    private PlanEvent StaysPut(int tooth)
    {
        ToothRestriction restriction = scene.Teeth[tooth].Restriction;
        string cause = restriction == ToothRestriction.None
            ? "the target leaves it where it stands"
            : $"restriction in the case description: {restriction.ToString().ToLowerInvariant()}";
        return Event(tooth, "held", "all", 0, outcome.Trays, cause);
    }

    private IEnumerable<PlanEvent> Spans(int tooth, int part)
    {
        bool first = true;
        string name = outcome.Programs[tooth].Parts[part].Name;
        for (int k = 1; k <= outcome.Trays; k++)
        {
            if (!Works(tooth, part, k))
                continue;
            int end = k;
            while (end < outcome.Trays && Works(tooth, part, end + 1))
                end++;
            int waits = outcome.Programs[tooth].Parts[part].WaitsUntil;
            if (first && waits > 0 && k == waits + 1)
                yield return Event(tooth, "hold", name, 1, waits, $"waits for its attachment, on from stage {k} (attachments.earliestStage, ATT-12)");
            yield return Event(tooth, "start", name, k, end, first ? StartCause(tooth, part, k) : ResumeCause(tooth, k));
            yield return Event(tooth, "stop", name, end, end, StopCause(tooth, part, end));
            first = false;
            k = end;
        }
    }

    private string StartCause(int tooth, int part, int stage)
    {
        ToothProgram program = outcome.Programs[tooth];
        int group = plan.Times.GroupOf(tooth, part);
        if (group >= 0)
            return plan.Scheme.Groups[group].Cause + Together(tooth, part);
        StagingPhase phase = program.Parts[part].Phase;
        if (!preferences.Staging.PhasesInOrder)
            return "all phases together (staging.phasesInOrder is false)";
        string name = plan.Scheme.Pattern == MacroPattern.Custom ? phase.ToString().ToLowerInvariant()
            : phase is StagingPhase.Level or StagingPhase.Align ? "level-and-align"
            : phase.ToString().ToLowerInvariant();
        if (program.Windows[part].Start < plan.Phases[phase].Start - 0.5)
            return $"phase {name} (STG-04), begun early: its limits need the trays from {stage} on (VEL-17)";
        if (phase == StagingPhase.Align && plan.Early.Contains(tooth))
            return $"phase {name} (STG-04): its way along the arch makes room for its neighbours (CHK-02)";
        return $"phase {name} (STG-04)" + Together(tooth, part);
    }

    /// <summary>What is said of a part that starts before those ahead of it have gone their share (STG-06).</summary>
    private string Together(int tooth, int part)
    {
        ToothProgram program = outcome.Programs[tooth];
        ImmutableArray<MicroMovement> order = preferences.Staging.MicroOrder;
        int place = order.IndexOf(program.Parts[part].Kind);
        string[] ahead =
        [
            .. Parts(tooth)
                .Where(p => order.IndexOf(program.Parts[p].Kind) < place)
                .Where(p => program.Windows[p].Progress(program.Windows[part].Start) < preferences.Staging.MicroLeadShare - 0.01)
                .Select(p => program.Parts[p].Name),
        ];
        return ahead.Length == 0 ? "" : $"; together with {string.Join(" and ", ahead)}: its limits leave no time to wait (STG-06, VEL-17)";
    }

    private IEnumerable<int> Parts(int tooth) => Enumerable.Range(0, outcome.Programs[tooth].Parts.Length);

    private string ResumeCause(int tooth, int stage)
    {
        StageNote before = outcome.States[stage - 1].Notes[tooth];
        return before.Kind is NoteKind.Held or NoteKind.Slowed
            ? $"goes on: {Id(before.Other)} has made room"
            : "goes on with its programme";
    }

    private string StopCause(int tooth, int part, int stage)
    {
        if (stage < outcome.Trays)
        {
            StageNote next = outcome.States[stage + 1].Notes[tooth];
            if (next.Kind == NoteKind.Held)
                return Wait(tooth, next);
        }

        MovementVector left = Part(tooth, part, outcome.Programs[tooth].Total - outcome.States[stage].At[tooth]);
        if (left.Size <= ReachedSize)
            return target.Reason[tooth].Kind == NoteKind.None ? "target reached" : Blocker(tooth);
        return Reached(tooth) || stage < outcome.Trays ? "rests until its programme goes on" : Blocker(tooth);
    }

    private IEnumerable<PlanEvent> Notes(int tooth)
    {
        for (int k = 1; k <= outcome.Trays; k++)
        {
            StageNote note = outcome.States[k].Notes[tooth];
            if (note.Kind is NoteKind.None or NoteKind.Nudge)
                continue;
            int end = k;
            StageNote worst = note;
            while (end < outcome.Trays && Same(outcome.States[end + 1].Notes[tooth], note))
            {
                end++;
                if (outcome.States[end].Notes[tooth].OverlapMm > worst.OverlapMm || outcome.States[end].Notes[tooth].Load.Ratio > worst.Load.Ratio)
                    worst = outcome.States[end].Notes[tooth];
            }

            yield return note.Kind switch
            {
                NoteKind.Detour => Event(
                    tooth, "detour", "path", k, end, $"steps aside for {Id(note.Other)}: {Contact(tooth, worst)}"),
                NoteKind.Held => Event(tooth, "hold", "path", k, end, Wait(tooth, worst)),
                NoteKind.Spares => Event(tooth, "hold", "path", k, end, Sparing(worst)),
                _ => Event(tooth, "hold", "path", k, end, $"goes slower for {Id(note.Other)}: {Contact(tooth, worst)}"),
            };
            k = end;
        }
    }

    /// <summary>Steps in which no part of the movement goes on: the tooth is pushed a little off its way, or comes back to it.</summary>
    private IEnumerable<PlanEvent> Nudges(int tooth)
    {
        StageNote reason = default;
        for (int k = 1; k <= outcome.Trays; k++)
        {
            StageNote note = outcome.States[k].Notes[tooth];
            bool pushed = note.Kind is NoteKind.Detour or NoteKind.Nudge;
            if (pushed)
                reason = note;
            if (note.Kind == NoteKind.Detour || !Untold(tooth, k))
                continue;
            yield return Event(
                tooth,
                "detour",
                "path",
                k,
                k,
                reason.Kind == NoteKind.None ? "comes back to its way"
                    : pushed ? $"steps aside for {Id(reason.Other)}: {Contact(tooth, reason)}"
                    : $"comes back to its way, having stepped aside for {Id(reason.Other)}");
        }
    }

    private bool Untold(int tooth, int stage) =>
        (outcome.States[stage].At[tooth] - outcome.States[stage - 1].At[tooth]).Size > MovedSize
        && !Parts(tooth).Any(p => Works(tooth, p, stage));

    private static bool Same(StageNote a, StageNote b) => a.Kind == b.Kind && a.Other == b.Other && a.WaitsForIpr == b.WaitsForIpr;

    private string Wait(int tooth, StageNote note) => note.WaitsForIpr
        ? $"waits for IPR with {Id(note.Other)}, not before stage {preferences.Ipr.EarliestStage} (IPR-01): {Contact(tooth, note)}"
        : $"waits for {Id(note.Other)}: {Contact(tooth, note)}";

    private string Sparing(StageNote note) => FormattableString.Invariant(
        $"goes slower: the {(note.Load.Jaw == Jaw.Upper ? "upper" : "lower")} arch's anchorage would be overloaded, {note.Load.Ratio:0.00} of ")
        + FormattableString.Invariant($"{preferences.Anchorage.ReactionRatioMax:0.##} (anchorage.reactionRatioMax, ANC-03)");

    private string Contact(int tooth, StageNote note)
    {
        int first = Math.Min(tooth, note.Other);
        int second = Math.Max(tooth, note.Other);
        return $"contact {Id(first)}–{Id(second)} would overlap {note.OverlapMm:0.00} mm (CHK-02)";
    }

    /// <summary>True where a part of a tooth's movement goes on in a stage: what a detour adds along the same axis is no progress of it.</summary>
    public bool Advances(int tooth, int part, int stage)
    {
        ToothProgram program = outcome.Programs[tooth];
        double gone = program.Progress(part, outcome.States[stage].At[tooth]) - program.Progress(part, outcome.States[stage - 1].At[tooth]);
        return gone * Math.Max(1, program.StagesOf(part)) > AdvanceShare;
    }

    private bool Works(int tooth, int part, int stage) =>
        Part(tooth, part, outcome.States[stage].At[tooth] - outcome.States[stage - 1].At[tooth]).Size > MovedSize;

    private MovementVector Part(int tooth, int index, MovementVector v) => outcome.Programs[tooth].Own(index, v);

    private string Id(int tooth) => scene.Teeth[tooth].Id.ToString();

    private PlanEvent Event(int tooth, string kind, string movement, int from, int to, string cause) => new()
    {
        Fdi = scene.Teeth[tooth].Id.Fdi,
        Kind = kind,
        Movement = movement,
        From = from,
        To = to,
        Cause = cause,
    };
}
