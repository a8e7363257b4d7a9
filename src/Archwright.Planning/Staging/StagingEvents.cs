using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Staging;

/// <summary>Reads a run back as a story: who starts, stops, waits, steps aside or stays, when, and why.</summary>
internal sealed class StagingEvents(
    CollisionScene scene, ReachableTarget target, TreatmentPreferences preferences, MacroPlan plan, StageOutcome outcome)
{
    private const double MovedSize = 1e-4;
    private const double ReachedSize = 1e-6;

    private static readonly ImmutableArray<string> Names = ["level", "align", "space", "detail"];
    private static readonly ImmutableArray<string> Groups =
        ["phase level-and-align (STG-04)", "phase level-and-align (STG-04)", "phase space (STG-04)", "phase detail (STG-04)"];

    /// <summary>Phases at work in a stage.</summary>
    public ImmutableArray<string> PhasesAt(int stage) =>
    [
        .. Enumerable.Range(0, ToothProgram.PhaseCount)
            .Where(p => stage > 0 && Enumerable.Range(0, scene.Teeth.Length).Any(i => Works(i, p, stage)))
            .Select(p => Names[p]),
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
            if (note.Kind != NoteKind.None)
                return $"blocked by {Id(note.Other)}: {Contact(tooth, note)}";
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

            for (int p = 0; p < ToothProgram.PhaseCount; p++)
                events.AddRange(Spans(i, p));
            events.AddRange(Notes(i));
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

    private IEnumerable<PlanEvent> Spans(int tooth, int phase)
    {
        bool first = true;
        for (int k = 1; k <= outcome.Trays; k++)
        {
            if (!Works(tooth, phase, k))
                continue;
            int end = k;
            while (end < outcome.Trays && Works(tooth, phase, end + 1))
                end++;
            yield return Event(tooth, "start", Names[phase], k, end, first ? StartCause(tooth, phase, k) : ResumeCause(tooth, k));
            yield return Event(tooth, "stop", Names[phase], end, end, StopCause(tooth, phase, end));
            first = false;
            k = end;
        }
    }

    private string StartCause(int tooth, int phase, int stage)
    {
        Window share = plan.Shares[phase];
        Window own = outcome.Programs[tooth].Windows[phase];
        if (preferences.Staging.PhasesInOrder && own.Start < share.Start - 0.5)
            return $"{Groups[phase]}, begun early: its limits need the trays from {stage} on (VEL-17)";
        if (phase == (int)Phase.Align && plan.Early.Contains(tooth))
            return $"{Groups[phase]}: its way along the arch makes room for its neighbours (CHK-02)";
        return preferences.Staging.PhasesInOrder ? Groups[phase] : "all phases together (staging.phasesInOrder is false)";
    }

    private string ResumeCause(int tooth, int stage)
    {
        StageNote before = outcome.States[stage - 1].Notes[tooth];
        return before.Kind is NoteKind.Held or NoteKind.Slowed
            ? $"goes on: {Id(before.Other)} has made room"
            : "goes on with its programme";
    }

    private string StopCause(int tooth, int phase, int stage)
    {
        if (stage < outcome.Trays)
        {
            StageNote next = outcome.States[stage + 1].Notes[tooth];
            if (next.Kind == NoteKind.Held)
                return Wait(tooth, next);
        }

        MovementVector left = Part(tooth, phase, outcome.Programs[tooth].Total - outcome.States[stage].At[tooth]);
        if (left.Size <= ReachedSize)
            return target.Reason[tooth].Kind == NoteKind.None ? "target reached" : Blocker(tooth);
        return Reached(tooth) || stage < outcome.Trays ? "rests until its programme goes on" : Blocker(tooth);
    }

    private IEnumerable<PlanEvent> Notes(int tooth)
    {
        for (int k = 1; k <= outcome.Trays; k++)
        {
            StageNote note = outcome.States[k].Notes[tooth];
            if (note.Kind == NoteKind.None)
                continue;
            int end = k;
            StageNote worst = note;
            while (end < outcome.Trays && Same(outcome.States[end + 1].Notes[tooth], note))
            {
                end++;
                if (outcome.States[end].Notes[tooth].OverlapMm > worst.OverlapMm)
                    worst = outcome.States[end].Notes[tooth];
            }

            yield return note.Kind switch
            {
                NoteKind.Detour => Event(
                    tooth, "detour", "path", k, end, $"steps aside for {Id(note.Other)}: {Contact(tooth, worst)}"),
                NoteKind.Held => Event(tooth, "hold", "path", k, end, Wait(tooth, worst)),
                _ => Event(tooth, "hold", "path", k, end, $"goes slower for {Id(note.Other)}: {Contact(tooth, worst)}"),
            };
            k = end;
        }
    }

    private static bool Same(StageNote a, StageNote b) => a.Kind == b.Kind && a.Other == b.Other && a.WaitsForIpr == b.WaitsForIpr;

    private string Wait(int tooth, StageNote note) => note.WaitsForIpr
        ? $"waits for IPR with {Id(note.Other)}, not before stage {preferences.Ipr.EarliestStage} (IPR-01): {Contact(tooth, note)}"
        : $"waits for {Id(note.Other)}: {Contact(tooth, note)}";

    private string Contact(int tooth, StageNote note)
    {
        int first = Math.Min(tooth, note.Other);
        int second = Math.Max(tooth, note.Other);
        return $"contact {Id(first)}–{Id(second)} would overlap {note.OverlapMm:0.00} mm (CHK-02)";
    }

    private bool Works(int tooth, int phase, int stage) =>
        Part(tooth, phase, outcome.States[stage].At[tooth] - outcome.States[stage - 1].At[tooth]).Size > MovedSize;

    /// <summary>The components of a movement that belong to one phase of a tooth.</summary>
    private MovementVector Part(int tooth, int phase, MovementVector v)
    {
        MovementVector part = outcome.Programs[tooth].Parts[phase];
        return new MovementVector(
            part.Mesial != 0 ? v.Mesial : 0,
            part.Facial != 0 ? v.Facial : 0,
            part.Extrusion != 0 ? v.Extrusion : 0,
            part.Rotation != 0 ? v.Rotation : 0,
            part.Tip != 0 ? v.Tip : 0,
            part.Torque != 0 ? v.Torque : 0);
    }

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
