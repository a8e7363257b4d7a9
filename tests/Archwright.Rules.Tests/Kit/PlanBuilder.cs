using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;

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
    private PlanPatient _patient = HealthyRecords.Patient;
    private readonly List<PlanGroup> _groups = [];
    private readonly List<(PlanAttachment Entry, TriangleMesh Mesh)> _attachments = [];
    private PlanStrategy? _strategy;
    private PlanScanQuality? _scanQuality;
    private int _stages = 1;
    private int _wearDays = 14;
    private bool _hasBite = true;
    private TreatmentPreferences _preferences = new();
    private RigidTransform _occlusalFromScan = RigidTransform.Identity;

    /// <summary>A plan of real teeth, all standing, in place of blocks.</summary>
    public static PlanBuilder Of(PlanView plan)
    {
        var builder = new PlanBuilder { _patient = plan.Patient, _preferences = plan.Preferences, _occlusalFromScan = plan.OcclusalFromScan };
        foreach (Tooth tooth in plan.Teeth)
            builder._teeth[tooth.Id] = tooth;
        return builder;
    }

    public PlanBuilder Tooth(
        int fdi, double? x = null, RootSource root = RootSource.Template, ToothRestriction restriction = ToothRestriction.None)
    {
        ToothId id = ToothId.FromFdi(fdi);
        // Without a place of its own a tooth stands in a row with 1 mm between neighbours.
        double place = x ?? (id.ArchPlace - (0.5 * Math.Sign(id.ArchPlace))) * (TestTooth.WidthMm + 1);
        _teeth[id] = TestTooth.At(fdi, place, root, restriction);
        return this;
    }

    /// <summary>A tooth with four cusps, 2 mm off its middle along and across the row, as molars are read by.</summary>
    public PlanBuilder Molar(int fdi, double x)
    {
        Tooth(fdi, x);
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        Vec3 Cusp(int mesial, int facial) => tooth.Landmarks.OcclusalPoint + (tooth.Frame.Mesial * (2 * mesial)) + (tooth.Frame.Facial * (2 * facial));
        _teeth[tooth.Id] = tooth with { Landmarks = tooth.Landmarks with { Cusps = [Cusp(1, 1), Cusp(-1, 1), Cusp(1, -1), Cusp(-1, -1)] } };
        return this;
    }

    /// <summary>Shifts a tooth where it stands at the start; + z is up.</summary>
    public PlanBuilder Shifted(int fdi, double x = 0, double y = 0, double z = 0)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        _teeth[tooth.Id] = tooth.Moved(new RigidTransform(Rotation.Identity, new Vec3(x, y, z)));
        return this;
    }

    /// <summary>The same movement in each tray from one stage to another.</summary>
    public PlanBuilder Moves(
        int fdi, int from, int to, double mesial = 0, double facial = 0, double extrusion = 0, double rotation = 0, double tip = 0, double torque = 0)
    {
        for (int k = from; k <= to; k++)
            Move(fdi, k, mesial, facial, extrusion, rotation, tip, torque);
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

    /// <summary>The same turn in each tray from one stage to another.</summary>
    public PlanBuilder TurnsAbout(int fdi, int from, int to, double rootwardsMm, double tip = 0, double torque = 0)
    {
        for (int k = from; k <= to; k++)
            TurnAbout(fdi, k, rootwardsMm, tip, torque);
        return this;
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

    public PlanBuilder Auxiliary(int fdi, int from, int to, string type = "extrusion-elastic")
    {
        _auxiliaries.Add(new PlanAuxiliary { Fdi = fdi, Type = type, From = from, To = to, Cause = "test" });
        return this;
    }

    /// <summary>A block in the middle of an 8 mm crown; size along the arch, along the tooth, out of the crown.</summary>
    public PlanBuilder Attachment(
        int fdi,
        int on,
        int off,
        AttachmentType type = AttachmentType.RectangularHorizontal,
        MovementType serves = MovementType.Rotation,
        double[]? size = null,
        double crownMm = 8,
        double? fromMarginMm = null)
    {
        size ??= type == AttachmentType.RectangularVertical ? [1.5, 3, 1] : [3, 1.5, 1];
        PlanAttachment entry = new()
        {
            Fdi = fdi,
            Type = type,
            Surface = ToothSurface.Facial,
            Serves = serves,
            On = on,
            Off = off,
            Size = [.. size],
            Position = [0, 0, 0],
            Normal = [0, -1, 0],
            Occlusal = [0, 0, -1],
            CrownHeightMm = crownMm,
            FromMarginMm = fromMarginMm ?? crownMm / 2,
            UsableAreaMm2 = 20,
            Purpose = "test",
            Force = [0, 0, 0],
            Cause = "test",
            Mesh = $"attachments/{fdi}.ply",
        };
        _attachments.Add((entry, TriangleMesh.Empty));
        return this;
    }

    public PlanBuilder Anchor(int fdi, int from, int to)
    {
        _groups.Add(new PlanGroup { Name = "test", Role = GroupRole.Anchor, Teeth = [fdi], From = from, To = to, Cause = "test" });
        return this;
    }

    /// <summary>Puts an attachment's real body on a tooth's facial or lingual side, <paramref name="v"/> mm above the crown's middle.</summary>
    public PlanBuilder Attachment(
        int fdi,
        AttachmentType type,
        int on,
        int off,
        double v = 0,
        Vec3 shift = default,
        bool body = true,
        ToothSurface surface = ToothSurface.Facial,
        double liftMm = 0)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        CrownSurface crown = CrownSurface.Of(tooth, surface, Bvh.Build(tooth.Mesh), null, 0.5);
        AttachmentDesign design = AttachmentDesign.Of(type, new AttachmentPreferences(), 1);
        AttachmentSolid solid = AttachmentSolid.At(crown, design, 0, v)!;
        shift += solid.Normal * liftMm;
        PlanAttachment entry = new()
        {
            Fdi = fdi,
            Type = type,
            Surface = surface,
            Serves = MovementType.Rotation,
            On = on,
            Off = off,
            Size = [design.WidthMm, design.HeightMm, design.DepthMm],
            Position = PoseConversion.ToArray(solid.Position + shift),
            Normal = PoseConversion.ToArray(solid.Normal),
            Occlusal = PoseConversion.ToArray(solid.Occlusal),
            CrownHeightMm = 8,
            FromMarginMm = 4,
            UsableAreaMm2 = 40,
            Purpose = "test",
            Force = [0, 0, 0],
            Cause = "test",
            Mesh = $"attachments/{fdi}-{_attachments.Count + 1}.ply",
        };
        TriangleMesh mesh = body ? solid.Mesh.Transformed(new RigidTransform(Rotation.Identity, shift)) : TriangleMesh.Empty;
        _attachments.Add((entry, mesh));
        return Stages(off);
    }

    /// <summary>Shifts a tooth's place at stage 0, mm.</summary>
    public PlanBuilder Placed(int fdi, Vec3 shift)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        _teeth[tooth.Id] = tooth.Moved(new RigidTransform(Rotation.Identity, shift));
        return this;
    }

    /// <summary>Says of a tooth that it may not move.</summary>
    public PlanBuilder Restricted(int fdi, ToothRestriction restriction)
    {
        ToothId id = ToothId.FromFdi(fdi);
        _teeth[id] = _teeth[id] with { Restriction = restriction };
        return this;
    }

    /// <summary>Gives each movement staged so far its cause, as a planner does.</summary>
    public PlanBuilder Explained()
    {
        foreach (IGrouping<int, (int Fdi, int Stage)> tooth in _moves.Keys.GroupBy(m => m.Fdi).OrderBy(t => t.Key))
            Event(tooth.Key, "start", 1, _stages - 1);
        return this;
    }

    /// <summary>Lowers a tooth's crown: its gingival margin lies so far from the edge.</summary>
    public PlanBuilder CrownHeight(int fdi, double mm)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        Vec3 margin = tooth.Landmarks.OcclusalPoint + (tooth.Frame.Facial * 3.5) - (tooth.Frame.Occlusal * mm);
        _teeth[tooth.Id] = tooth with { Landmarks = tooth.Landmarks with { FacialMargin = margin } };
        return this;
    }

    /// <summary>Leans a tooth's root: its apex lies so far mesially of the crown.</summary>
    public PlanBuilder ApexMesial(int fdi, double mm)
    {
        Tooth tooth = _teeth[ToothId.FromFdi(fdi)];
        _teeth[tooth.Id] = tooth with { Apex = tooth.Apex + (tooth.Frame.Mesial * mm) };
        return this;
    }

    public PlanBuilder Auxiliary(int fdi, string type, int from, int to)
    {
        _auxiliaries.Add(new PlanAuxiliary { Fdi = fdi, Type = type, From = from, To = to, Cause = "test" });
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

    /// <summary>The patient's records with something changed; healthy ones unless told otherwise.</summary>
    public PlanBuilder Records(Func<CaseRecords, CaseRecords> change) => Patient(_patient with { Records = change(HealthyRecords.All) });

    /// <summary>The patient's objectives with something changed.</summary>
    public PlanBuilder Wanting(Func<CaseObjectives, CaseObjectives> change) => Patient(_patient with { Objectives = change(_patient.Objectives) });

    /// <summary>What is known of the patient's teeth.</summary>
    public PlanBuilder Conditions(params ToothConditionEntry[] conditions) => Patient(_patient with { Conditions = [.. conditions] });

    /// <summary>Healthy records and these objectives.</summary>
    public PlanBuilder Objectives(CaseObjectives objectives) => Patient(HealthyRecords.Patient with { Objectives = objectives });

    public PlanBuilder Strategy(ClassTwoStrategy classTwo, PatientGroup? group, params PlanGroup[] groups)
    {
        _strategy = new PlanStrategy
        {
            Pattern = MacroPattern.LevelAndAlign,
            ClassTwo = classTwo,
            PatientGroup = group,
            Reason = "test",
            LowerBound = 1,
            Groups = [.. groups],
        };
        return this;
    }

    public PlanBuilder Anchors(int from, int to, params int[] teeth) => Strategy(
        ClassTwoStrategy.None,
        PatientGroup.Adult,
        new PlanGroup { Name = "anchors", Role = GroupRole.Anchor, Teeth = [.. teeth], From = from, To = to, Cause = "test" }).Stages(to);

    public PlanBuilder WearDays(int days)
    {
        _wearDays = days;
        return this;
    }

    public PlanBuilder ScanQuality(PlanScanQuality quality)
    {
        _scanQuality = quality;
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
            Attachments = [.. _attachments.Select(a => a.Entry)],
            AttachmentMeshes = [.. _attachments.Select(a => a.Mesh)],
            Strategy = _strategy ?? (_groups.Count == 0 ? null : new PlanStrategy
            {
                Pattern = MacroPattern.LevelAndAlign,
                ClassTwo = ClassTwoStrategy.None,
                Reason = "test",
                LowerBound = 1,
                Groups = [.. _groups],
            }),
            Events = [.. _events],
            Preferences = _preferences,
            OcclusalFromScan = _occlusalFromScan,
            HasBite = _hasBite,
            Gaps = [.. _gaps],
            Shortfalls = [.. _shortfalls],
            ScanQuality = _scanQuality,
        };
    }
}
