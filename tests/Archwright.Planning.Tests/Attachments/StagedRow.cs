using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;
using Archwright.Planning.Tests.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>A straight row of block teeth with the trays a test asks for: enough for attachments, which only read poses and crowns.</summary>
internal sealed class StagedRow
{
    private readonly SortedDictionary<ToothId, Tooth> _teeth = [];
    private readonly Dictionary<ToothId, List<(int From, int To, double[] Move)>> _moves = [];
    private ImmutableArray<RestorativeItem> _restored = [];
    private int _trays = 1;

    public StagedRow(params int[] fdi)
    {
        foreach (int number in fdi)
            Add(number);
    }

    public ImmutableArray<Tooth> Teeth => [.. _teeth.Values];

    public Tooth this[int fdi] => _teeth[ToothId.FromFdi(fdi)];

    public StagedRow Restricted(int fdi, ToothRestriction restriction)
    {
        _teeth[ToothId.FromFdi(fdi)] = this[fdi] with { Restriction = restriction };
        return this;
    }

    /// <summary>Sets the gingival margin so that a crown is this high.</summary>
    public StagedRow CrownHeight(int fdi, double mm)
    {
        Tooth t = this[fdi];
        Vec3 facial = t.Landmarks.OcclusalPoint + (t.Frame.Facial * 2) - (t.Frame.Occlusal * mm);
        _teeth[t.Id] = t with { Landmarks = t.Landmarks with { FacialMargin = facial } };
        return this;
    }

    public StagedRow Restored(RestorativeItem item)
    {
        _restored = [item];
        return this;
    }

    public StagedRow Shifted(int fdi, Vec3 by)
    {
        _teeth[ToothId.FromFdi(fdi)] = this[fdi].Moved(new RigidTransform(Rotation.Identity, by));
        return this;
    }

    /// <summary>A movement spread evenly over trays.</summary>
    public StagedRow Move(
        int fdi, int from, int to, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        ToothId id = ToothId.FromFdi(fdi);
        if (!_moves.TryGetValue(id, out List<(int, int, double[])>? moves))
            _moves[id] = moves = [];
        moves.Add((from, to, [mesial, facial, extrusion, rotation, tip, torque]));
        _trays = Math.Max(_trays, to);
        return this;
    }

    public StagingResult Staging(ClassTwoStrategy classTwo = ClassTwoStrategy.None) => new()
    {
        Strategy = new PlanStrategy
        {
            Pattern = MacroPattern.LevelAndAlign,
            ClassTwo = classTwo,
            Reason = "test",
            LowerBound = _trays,
            Groups = [],
        },
        Stages = [.. Enumerable.Range(0, _trays + 1).Select(k => _teeth.ToImmutableSortedDictionary(t => t.Key, t => PoseOf(t.Value, k)))],
        Phases = [.. Enumerable.Range(0, _trays + 1).Select(_ => ImmutableArray<string>.Empty)],
        Ipr = [],
        Events = [],
        Pairs = [],
        LowerBound = _trays,
        Shortfalls = [],
    };

    public MeasuredCase Case(OcclusionMeasures? bite = null, CaseObjectives? objectives = null) => new()
    {
        Input = new CaseInput
        {
            Description = new CaseDescription
            {
                Objectives = objectives ?? new CaseObjectives(),
                RecordSet = new CaseRecords { Restorative = new RestorativePlan { State = RecordState.Present, Items = _restored } },
            },
            HasDescription = true,
        },
        OcclusalFromScan = RigidTransform.Identity,
        Orientation = new Confidence(1, "made"),
        Upper = Arch(Jaw.Upper),
        Lower = Arch(Jaw.Lower),
        Occlusion = bite,
        HasBite = _teeth.Keys.Select(t => t.Jaw).Distinct().Count() == 2,
        Gaps = [],
    };

    private MeasuredArch? Arch(Jaw jaw)
    {
        ImmutableArray<Tooth> teeth = [.. Teeth.Where(t => t.Id.Jaw == jaw)];
        return teeth.IsEmpty
            ? null
            : new MeasuredArch
            {
                Jaw = jaw,
                Teeth = teeth,
                Form = new ArchForm(0, 0, 0.02, 0, 0, 40, 0),
                Contacts = ContactMeasurement.Of(teeth, new RunContext()),
                Measures = new ArchMeasures { WidthsMm = teeth.ToImmutableSortedDictionary(t => t.Id, t => t.Landmarks.WidthMm) },
            };
    }

    private void Add(int fdi)
    {
        ToothId id = ToothId.FromFdi(fdi);
        Vec3 half = BlockTooth.HalfSizes(id);
        // in contact along x; the lower row stands 3 mm behind and below the upper one's edges
        double place = 0;
        for (int p = 1; p < id.Position; p++)
            place += 2 * BlockTooth.HalfSizes(ToothId.FromFdi((id.Quadrant * 10) + p)).X;
        place += half.X;
        double x = id.IsRight ? -place : place;
        Vec3 center = id.Jaw == Jaw.Upper ? new Vec3(x, 0, half.Z + 0.5) : new Vec3(x, 3, -half.Z - 0.5);
        Vec3 mesial = id.IsRight ? Vec3.UnitX : -Vec3.UnitX;
        Vec3 occlusal = id.Jaw == Jaw.Upper ? -Vec3.UnitZ : Vec3.UnitZ;
        _teeth[id] = new BlockTooth(id, center, mesial, -Vec3.UnitY, occlusal, half).ToTooth();
    }

    private RigidTransform PoseOf(Tooth tooth, int stage)
    {
        if (!_moves.TryGetValue(tooth.Id, out List<(int From, int To, double[] Move)>? moves))
            return RigidTransform.Identity;
        double[] sum = new double[6];
        foreach ((int from, int to, double[] move) in moves)
        {
            double done = Math.Clamp((stage - from + 1.0) / (to - from + 1), 0, 1);
            for (int c = 0; c < 6; c++)
                sum[c] += done * move[c];
        }

        return Movement.Apply(tooth, RigidTransform.Identity, sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
    }
}
