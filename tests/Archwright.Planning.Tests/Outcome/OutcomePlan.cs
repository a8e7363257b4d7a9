using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Planning.Tests.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Outcome;

/// <summary>A plan of block teeth in two ideal arches that prescribes what a study prescribed, evenly over its trays.</summary>
internal sealed record OutcomePlan
{
    private static readonly ImmutableArray<Tooth> Arches =
        BlockCase.Create(new BlockOptions { Lower = true, ShiftMm = 0, TurnDeg = 0 }, 1).Teeth;

    private readonly SortedDictionary<int, Prescription> _moves = [];

    public int Trays { get; init; } = 20;

    public TreatmentPreferences Preferences { get; init; } = new();

    public PlanPatient Patient { get; init; } = new();

    public int WearDays { get; init; } = 14;

    public ImmutableArray<PlanIpr> Ipr { get; init; } = [];

    public bool Attachments { get; init; } = true;

    /// <summary>Programmed over clinical movement, where a tooth is overcorrected.</summary>
    public double Programmed { get; init; } = 1;

    public static Tooth Tooth(int fdi) => Arches.Single(t => t.Id.Fdi == fdi);

    public OutcomePlan Move(
        int fdi, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        _moves[fdi] = new Prescription(mesial, facial, extrusion, rotation, tip, torque);
        return this;
    }

    /// <summary>Tips a crown about its apex by so much at the crown point, mm: mesially and facially.</summary>
    public OutcomePlan TipCrown(int fdi, double mesial = 0, double facial = 0) => Tip(fdi, mesial, facial, 0, 0);

    /// <summary>Tips a crown about its apex, and extrudes and turns the tooth.</summary>
    public OutcomePlan Tip(int fdi, double mesial, double facial, double extrusion, double rotation)
    {
        Tooth tooth = Tooth(fdi);
        double length = Vec3.Dot(tooth.Landmarks.OcclusalPoint - tooth.Apex, tooth.Frame.Occlusal);
        double root = Vec3.Dot(tooth.CenterOfResistance - tooth.Apex, tooth.Frame.Occlusal);
        double deg = double.RadiansToDegrees(1 / length);
        return Move(fdi, mesial * root / length, facial * root / length, extrusion, rotation, mesial * deg, facial * deg);
    }

    public OutcomeInput Input(ImmutableArray<Tooth>? teeth = null)
    {
        ImmutableArray<Tooth> all = teeth ?? Arches;
        return new OutcomeInput
        {
            Teeth = all,
            Stages = [.. Enumerable.Range(0, Trays + 1).Select(k => Poses(all, Programmed * k / Trays))],
            Target = Poses(all, 1),
            WearDays = [.. Enumerable.Range(0, Trays + 1).Select(k => k == 0 ? 0 : WearDays)],
            Supports = [.. Attachments ? all.Select(t => new ToothSupport(t.Id.Fdi, 1, Trays)) : []],
            Ipr = Ipr,
            Patient = Patient,
            Preferences = Preferences,
            HasBite = true,
        };
    }

    public OutcomeResult Run(int threads = 1) => ExpectedOutcome.Run(Input(), new RunContext(threads));

    public ExpectedMovement Expect(int fdi, OutcomeComponent component) =>
        Run().Outcome.Movements.Single(m => m.Fdi == fdi && m.Component == component);

    private ImmutableSortedDictionary<ToothId, RigidTransform> Poses(ImmutableArray<Tooth> teeth, double share) =>
        teeth.ToImmutableSortedDictionary(
            t => t.Id, t => _moves.TryGetValue(t.Id.Fdi, out Prescription? m) ? m.Pose(t, share) : RigidTransform.Identity);

    private sealed record Prescription(double Mesial, double Facial, double Extrusion, double Rotation, double Tip, double Torque)
    {
        public RigidTransform Pose(Tooth tooth, double s) => Movement.Apply(
            tooth, RigidTransform.Identity, Mesial * s, Facial * s, Extrusion * s, Rotation * s, Tip * s, Torque * s);
    }
}
