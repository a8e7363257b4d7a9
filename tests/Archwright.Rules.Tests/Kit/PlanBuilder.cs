using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules.Tests;

/// <summary>Builds the smallest plan that shows something: a few block teeth, a few trays.</summary>
internal sealed class PlanBuilder
{
    private readonly SortedDictionary<ToothId, Tooth> _teeth = [];
    private readonly Dictionary<(int Fdi, int Stage), Func<Tooth, RigidTransform, RigidTransform>> _moves = [];
    private readonly List<PlanIpr> _ipr = [];
    private readonly List<PlanAuxiliary> _auxiliaries = [];
    private readonly List<PlanEvent> _events = [];
    private readonly List<DataGap> _gaps = [];
    private readonly List<DataGap> _shortfalls = [];
    private ImmutableSortedDictionary<ToothId, RigidTransform> _target = ImmutableSortedDictionary<ToothId, RigidTransform>.Empty;
    private PlanPatient _patient = new();
    private int _stages = 1;
    private int _wearDays = 14;
    private bool _hasBite = true;
    private TreatmentPreferences _preferences = new();

    public PlanBuilder Tooth(
        int fdi, double? x = null, RootSource root = RootSource.Template, ToothRestriction restriction = ToothRestriction.None)
    {
        ToothId id = ToothId.FromFdi(fdi);
        // Without a place of its own a tooth stands in a row with 1 mm between neighbours.
        double place = x ?? (id.ArchPlace - (0.5 * Math.Sign(id.ArchPlace))) * (TestTooth.WidthMm + 1);
        _teeth[id] = TestTooth.At(fdi, place, root, restriction);
        return this;
    }

    /// <summary>Sets a tooth down so far that the blocks of both jaws, 1 mm apart, cut by <paramref name="mm"/> from the start.</summary>
    public PlanBuilder Sunk(int fdi, double mm)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        _teeth[tooth.Id] = tooth.Moved(new RigidTransform(Rotation.Identity, tooth.Frame.Occlusal * (mm + 1)));
        return this;
    }

    public PlanBuilder Stages(int trays)
    {
        _stages = Math.Max(_stages, trays + 1);
        return this;
    }

    /// <summary>Moves a tooth in the tray that reaches <paramref name="stage"/>; it stays where it is in all others.</summary>
    public PlanBuilder Move(
        int fdi, int stage, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        _moves[(fdi, stage)] = (tooth, from) =>
            Movement.Apply(tooth, from, mesial, facial, extrusion, rotation, tip, torque);
        return Stages(stage);
    }

    /// <summary>Turns a tooth about a point of its long axis, given from the crown point rootwards, mm.</summary>
    public PlanBuilder TurnAbout(int fdi, int stage, double rootwardsMm, double tip = 0, double torque = 0)
    {
        _moves[(fdi, stage)] = (tooth, from) =>
        {
            RigidTransform turned = Movement.Apply(tooth, from, 0, 0, 0, 0, tip, torque);
            Vec3 pivot = tooth.Landmarks.OcclusalPoint - (tooth.Frame.Occlusal * rootwardsMm);
            return new RigidTransform(Rotation.Identity, from.Apply(pivot) - turned.Apply(pivot)) * turned;
        };
        return Stages(stage);
    }

    /// <summary>Puts a pose in place, whatever it is.</summary>
    public PlanBuilder Pose(int fdi, int stage, RigidTransform pose)
    {
        _moves[(fdi, stage)] = (_, _) => pose;
        return Stages(stage);
    }

    public PlanBuilder Ipr(int a, int b, double mm, int stage)
    {
        _ipr.Add(new PlanIpr { Between = [a, b], Mm = mm, Stage = stage, Cause = "test" });
        return Stages(stage);
    }

    public PlanBuilder Auxiliary(int fdi, int from, int to)
    {
        _auxiliaries.Add(new PlanAuxiliary { Fdi = fdi, Type = "extrusion-elastic", From = from, To = to, Cause = "test" });
        return this;
    }

    public PlanBuilder Event(int fdi, string kind, int from, int to, string cause = "phase level")
    {
        _events.Add(new PlanEvent { Fdi = fdi, Kind = kind, Movement = "level", From = from, To = to, Cause = cause });
        return this;
    }

    public PlanBuilder Gap(string code, string message, int? fdi = null)
    {
        _gaps.Add(new DataGap(code, message, fdi is { } f ? ToothId.FromFdi(f) : null));
        return this;
    }

    public PlanBuilder Shortfall(string code, string message, int? fdi = null)
    {
        _shortfalls.Add(new DataGap(code, message, fdi is { } f ? ToothId.FromFdi(f) : null));
        return this;
    }

    /// <summary>The clinical target of a tooth as a movement from where it stands; a tooth without one is meant to end as staged.</summary>
    public PlanBuilder Clinical(int fdi, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        _target = _target.SetItem(
            tooth.Id, Movement.Apply(tooth, RigidTransform.Identity, mesial, facial, extrusion, rotation, tip, torque));
        return this;
    }

    public PlanBuilder Patient(PlanPatient patient)
    {
        _patient = patient;
        return this;
    }

    public PlanBuilder WearDays(int days)
    {
        _wearDays = days;
        return this;
    }

    public PlanBuilder WithoutBite()
    {
        _hasBite = false;
        return this;
    }

    public PlanBuilder Prefer(Func<TreatmentPreferences, TreatmentPreferences> change)
    {
        _preferences = change(_preferences);
        return this;
    }

    public PlanView Build()
    {
        var poses = _teeth.Keys.ToDictionary(id => id, _ => RigidTransform.Identity);
        var stages = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<ToothId, RigidTransform>>();
        for (int k = 0; k < _stages; k++)
        {
            foreach (Tooth tooth in _teeth.Values)
            {
                if (_moves.TryGetValue((tooth.Id.Fdi, k), out Func<Tooth, RigidTransform, RigidTransform>? move))
                    poses[tooth.Id] = move(tooth, poses[tooth.Id]);
            }

            stages.Add(poses.ToImmutableSortedDictionary());
        }

        return new PlanView
        {
            Teeth = [.. _teeth.Values],
            Stages = stages.ToImmutable(),
            ClinicalTarget = _target,
            Patient = _patient,
            WearDays = [.. Enumerable.Range(0, _stages).Select(k => k == 0 ? 0 : _wearDays)],
            Ipr = [.. _ipr],
            Auxiliaries = [.. _auxiliaries],
            Attachments = [],
            Events = [.. _events],
            Preferences = _preferences,
            HasBite = _hasBite,
            Gaps = [.. _gaps],
            Shortfalls = [.. _shortfalls],
        };
    }
}
