using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// Runs a macro plan tray by tray. In each stage every tooth proposes its step towards its programme, cut to its limits; all
/// proposals are tried together; where two teeth would overlap beyond what is allowed, the one that moves into the other is
/// scaled back, down to standing still, until nobody overlaps. Standing still is always allowed, so every stage is legal by
/// construction. Where that leads to a standstill, teeth are pushed apart along their contact (a detour) and rejoin their way.
/// </summary>
internal sealed class StageRun
{
    /// <summary>A tooth this close to its target has reached it (mm, degrees counted at 10 mm).</summary>
    private const double ReachedSize = 1e-9;

    /// <summary>Steps smaller than this share of a limit are not progress.</summary>
    private const double ProgressUtilisation = 0.02;

    /// <summary>Stages a tooth waits before others are pushed aside for it.</summary>
    private const int PatienceWaiting = 2;

    /// <summary>Detour stages without gain before staging gives up.</summary>
    private const int PatienceStages = 5;

    private readonly CollisionScene _scene;
    private readonly TreatmentPreferences _preferences;
    private readonly RunContext _ctx;
    private readonly ImmutableSortedDictionary<(int A, int B), double> _ipr;
    private readonly int _trays;
    private readonly int _bound;
    private readonly ToothProgram[] _programs;
    private readonly MovementVector[] _at;
    private readonly RigidTransform[] _pose;
    private readonly RigidTransform[] _tried;
    private readonly MovementVector[] _step;
    private readonly double[] _scale;
    private readonly StageNote[] _note;
    private readonly Overlap[] _overlap;
    private readonly int[] _iprStage;
    private readonly double[] _iprMm;
    private readonly List<StageState> _states = [];
    private readonly StageBand _band;

    public StageRun(CollisionScene scene, MacroPlan plan, IEnumerable<(int A, int B, double Mm)> ipr, TreatmentPreferences preferences, RunContext ctx)
    {
        _scene = scene;
        _preferences = preferences;
        _ctx = ctx;
        _trays = plan.Trays;
        _bound = plan.LowerBound;
        _programs = [.. plan.Programs];
        int n = _programs.Length;
        _ipr = ipr.ToImmutableSortedDictionary(i => (i.A, i.B), i => i.Mm);
        _at = new MovementVector[n];
        _pose = [.. Enumerable.Repeat(RigidTransform.Identity, n)];
        _tried = [.. _pose];
        _step = new MovementVector[n];
        _scale = new double[n];
        _note = new StageNote[n];
        _overlap = [.. scene.Pairs.Select(p => p.Start)];
        _iprMm = [.. scene.Pairs.Select(p => _ipr.GetValueOrDefault((p.A, p.B)))];
        _iprStage = [.. Enumerable.Repeat(-1, _iprMm.Length)];
        Record(0);
        double slack = preferences.Staging.CollisionToleranceMm / 4;
        _band = StageBand.Bend(scene, plan, (pair, stage, overlap) => Excess(pair, stage, overlap) + slack, ctx);
    }

    /// <summary>Parts of later phases that alignment needs for room.</summary>
    public ImmutableArray<(int Tooth, Phase Phase)> Early => _band.Early;

    private VelocityPreferences Limits => _preferences.Velocity;

    /// <summary>Runs to the end.</summary>
    public StageOutcome Run()
    {
        double best = double.PositiveInfinity;
        int bestStage = 0;
        for (int stage = 1; stage <= _preferences.Staging.MaxStages && !AllReached(); stage++)
        {
            _ctx.Cancel.ThrowIfCancellationRequested();
            Propose(stage);
            Resolve(stage);
            bool standstill = Standstill(stage) && !AllReached();
            if (standstill ? !StepTogether(stage) : Stuck())
                SideStep(stage);
            Accept(stage);
            double cost = Cost(stage);
            if (cost < best)
                (best, bestStage) = (cost, stage);
            if (stage >= _trays && stage >= Math.Max(bestStage, _preferences.Ipr.EarliestStage) + PatienceStages)
                break;
        }

        int last = LastUsefulStage();
        return new StageOutcome(
            [.. _states.Take(last + 1)],
            [.. _iprStage.Select(s => s > last ? -1 : s)],
            [.. _programs],
            Cost(last));
    }

