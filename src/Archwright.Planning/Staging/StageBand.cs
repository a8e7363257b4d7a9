using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// The programmes of all teeth over all stages, bent like elastic bands until no two teeth overlap on the way: where a pair
/// does in some stage, both are pushed apart there along their contact, and the push fades into the stages before and after
/// at a rate a tray can follow. Both ends stay. The outcome is a wish; the stage run makes it legal.
/// Source: after the elastic bands of Quinlan and Khatib 1993 (doi 10.1109/ROBOT.1993.291936), for all teeth at once and
/// without an internal force, since the programme is the shape to keep.
/// </summary>
internal sealed class StageBand
{
    private const int Rounds = 30;

    /// <summary>Offsets may grow or fade by this in a tray, mm: about half of what a tray may move a tooth.</summary>
    private const double FadeMm = 0.12;

    /// <summary>Offsets below this are worth an event only where nothing else tells why the tooth moves, mm.</summary>
    private const double DetourMm = 0.05;

    private readonly CollisionScene _scene;
    private readonly ImmutableArray<ToothProgram> _programs;
    private readonly int _trays;
    private readonly Vec3[,] _offset;
    private readonly RigidTransform[,] _pose;
    private readonly StageNote[,] _reason;

    private readonly Func<int, int, Overlap, double> _excessOf;
    private readonly RunContext _ctx;
    private List<(int Stage, int Pair)> _dirty = [];

    /// <summary>Begins to bend the programmes of a macro plan: one round, which tells what is needed <see cref="Early"/>.</summary>
    /// <param name="scene">Bodies and pairs.</param>
    /// <param name="plan">The programmes.</param>
    /// <param name="excessOf">How much more a pair overlaps at a stage than it may, mm.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public StageBand(CollisionScene scene, MacroPlan plan, Func<int, int, Overlap, double> excessOf, RunContext ctx)
    {
        _scene = scene;
        _excessOf = excessOf;
        _ctx = ctx;
        _programs = plan.Programs;
        _trays = plan.Trays;
        _offset = new Vec3[_trays + 1, _programs.Length];
        _pose = new RigidTransform[_trays + 1, _programs.Length];
        _reason = new StageNote[_trays + 1, _programs.Length];
        for (int k = 0; k <= _trays; k++)
        {
            for (int i = 0; i < _programs.Length; i++)
                Pose(k, i);
        }

        for (int k = 1; k < _trays; k++)
        {
            for (int p = 0; p < scene.Pairs.Length; p++)
            {
                if (_programs[scene.Pairs[p].A].Moves || _programs[scene.Pairs[p].B].Moves)
                    _dirty.Add((k, p));
            }
        }

        Push(true);
    }

    /// <summary>Parts of later phases that would have made room for a tooth that needed it earlier: they belong to alignment.</summary>
    public ImmutableArray<(int Tooth, StagingPhase Phase)> Early { get; private set; } = [];

    /// <summary>Overlaps measured to bend it.</summary>
    public long Measured { get; private set; }

    /// <summary>Where a tooth shall be at a stage time, which need not be whole.</summary>
    public MovementVector At(int tooth, double time)
    {
        double t = Math.Min(time, _trays);
        int k = Math.Min((int)t, _trays - 1);
        MovementVector at = _programs[tooth].At(t);
        if (k < 0)
            return at;
        Vec3 offset = Vec3.Lerp(_offset[k, tooth], _offset[k + 1, tooth], t - k);
        return offset == Vec3.Zero ? at : at + MovementVector.Shift(_programs[tooth].Tooth, offset);
    }

    /// <summary>Why the tooth is off its programme's way at a stage, where it is.</summary>
    public StageNote Note(int tooth, int stage)
    {
        if (stage >= _trays || _offset[stage, tooth] == Vec3.Zero)
            return default;
        StageNote reason = _reason[stage, tooth];
        return _offset[stage, tooth].Length > DetourMm ? reason : reason with { Kind = NoteKind.Nudge };
    }

    /// <summary>Bends on until no two teeth overlap on the way, or no further.</summary>
    public void Bend()
    {
        for (int round = 1; round < Rounds && _dirty.Count > 0 && Measured < (long)StagingEffort.Band * _scene.Pairs.Length; round++)
            Push(false);
    }

    private void Pose(int stage, int tooth) => _pose[stage, tooth] = At(tooth, stage).Pose(_programs[tooth].Tooth);

