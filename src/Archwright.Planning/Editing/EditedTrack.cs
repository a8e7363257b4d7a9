using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Macro;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Editing;

/// <summary>
/// One tooth's way as a person's edits want it: each part's share per stage, from the plan's own way where no edit concerns it,
/// else evenly over the stages the edits leave. Parts that rest are told, so that they rest exactly.
/// </summary>
internal sealed class EditedTrack
{
    private const double MovesSize = 1e-5;
    private const double PlannedSize = 1e-9;

    private readonly ToothProgram _program;
    private readonly ImmutableArray<MovementVector> _planned;
    private readonly double[][] _share;
    private readonly bool[][] _rests;

    /// <summary>Applies the edits of one tooth to its planned way.</summary>
    /// <param name="program">The parts of its movement from stage 0 to the end of the plan.</param>
    /// <param name="planned">Where the plan has it at each stage.</param>
    /// <param name="edits">Edits of this tooth, in order.</param>
    /// <param name="limits">Limits, for the length of parts put in order.</param>
    public EditedTrack(ToothProgram program, ImmutableArray<MovementVector> planned, IEnumerable<StagingEdit> edits, VelocityPreferences limits)
    {
        _program = program;
        _planned = planned;
        int last = planned.Length - 1;
        _share = [.. program.Parts.Select((_, p) => planned.Select(v => program.Progress(p, v)).ToArray())];
        _rests = [.. program.Parts.Select(_ => new bool[last + 1])];
        int[] start = [.. _share.Select(FirstMoving)];
        int[] end = [.. program.Parts.Select(_ => last)];
        double[] most = [.. program.Parts.Select(_ => 1.0)];
        var changed = new SortedSet<int>();
        foreach (StagingEdit edit in edits)
        {
            if (edit.Kind == EditKind.Order)
            {
                PutInOrder(edit, start, end, limits, changed);
                continue;
            }

            for (int p = 0; p < program.Parts.Length; p++)
            {
                if (edit.Movement is { } movement && movement != program.Parts[p].Kind)
                    continue;
                changed.Add(p);
                switch (edit.Kind)
                {
                    case EditKind.Start:
                        start[p] = edit.From;
                        Rest(p, 1, edit.From - 1);
                        break;
                    case EditKind.Stop:
                        most[p] = Math.Min(most[p], Shares(p, edit.From - 1, start, most));
                        end[p] = Math.Max(1, Math.Min(end[p], edit.From - 1));
                        Rest(p, edit.From, last);
                        break;
                    default:
                        Rest(p, edit.From, edit.To);
                        break;
                }
            }
        }

        foreach (int p in changed)
            Spread(p, start[p], end[p], most[p]);
    }

    /// <summary>Where the tooth is to end.</summary>
    public MovementVector End => At(_planned.Length - 1);

    /// <summary>True where the plan has the tooth at a stage, to rounding.</summary>
    public bool IsPlanned(MovementVector at, int stage) => (_planned[stage] - at).Size <= PlannedSize;

    /// <summary>Where the tooth shall be at a stage; past the last stage where it shall end.</summary>
    public MovementVector At(int stage)
    {
        int k = Math.Min(stage, _planned.Length - 1);
        MovementVector at = _planned[k];
        for (int p = 0; p < _share.Length; p++)
        {
            at += _program.Parts[p].By * (_share[p][k] - _program.Progress(p, _planned[k]));
        }

        return at;
    }

    /// <summary>A step with the parts that rest in a stage taken out of it.</summary>
    public MovementVector Allowed(MovementVector step, int stage)
    {
        for (int p = 0; p < _rests.Length; p++)
        {
            if (stage < _rests[p].Length && _rests[p][stage])
                step -= _program.Own(p, step);
        }

        return stage < _planned.Length && _rests.Length > 0 && _rests.All(r => r[stage]) ? default : step;
    }

    private static int FirstMoving(double[] share)
    {
        for (int k = 1; k < share.Length; k++)
        {
            if (Math.Abs(share[k]) > MovesSize)
                return k;
        }

        return share.Length;
    }

    private double Shares(int part, int stage, int[] start, double[] most)
    {
        if (stage < start[part])
            return 0;
        return Math.Clamp(_share[part][Math.Min(stage, _planned.Length - 1)], 0, most[part]);
    }

    private void Rest(int part, int from, int to)
    {
        for (int k = Math.Max(1, from); k <= Math.Min(to, _planned.Length - 1); k++)
            _rests[part][k] = true;
    }

    /// <summary>Spreads a part evenly over the stages from its start to its end in which it does not rest.</summary>
    private void Spread(int part, int start, int end, double most)
    {
        int free = 0;
        for (int k = start; k <= end; k++)
            free += _rests[part][k] ? 0 : 1;
        int done = 0;
        for (int k = 1; k < _planned.Length; k++)
        {
            if (k >= start && k <= end && !_rests[part][k])
                done++;
            _share[part][k] = free == 0 ? 0 : most * done / free;
        }
    }

    private void PutInOrder(StagingEdit edit, int[] start, int[] end, VelocityPreferences limits, SortedSet<int> changed)
    {
        int[] parts = [.. edit.Order.SelectMany(m => Enumerable.Range(0, _program.Parts.Length).Where(p => _program.Parts[p].Kind == m))];
        double[] needs = [.. parts.Select(p => Math.Max(0.1, _program.Need(p, limits)))];
        double all = needs.Sum();
        double before = 0;
        int to = Math.Min(edit.To, _planned.Length - 1);
        double length = to - edit.From + 1;
        for (int n = 0; n < parts.Length; n++)
        {
            start[parts[n]] = edit.From + (int)Math.Round(length * before / all);
            before += needs[n];
            end[parts[n]] = Math.Max(start[parts[n]], edit.From + (int)Math.Round(length * before / all) - 1);
            Rest(parts[n], 1, start[parts[n]] - 1);
            changed.Add(parts[n]);
        }
    }
}