    /// <summary>The stage to end with: what is left is weighed against the trays it would take.</summary>
    private int LastUsefulStage() => Enumerable.Range(0, _states.Count).MinBy(Cost);

    private double Cost(int stage) => StageOutcome.CostOf(stage, _bound, _states[stage].Left);

    private double Left()
    {
        double sum = 0;
        for (int i = 0; i < _at.Length; i++)
        {
            if (_programs[i].Moves)
                sum += (_programs[i].Total - _at[i]).Size;
        }

        return sum;
    }

    private bool Reached(int tooth) =>
        !_programs[tooth].Moves || (_programs[tooth].Total - _at[tooth]).Size <= ReachedSize;

    private bool AllReached() => Enumerable.Range(0, _at.Length).All(Reached);

    private void Propose(int stage)
    {
        _ctx.For(_at.Length, i =>
        {
            _note[i] = default;
            _scale[i] = 1;
            _step[i] = default;
            if (_programs[i].Moves)
            {
                MovementVector wanted = _band.At(i, stage) - _at[i];
                double share = wanted.Size <= ReachedSize
                    ? 0
                    : StepLimit.GreatestShare(_programs[i].Tooth, _at[i], _pose[i], wanted, Limits);
                _step[i] = wanted * share;
            }

            Try(i);
        });
    }

    private void Try(int tooth)
    {
        _tried[tooth] = _step[tooth].IsZero || _scale[tooth] == 0
            ? _pose[tooth]
            : (_at[tooth] + (_step[tooth] * _scale[tooth])).Pose(_programs[tooth].Tooth);
    }

    /// <summary>How much more a pair overlaps at a stage than it may, mm.</summary>
    private double Excess(int pair, int stage, Overlap overlap)
    {
        bool freed = stage >= _preferences.Ipr.EarliestStage || (_iprStage[pair] >= 0 && _iprStage[pair] <= stage);
        return overlap.ExcessMm(_scene.Pairs[pair].Start, freed ? _iprMm[pair] : 0) - _preferences.Staging.CollisionToleranceMm;
    }

    private double Excess(int pair, int stage) => Excess(pair, stage, _overlap[pair]);

    private void MeasurePairs(IReadOnlyList<int> pairs) => _ctx.For(pairs.Count, i =>
    {
        ScenePair pair = _scene.Pairs[pairs[i]];
        _overlap[pairs[i]] = _scene.Depth(pair, _tried[pair.A], _tried[pair.B]);
    });

    private bool Stirs(int tooth) => !_step[tooth].IsZero;

    /// <summary>Scales proposals back until no pair overlaps more than it may.</summary>
    private void Resolve(int stage)
    {
        List<int> dirty = [.. Enumerable.Range(0, _overlap.Length).Where(p => Stirs(_scene.Pairs[p].A) || Stirs(_scene.Pairs[p].B))];
        while (dirty.Count > 0)
        {
            MeasurePairs(dirty);
            SortedSet<int> changed = [];
            for (int p = 0; p < _overlap.Length; p++)
            {
                double excess = Excess(p, stage);
                if (excess <= 0)
                    continue;
                int culprit = ScaleBack(p, excess, changed);
                if (culprit >= 0)
                    changed.Add(culprit);
            }

            foreach (int i in changed)
                Try(i);
            dirty = [.. changed.SelectMany(i => _scene.PairsOf(i)).Distinct().Order()];
        }

        GrowBack(stage);
    }

