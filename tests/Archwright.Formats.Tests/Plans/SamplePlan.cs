using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Plans;

/// <summary>A small plan of two teeth and two stages that passes every check.</summary>
internal static class SamplePlan
{
    private static readonly Pose Identity = new() { Q = [1, 0, 0, 0], T = [0, 0, 0] };
    private static readonly Pose Moved = new() { Q = [0.6, 0, 0.8, 0], T = [0.1, -0.25, 1.0 / 3] };

    public static byte[] ToothBytes { get; } = PlyWriter.Write(MeshBytes.Box());

    public static PlanDocument Create(params ImmutableArray<InputFile> outputs) => new()
    {
        Schema = PlanDocument.SchemaId,
        Engine = new PlanEngine { Version = "0.1.0", RuleSet = "1", PreferencesSha256 = new string('a', 64), Preferences = new TreatmentPreferences() },
        CaseLabel = "CASE-1",
        OcclusalFromScan = Moved,
        OrientationConfidence = 0.9,
        HasBite = false,
        Inputs = [new InputFile("scans/upper.ply", new string('0', 64))],
        Outputs = outputs,
        Teeth = [Tooth(11), Tooth(21)],
        Pairs = [new PlanPair { Between = [11, 21], Kind = "neighbours", InitialOverlapMm = 0.02 }],
        Stages =
        [
            new PlanStage { Index = 0, WearDays = 0, Phases = [], Poses = Poses(Identity) },
            new PlanStage { Index = 1, WearDays = 14, Phases = ["align"], Poses = Poses(Moved) },
        ],
        Target = new PlanPoses { Poses = Poses(Moved) },
        Programmed = new PlanPoses { Poses = Poses(Moved) },
        Expected = [],
        Ipr = [new PlanIpr { Between = [11, 21], Mm = 0.2, Stage = 1, Cause = "crowding" }],
        Attachments =
        [
            new PlanAttachment
            {
                Fdi = 11,
                Type = AttachmentType.RectangularHorizontal,
                Surface = ToothSurface.Facial,
                Serves = MovementType.Rotation,
                On = 0,
                Off = 1,
                Size = [3, 1, 1],
                Position = [1, 2, 3],
                Normal = [0, -1, 0],
                Occlusal = [0, 0, -1],
                CrownHeightMm = 8,
                FromMarginMm = 4,
                UsableAreaMm2 = 30,
                Purpose = "rotation",
                Force = [1, 0, 0],
                Cause = "rule",
                Mesh = "attachments/11-1.ply",
            },
        ],
        Auxiliaries = [new PlanAuxiliary { Fdi = 21, Type = "button", From = 0, To = 1, Cause = "rule" }],
        Events = [new PlanEvent { Fdi = 11, Kind = "start", Movement = "align", From = 1, To = 1, Cause = "phase" }],
        Findings = [new Finding { Rule = "MOV001", Severity = FindingSeverity.Warning, Tooth = 11, Stage = 1, Message = "m", Source = "s" }],
        Objectives = [new PlanObjective { Name = "overjet", Wanted = "2 mm", Planned = "2.1 mm", Met = true }],
        Preferences = [new PreferenceEvidence { Name = "ipr.earliestStage", State = "obeyed", Evidence = "stage 3" }],
        Measures = [new PlanMeasure { Name = "overjet", Start = 3.25, Unit = "mm" }],
        DataGaps = [new PlanNote { Code = "no-cbct", Message = "there is no CBCT" }],
        Shortfalls = [],
        Summary = new PlanSummary
        {
            TraysUpper = 1,
            TraysLower = 0,
            Weeks = 2,
            IprMm = 0.2,
            Attachments = 1,
            LowerBound = 1,
            Blockers = 0,
            Approvable = true,
            State = "initial",
        },
    };

    private static ImmutableSortedDictionary<int, Pose> Poses(Pose pose) =>
        ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(11, pose), KeyValuePair.Create(21, pose)]);

    private static PlanTooth Tooth(int fdi) => new()
    {
        Fdi = fdi,
        Fixed = false,
        Restriction = ToothRestriction.None,
        Frame = new PlanFrame { Origin = [0, 0, 0], Mesial = [1, 0, 0], Facial = [0, 1, 0], Occlusal = [0, 0, 1] },
        CenterOfResistance = [0, 0, -9],
        Apex = [0, 0, -14],
        RootSource = RootSource.Template,
        Landmarks = new PlanLandmarks
        {
            MesialContact = [4, 0, 0],
            DistalContact = [-4, 0, 0],
            FacialAxisPoint = [0, 0, 0],
            LingualPoint = [0, -5, 0],
            FacialMargin = [0, 0, -4],
            LingualMargin = [0, -5, -4],
            OcclusalPoint = [0, 0, 5],
            Cusps = [[4, 0, 5], [-4, 0, 5]],
        },
        WidthMm = 8,
        InferredShare = 0.1,
        Mesh = $"teeth/{fdi}.ply",
    };
}
