using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Editing;

/// <summary>
/// Plans around a person's edits (STG-08): what an edit says is kept exactly, teeth it does not concern keep their poses bit for
/// bit, and the rest gives way. Method: the edited teeth run their changed ways tray by tray, cut to their limits; a tooth that
/// would overlap another waits; where a tooth that keeps its poses would run into one that now stands, it joins those that
/// give way from that stage on. Standing still is always legal, so every stage is. Trays are added at the end where limits
/// demand it. Complexity: stages × pairs of the teeth concerned × a few overlap queries. Known limits: nobody steps aside for an
/// edit; IPR keeps its stages.
/// </summary>
public static class StageEditor
{
    private const double ReachedSize = 1e-9;
    private const int PatienceStages = 5;

    /// <summary>The plan with the edits; the plan itself where there are none.</summary>
    /// <param name="scene">Bodies and pairs of the plan's teeth.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="edits">What a person has decided, in order. An edit of a tooth that is not there changes nothing.</param>
    /// <param name="preferences">Limits, collision tolerance.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static StagingResult Apply(
        CollisionScene scene, StagingResult plan, ImmutableArray<StagingEdit> edits, TreatmentPreferences preferences, RunContext ctx)
    {
        StagingEdit[] own = [.. edits.Where(e => scene.Teeth.Any(t => t.Id.Fdi == e.Fdi && t.IsMovable))];
        if (own.Length == 0 || plan.Stages.Length < 2)
            return plan;
        var run = new EditRun(scene, plan, own, preferences, ctx);
        foreach (int tooth in own.Select(e => Index(scene, e.Fdi)).Distinct().Order())
            run.Add(tooth, 0);
        run.Run();
        return EditReport.Of(scene, plan, run, own);
    }

    private static int Index(CollisionScene scene, int fdi) =>
        Enumerable.Range(0, scene.Teeth.Length).First(i => scene.Teeth[i].Id.Fdi == fdi);

    /// <summary>One run; teeth that have to give way join it as it goes.</summary>
    internal sealed class EditRun
    {
        private readonly CollisionScene _scene;
        private readonly StagingResult _plan;
        private readonly TreatmentPreferences _preferences;
        private readonly RunContext _ctx;
        private readonly SortedDictionary<int, EditedTrack> _tracks = [];
        private readonly SortedDictionary<int, ToothProgram> _programs = [];
        private readonly SortedDictionary<int, MovementVector> _at = [];
        private readonly StagingEdit[] _edits;
        private int[] _pairs = [];

        public EditRun(CollisionScene scene, StagingResult plan, StagingEdit[] edits, TreatmentPreferences preferences, RunContext ctx)
        {
            (_scene, _plan, _edits, _preferences, _ctx) = (scene, plan, edits, preferences, ctx);
            Poses.Add([.. scene.Teeth.Select(_ => RigidTransform.Identity)]);
        }

        /// <summary>Pose per stage and tooth, as far as the run has come.</summary>
        public List<RigidTransform[]> Poses { get; } = [];

        /// <summary>Teeth that gave way.</summary>
        public IEnumerable<int> Affected => _tracks.Keys;

        /// <summary>True where the tooth ends where it shall.</summary>
        public bool Reached(int tooth) => (_tracks[tooth].End - _at[tooth]).Size <= ReachedSize;

        /// <summary>A tooth no longer keeps its poses after a stage, up to which it has kept them.</summary>
        public void Add(int index, int stage)
        {
            Tooth tooth = _scene.Teeth[index];
            ImmutableArray<MovementVector> planned =
                [.. _plan.Stages.Select(s => MovementVector.Of(Movement.Between(tooth, RigidTransform.Identity, s[tooth.Id])))];
            var program = ToothProgram.Split(tooth, _plan.Stages[^1][tooth.Id], false, [], _preferences);
            _programs[index] = program;
            _tracks[index] = new EditedTrack(program, planned, _edits.Where(e => e.Fdi == tooth.Id.Fdi), _preferences.Velocity);
            _at[index] = planned[Math.Min(stage, planned.Length - 1)];
            _pairs = [.. _tracks.Keys.SelectMany(i => _scene.PairsOf(i)).Distinct().Order()];
        }

        /// <summary>Runs to the end.</summary>
        public void Run()
        {
            int idle = 0;
            int most = Math.Max(_plan.Stages.Length - 1, _preferences.Staging.MaxStages);
            for (int stage = 1; stage <= most && (stage < _plan.Stages.Length || (!_tracks.Keys.All(Reached) && idle < PatienceStages)); stage++)
            {
                _ctx.Cancel.ThrowIfCancellationRequested();
                while (Step(stage) is { } gives)
                {
                    foreach (int tooth in gives)
                        Add(tooth, stage - 1);
                }

                idle = Poses[^1].SequenceEqual(Poses[^2]) ? idle + 1 : 0;
            }

            while (Poses.Count > _plan.Stages.Length && Poses[^1].SequenceEqual(Poses[^2]))
                Poses.RemoveAt(Poses.Count - 1);
        }

        /// <summary>One tray; returns teeth that have to give way first, or null where it is done.</summary>
        private SortedSet<int>? Step(int stage)
        {
            RigidTransform[] before = Poses[^1];
            int planned = Math.Min(stage, _plan.Stages.Length - 1);
            var steps = new SortedDictionary<int, MovementVector>();
            foreach ((int i, EditedTrack track) in _tracks)
            {
                MovementVector wanted = track.Allowed(track.At(stage) - _at[i], stage);
                double share = wanted.Size <= ReachedSize ? 0 : StepLimit.GreatestShare(
                    _scene.Teeth[i], _at[i], before[i], wanted, _preferences.Velocity, _programs[i].MayExtrude);
                steps[i] = wanted * share;
            }

            for (int round = 0; ; round++)
            {
                RigidTransform[] tried = [.. _scene.Teeth.Select((_, i) => Pose(i, planned, before, steps))];
                bool asPlanned = _tracks.Keys.All(i => tried[i] == _plan.Stages[planned][_scene.Teeth[i].Id]);
                int[] over = asPlanned ? [] : [.. Over(tried, stage)];
                if (over.Length == 0)
                {
                    foreach ((int i, MovementVector step) in steps)
                        _at[i] = Reaches(i, step) ? _tracks[i].End : _at[i] + step;
                    Poses.Add(tried);
                    return null;
                }

                int[] slower = [.. over.SelectMany(Sides).Where(i => steps.TryGetValue(i, out MovementVector s) && !s.IsZero).Distinct()];
                if (slower.Length == 0)
                    return [.. over.SelectMany(Sides).Where(i => !_tracks.ContainsKey(i))];
                foreach (int i in slower)
                    steps[i] = round >= 3 ? default : steps[i] * 0.5;
            }
        }

        private bool Reaches(int tooth, MovementVector step) => (_tracks[tooth].End - _at[tooth] - step).Size <= ReachedSize;

        /// <summary>A tooth's pose after a step; exactly the plan's where it stands where the plan has it.</summary>
        private RigidTransform Pose(int tooth, int planned, RigidTransform[] before, SortedDictionary<int, MovementVector> steps)
        {
            RigidTransform kept = _plan.Stages[planned][_scene.Teeth[tooth].Id];
            if (!steps.TryGetValue(tooth, out MovementVector step))
                return kept;
            MovementVector at = _at[tooth] + step;
            return _tracks[tooth].IsPlanned(at, planned) ? kept : step.IsZero ? before[tooth] : at.Pose(_scene.Teeth[tooth]);
        }

        private IEnumerable<int> Sides(int pair) => [_scene.Pairs[pair].A, _scene.Pairs[pair].B];

        private List<int> Over(RigidTransform[] poses, int stage)
        {
            var excess = new double[_pairs.Length];
            _ctx.For(excess.Length, n =>
            {
                ScenePair pair = _scene.Pairs[_pairs[n]];
                double freed = _plan.Ipr
                    .Where(i => i.Stage <= stage && IsAt(i, _scene.Teeth[pair.A].Id.Fdi, _scene.Teeth[pair.B].Id.Fdi))
                    .Sum(i => i.Mm);
                excess[n] = _scene.Depth(pair, poses[pair.A], poses[pair.B]).ExcessMm(pair.Start, freed) - _preferences.Staging.CollisionToleranceMm;
            });
            return [.. Enumerable.Range(0, excess.Length).Where(n => excess[n] > 1e-9).Select(n => _pairs[n])];
        }

        private static bool IsAt(PlanIpr ipr, int a, int b) =>
            (ipr.Between[0] == a && ipr.Between[1] == b) || (ipr.Between[0] == b && ipr.Between[1] == a);
    }
}
