using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// Runs a macro plan tray by tray. In each stage every tooth proposes its step towards its programme, cut to its limits; all
/// proposals are tried together; where two teeth would overlap beyond what is allowed, the one that moves into the other is
/// scaled back, down to standing still, until nobody overlaps. Standing still is always allowed, so every stage is legal by
/// construction. Where that leads to a standstill, teeth are pushed apart along their contact (a detour) and rejoin their way.
/// </summary>
internal sealed partial class StageRun
{
    /// <summary>A tooth this close to its target has reached it (mm, degrees counted at 10 mm).</summary>
    private const double ReachedSize = 1e-9;

    /// <summary>Steps smaller than this share of a limit are not progress.</summary>
    private const double ProgressUtilisation = 0.02;

    /// <summary>Stages a tooth waits before others are pushed aside for it.</summary>
    private const int PatienceWaiting = 2;

    /// <summary>A step of more than this share of what was wanted is not worth a word.</summary>
    private const double HardlyShorter = 0.95;

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
    private readonly StageClock _clock;
    private readonly AnchorageBudget _anchorage;
    private readonly ImmutableArray<ImmutableArray<Gate>> _gates;
    private readonly ImmutableArray<ImmutableArray<int>> _awaited;
    private readonly bool[] _held;
    private readonly bool[] _begun;
    private readonly bool[] _stuck;
    private bool _gatesOpen;
    private long _measured;
    private long _aside;
    private bool _endedEarly;

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
        _gates = plan.Gates();
        _awaited =
        [
            .. Enumerable.Range(0, n).Select(i =>
                _gates.SelectMany(g => g).Where(g => g.Tooth == i).Select(g => g.Part).Distinct().Order().ToImmutableArray()),
        ];
        _held = new bool[n];
        _begun = new bool[n];
        _stuck = new bool[n];
        _sinks = new bool[n];
        _clock = plan.Clock;
        _anchorage = new AnchorageBudget(scene.Teeth, preferences);
        Record(0);
        double slack = preferences.Staging.CollisionToleranceMm / 4;
        _band = new StageBand(scene, plan, (pair, stage, overlap) => Excess(pair, stage, overlap) + slack, ctx);
    }

    /// <summary>Parts of later phases that alignment needs for room.</summary>
    public ImmutableArray<(int Tooth, StagingPhase Phase)> Early => _band.Early;

    /// <summary>Overlaps measured so far: what the run has cost.</summary>
    public long Measured => _band.Measured + _measured;

    private VelocityPreferences Limits => _preferences.Velocity;

    /// <summary>Runs to the end.</summary>
    public StageOutcome Run()
    {
        _band.Bend();
        double best = double.PositiveInfinity;
        int bestStage = 0;
        for (int stage = 1; stage <= _preferences.Staging.MaxStages && !AllReached(); stage++)
        {
            _ctx.Cancel.ThrowIfCancellationRequested();
            Hold(stage);
            LetSink();
            Propose(stage);
            Resolve(stage);
            bool standstill = Standstill(stage) && !AllReached();
            if (standstill && OpenGates(stage))
            {
                Propose(stage);
                Resolve(stage);
                standstill = Standstill(stage);
            }

            if (standstill ? !StepTogether(stage) : Stuck())
            {
                _endedEarly |= _aside >= (long)StagingEffort.Detours * _overlap.Length;
                if (!_endedEarly)
                {
                    SideStep(stage);
                }
                else if (standstill)
                {
                    // what stepping together tried last is not legal
                    Propose(stage);
                    Resolve(stage);
                }
            }
            else if (!standstill && !_endedEarly && Jammed())
            {
                SideStepWhereItGains(stage);
            }

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
            Cost(last),
            _endedEarly);
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

    /// <summary>True where the tooth may move in this stage: it has a way to go and its turn has come.</summary>
    private bool CanMove(int tooth) => _programs[tooth].Moves && !_held[tooth];

    private bool AllReached() => Enumerable.Range(0, _at.Length).All(Reached);

    private void Propose(int stage)
    {
        _ctx.For(_at.Length, i =>
        {
            _note[i] = default;
            _scale[i] = 1;
            _step[i] = default;
            if (CanMove(i))
                _step[i] = StepTo(i, _band.At(i, stage), stage);
            Try(i);
        });
        SpareAnchors(stage);
    }

    /// <summary>As much of the way to a place as a tray may give.</summary>
    private MovementVector StepTo(int tooth, MovementVector place, int stage)
    {
        ToothProgram program = _programs[tooth];
        MovementVector wanted = RisesAsItMay(tooth, Kept(tooth, place, stage) - _at[tooth]);
        return wanted.Size <= ReachedSize
            ? default
            : wanted * StepLimit.GreatestShare(program.Tooth, _at[tooth], _pose[tooth], wanted, Limits, program.MayExtrude);
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

    private void MeasurePairs(IReadOnlyList<int> pairs)
    {
        _measured += pairs.Count;
        _ctx.For(pairs.Count, i =>
        {
            ScenePair pair = _scene.Pairs[pairs[i]];
            _overlap[pairs[i]] = _scene.Depth(pair, _tried[pair.A], _tried[pair.B]);
        });
    }

    private bool Stirs(int tooth) => !_step[tooth].IsZero;

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
                else if (_scale[i] > HardlyShorter)
                    _note[i] = default;
            }

            if (_note[i].Kind is NoteKind.None or NoteKind.Nudge && _band.Note(i, stage) is { Kind: not NoteKind.None } bent)
                _note[i] = bent;
            if (_note[i].Kind == NoteKind.None && Stirs(i) && _clock.SlowedAt(stage) is { Share: > 0 } slowed)
                _note[i] = StageNote.Sparing(slowed);
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