    private int ScaleBack(int pair, double excess, SortedSet<int> changed)
    {
        ScenePair p = _scene.Pairs[pair];
        Overlap o = _overlap[pair];
        double a = _scale[p.A] > 0 ? Vec3.Dot(Displacement(p.A, o.Point), o.Direction) : double.NegativeInfinity;
        double b = _scale[p.B] > 0 ? -Vec3.Dot(Displacement(p.B, o.Point), o.Direction) : double.NegativeInfinity;
        bool canA = _scale[p.A] > 0 && Stirs(p.A);
        bool canB = _scale[p.B] > 0 && Stirs(p.B);
        if (!canA && !canB)
            return -1;
        bool chooseA = canA && (!canB || (a > 0 && b <= 0) || ((a > 0 == b > 0) && YieldsTo(p.A, p.B, a, b)));
        int culprit = chooseA ? p.A : p.B;
        if (changed.Contains(culprit))
            return -1;
        double approach = chooseA ? a : b;
        double factor = approach > 1e-6 ? Math.Clamp(0.95 - (1.05 * excess / approach), 0, 0.85) : 0.5;
        _scale[culprit] *= factor;
        if (_scale[culprit] < 0.06)
            _scale[culprit] = 0;
        bool iprWaits = _iprStage[pair] < 0 && _iprMm[pair] > 0 && o.DepthMm <= _iprMm[pair] + _preferences.Staging.CollisionToleranceMm;
        _note[culprit] = new StageNote(NoteKind.Slowed, chooseA ? p.B : p.A, o.DepthMm, iprWaits);
        return culprit;
    }

    /// <summary>Of two teeth that both approach (or neither), the one with less left to do gives way.</summary>
    private bool YieldsTo(int a, int b, double approachA, double approachB)
    {
        if (approachA <= 0 && approachB <= 0)
            return approachA >= approachB;
        double leftA = (_programs[a].Total - _at[a]).Size;
        double leftB = (_programs[b].Total - _at[b]).Size;
        return leftA <= leftB;
    }

    /// <summary>How far the tooth's material at a point has come in this stage.</summary>
    private Vec3 Displacement(int tooth, Vec3 point) =>
        point - (_pose[tooth] * _tried[tooth].Inverse).Apply(point);

    /// <summary>Scaling back overshoots; each tooth that gave way takes back what is still free, the one with most to do first.</summary>
    private void GrowBack(int stage)
    {
        IEnumerable<int> slowed = Enumerable.Range(0, _scale.Length)
            .Where(i => Stirs(i) && _scale[i] < 1)
            .OrderByDescending(i => (_programs[i].Total - _at[i]).Size)
            .ThenBy(i => i);
        foreach (int i in slowed.ToArray())
        {
            double low = _scale[i];
            double high = 1;
            int[] pairs = [.. _scene.PairsOf(i)];
            for (int round = 0; round < 3; round++)
            {
                _scale[i] = round == 0 && low == 0 ? 0.25 : (low + high) / 2;
                double tried = _scale[i];
                Try(i);
                MeasurePairs(pairs);
                if (pairs.All(p => Excess(p, stage) <= 0))
                    low = tried;
                else
                    high = tried;
            }

            _scale[i] = low;
            Try(i);
            MeasurePairs(pairs);
        }
    }

    /// <summary>True where a tooth would stand still for the third stage in a row: waiting has not helped it.</summary>
    private bool Stuck()
    {
        if (_states.Count <= PatienceWaiting)
            return false;
        for (int i = 0; i < _at.Length; i++)
        {
            bool stands = _note[i].Kind == NoteKind.Slowed && _scale[i] == 0;
            for (int back = 1; back <= PatienceWaiting; back++)
                stands = stands && _states[^back].Notes[i].Kind == NoteKind.Held;
            if (stands)
                return true;
        }

        return false;
    }

