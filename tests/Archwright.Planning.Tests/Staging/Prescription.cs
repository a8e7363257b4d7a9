using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

/// <summary>Movements ordered tooth by tooth on an ideal arch of blocks, staged, and read back as the share of its way a component has gone.</summary>
internal sealed class Prescription
{
    private readonly SortedDictionary<int, (double Mesial, double Facial, double Extrusion, double Rotation, double Tip, double Torque)> _wanted = [];
    private readonly SortedDictionary<int, (double Torque, double CrownMm)> _roots = [];
    private readonly HashSet<int> _missing = [];
    private ImmutableArray<Tooth> _teeth = [];

    public Prescription Move(
        IEnumerable<int> fdi, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        foreach (int tooth in fdi)
            _wanted[tooth] = (mesial, facial, extrusion, rotation, tip, torque);
        return this;
    }

    /// <summary>Torque of the root about the crown, whose point comes facially by a little.</summary>
    public Prescription Root(int fdi, double torque, double crownMm)
    {
        _roots[fdi] = (torque, crownMm);
        return this;
    }

    public Prescription Without(params int[] fdi)
    {
        _missing.UnionWith(fdi);
        return this;
    }

    public StagingResult Stage(TreatmentPreferences preferences, CaseFacts? facts = null)
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 0, TurnDeg = 0, SpaceMm = 0.6 }, 1);
        _teeth = [.. block.Teeth.Where(t => !_missing.Contains(t.Id.Fdi))];
        SetupResult setup = block.Setup with
        {
            Target = _teeth.ToImmutableSortedDictionary(
                t => t.Id,
                t => _roots.TryGetValue(t.Id.Fdi, out var root) ? Rooted(t, root.Torque, root.CrownMm)
                    : _wanted.TryGetValue(t.Id.Fdi, out var w)
                    ? Movement.Apply(t, RigidTransform.Identity, w.Mesial, w.Facial, w.Extrusion, w.Rotation, w.Tip, w.Torque)
                    : RigidTransform.Identity),
        };
        var ctx = new RunContext();
        return Stager.Run(CollisionScene.Build(_teeth, false, ctx), setup, facts ?? CaseFacts.None, preferences, ctx);
    }

    private static RigidTransform Rooted(Tooth tooth, double torque, double crownMm)
    {
        double lever = Vec3.Dot(tooth.Landmarks.OcclusalPoint - tooth.CenterOfResistance, tooth.Frame.Occlusal);
        double facial = crownMm - (lever * Math.Sin(double.DegreesToRadians(torque)));
        return Movement.Apply(tooth, RigidTransform.Identity, 0, facial, 0, 0, 0, torque);
    }

    /// <summary>The arch as it was staged last.</summary>
    public ImmutableArray<Tooth> Teeth => _teeth;

    public CollisionScene Scene() => CollisionScene.Build(_teeth, false, new RunContext());

    /// <summary>Share of its final value a component has at a stage.</summary>
    public double Share(StagingResult plan, int fdi, Func<Movement, double> component, int stage)
    {
        Tooth tooth = _teeth.First(t => t.Id.Fdi == fdi);
        double At(int k) => component(Movement.Between(tooth, RigidTransform.Identity, plan.Stages[k][tooth.Id]));
        return At(stage) / At(plan.Stages.Length - 1);
    }

    /// <summary>First stage in which a component has gone at least a share of its way.</summary>
    public int FirstStage(StagingResult plan, int fdi, Func<Movement, double> component, double share) =>
        Enumerable.Range(0, plan.Stages.Length).First(k => Share(plan, fdi, component, k) >= share);
}