    private void Push(bool first)
    {
        List<(int Stage, int Pair)> dirty = _dirty;
        Measured += dirty.Count;
        var overlaps = new Overlap[dirty.Count];
        int perStage = first ? dirty.Count / Math.Max(1, _trays - 1) : dirty.Count;
        _ctx.For(dirty.Count, d =>
        {
            (int k, int p) = dirty[d];
            ScenePair pair = _scene.Pairs[p];
            if (d < perStage || !Stands(pair.A, k) || !Stands(pair.B, k))
                overlaps[d] = _scene.RoughDepth(pair, _pose[k, pair.A], _pose[k, pair.B]);
        });
        // Every pair of every stage is asked first, stage by stage: where both teeth stand, the answer is the one of the stage before.
        for (int d = perStage; d < dirty.Count; d++)
        {
            (int k, int p) = dirty[d];
            if (Stands(_scene.Pairs[p].A, k) && Stands(_scene.Pairs[p].B, k))
                overlaps[d] = overlaps[d - perStage];
        }

        var pushed = new SortedSet<int>();
        var early = new SortedSet<(int Tooth, StagingPhase Phase)>(Early);
        for (int d = 0; d < dirty.Count; d++)
        {
            (int k, int p) = dirty[d];
            double excess = _excessOf(p, k, overlaps[d]);
            if (excess <= 0)
                continue;
            ScenePair pair = _scene.Pairs[p];
            if (first)
            {
                AddEarly(pair.A, k, -overlaps[d].Direction, early);
                AddEarly(pair.B, k, overlaps[d].Direction, early);
            }

            bool a = _programs[pair.A].Moves && k > _programs[pair.A].KeepsPlaceUntil;
            bool b = _programs[pair.B].Moves && k > _programs[pair.B].KeepsPlaceUntil;
            double apart = (excess + 0.005) * (a && b ? 0.5 : 1);
            Vec3 away = overlaps[d].Direction;
            if (a)
                Shift(pair.A, k, Aside.Of(_programs[pair.A].Tooth, pair.Kind, -away, apart), pair.B, overlaps[d].DepthMm, pushed);
            if (b)
                Shift(pair.B, k, Aside.Of(_programs[pair.B].Tooth, pair.Kind, away, apart), pair.A, overlaps[d].DepthMm, pushed);
        }

        Early = [.. early];
        var moved = new SortedSet<(int Stage, int Tooth)>();
        foreach (int tooth in pushed)
            Fade(tooth, moved);
        var next = new SortedSet<(int Stage, int Pair)>();
        foreach ((int k, int tooth) in moved)
        {
            foreach (int p in _scene.PairsOf(tooth))
                next.Add((k, p));
        }

        _dirty = [.. next];
    }

    private bool Stands(int tooth, int stage) => _pose[stage, tooth] == _pose[stage - 1, tooth];

    private void AddEarly(int tooth, int stage, Vec3 away, SortedSet<(int Tooth, StagingPhase Phase)> early)
    {
        ToothProgram program = _programs[tooth];
        for (int p = 0; p < program.Parts.Length; p++)
        {
            (StagingPhase phase, MovementVector part) = (program.Parts[p].Phase, program.Parts[p].By);
            if (phase is StagingPhase.Level or StagingPhase.Align or StagingPhase.Detail || program.Wanted(p, stage) > 0.8)
                continue;
            Vec3 point = program.Tooth.Frame.Origin;
            if (Vec3.Dot(part.Pose(program.Tooth).Apply(point) - point, away) > 0.05)
                early.Add((tooth, phase));
        }
    }

    private void Shift(int tooth, int stage, Vec3 by, int other, double depth, SortedSet<int> pushed)
    {
        _offset[stage, tooth] += by;
        _reason[stage, tooth] = new StageNote(NoteKind.Detour, other, Math.Max(depth, _reason[stage, tooth].OverlapMm), false);
        pushed.Add(tooth);
    }

    /// <summary>Keeps offsets at both ends at zero and lets them grow and fade slowly, raising neighbouring stages where need be.</summary>
    private void Fade(int tooth, SortedSet<(int Stage, int Tooth)> moved)
    {
        var before = new Vec3[_trays + 1];
        int held = _programs[tooth].KeepsPlaceUntil;
        for (int k = 1; k < _trays; k++)
        {
            before[k] = _offset[k, tooth];
            double most = FadeMm * Math.Max(0, Math.Min(k - held, _trays - k));
            double length = before[k].Length;
            if (length > most)
                _offset[k, tooth] = before[k] * (most / length);
        }

        for (int k = _trays - 2; k > held; k--)
            Follow(tooth, k, k + 1);
        for (int k = 2; k < _trays; k++)
            Follow(tooth, k, k - 1);
        for (int k = 1; k < _trays; k++)
        {
            RigidTransform pose = _pose[k, tooth];
            Pose(k, tooth);
            if (pose != _pose[k, tooth])
                moved.Add((k, tooth));
        }
    }

    private void Follow(int tooth, int stage, int leader)
    {
        Vec3 gap = _offset[leader, tooth] - _offset[stage, tooth];
        double length = gap.Length;
        if (length <= FadeMm)
            return;
        _offset[stage, tooth] += gap * ((length - FadeMm) / length);
        if (_reason[stage, tooth].Kind == NoteKind.None)
            _reason[stage, tooth] = _reason[leader, tooth];
    }
}