    /// <summary>True where nobody who has not arrived can go on by waiting.</summary>
    private bool Standstill(int stage)
    {
        if (stage < _trays || stage < _preferences.Ipr.EarliestStage)
            return false;
        for (int i = 0; i < _at.Length; i++)
        {
            if (_programs[i].Moves && _scale[i] > 0 && Stirs(i)
                && StepLimit.Utilisation(_programs[i].Tooth, _pose[i], _tried[i], Limits) > ProgressUtilisation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// All teeth that have not arrived go the same share of what is left to them: near their targets such a step is straight
    /// in the space of all poses, and of two legal ends the way between is nearly always legal too.
    /// </summary>
    private bool StepTogether(int stage)
    {
        Propose(stage);
        double together = 1;
        for (int i = 0; i < _at.Length; i++)
        {
            if (Reached(i))
                continue;
            MovementVector left = _programs[i].Total - _at[i];
            together = Math.Min(together, StepLimit.GreatestShare(_programs[i].Tooth, _at[i], _pose[i], left, Limits));
        }

        int[] all = [.. Enumerable.Range(0, _overlap.Length)];
        foreach (double share in (double[])[together, together / 2, together / 4, together / 10])
        {
            for (int i = 0; i < _at.Length; i++)
            {
                _step[i] = Reached(i) ? default : (_programs[i].Total - _at[i]) * share;
                _scale[i] = 1;
                Try(i);
            }

            MeasurePairs(all);
            if (share > 0.02 && all.All(p => Excess(p, stage) <= 0))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Every tooth that has not arrived takes its full step; overlapping pairs are pushed apart along their contact, both
    /// teeth alike or the movable one alone, within limits; what still overlaps after that is scaled back.
    /// </summary>
    private void SideStep(int stage)
    {
        Propose(stage);
        MovementVector[] forward = [.. _step];
        var all = Enumerable.Range(0, _overlap.Length).ToArray();
        for (int round = 0; round < 30; round++)
        {
            MeasurePairs(all);
            bool clear = true;
            var push = new Vec3[_at.Length];
            for (int p = 0; p < _overlap.Length; p++)
            {
                double excess = Excess(p, stage);
                if (excess <= 0)
                    continue;
                clear = false;
                ScenePair pair = _scene.Pairs[p];
                bool a = _programs[pair.A].Moves;
                bool b = _programs[pair.B].Moves;
                double share = a && b ? 0.5 : 1;
                Vec3 apart = _overlap[p].Direction * ((excess + 0.004) * share);
                if (a)
                    push[pair.A] -= apart;
                if (b)
                    push[pair.B] += apart;
                if (a)
                    _note[pair.A] = new StageNote(NoteKind.Detour, pair.B, _overlap[p].DepthMm, false);
                if (b)
                    _note[pair.B] = new StageNote(NoteKind.Detour, pair.A, _overlap[p].DepthMm, false);
            }

            if (clear)
                break;
            for (int i = 0; i < push.Length; i++)
            {
                if (push[i] == Vec3.Zero)
                    continue;
                MovementVector wanted = _step[i] + MovementVector.Shift(_programs[i].Tooth, push[i]);
                _step[i] = wanted * StepLimit.GreatestShare(_programs[i].Tooth, _at[i], _pose[i], wanted, Limits);
                Try(i);
            }
        }

        Resolve(stage);
        for (int i = 0; i < _note.Length; i++)
        {
            if (_note[i].Kind == NoteKind.Detour && (_step[i] - forward[i]).Size < 0.02)
                _note[i] = default;
        }
    }

    private void Accept(int stage)
    {
        for (int i = 0; i < _at.Length; i++)
        {
            if (!_programs[i].Moves)
                continue;
            if (Stirs(i) && _scale[i] > 0)
            {
                _at[i] += _step[i] * _scale[i];
                if (Reached(i))
                    _at[i] = _programs[i].Total;
                _pose[i] = _tried[i];
            }

            if (_note[i].Kind == NoteKind.Slowed)
            {
                if (_scale[i] == 0)
                    _note[i] = _note[i] with { Kind = NoteKind.Held };
                else if (_scale[i] > 0.95)
                    _note[i] = default;
            }

            if (_note[i].Kind == NoteKind.None)
                _note[i] = _band.Note(i, stage);
        }

        for (int p = 0; p < _overlap.Length; p++)
        {
            double beyond = _overlap[p].ExcessMm(_scene.Pairs[p].Start, 0) - _preferences.Staging.CollisionToleranceMm;
            if (_iprStage[p] < 0 && _iprMm[p] > 0 && beyond > 0)
                _iprStage[p] = stage;
        }

        Record(stage);
    }

    private void Record(int stage) => _states.Add(new StageState(
        stage, [.. _at], [.. _pose], [.. _note], Left()));
}
