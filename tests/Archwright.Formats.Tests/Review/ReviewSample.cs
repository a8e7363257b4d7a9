using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Formats.Review;
using Archwright.Geometry;

namespace Archwright.Formats.Tests.Review;

/// <summary>A tiny plan for the page's tests: three teeth as tetrahedra, two stages, tooth 11 turned by 2° in stage 1.</summary>
internal static class ReviewSample
{
    public static ReviewData Data(string caseLabel = "TINY") => new()
    {
        Standing = new PlanStanding { State = PlanState.Initial, OpenBlockers = 1, Approvable = false, Missing = ["no review is on record: the plan is initial"] },
        Plan = Plan(caseLabel),
        // out of order on purpose: the page has its own order
        Teeth = [Surface(31, 0, 10), Surface(21, 8, 0), Surface(11, 0, 0)],
        Gingivae =
        [
            new ReviewGingiva(
                Jaw.Upper,
                Tetrahedron(new Vec3(0, 0, 4)),
                [.. Enumerable.Range(0, 4).SelectMany(_ => (GingivaInfluence[])[new(11, 0.5), new(21, 0.25), default, default])]),
        ],
    };

    public static TriangleMesh Tetrahedron(Vec3 at) => new(
        [at, at + new Vec3(2, 0, 0), at + new Vec3(0, 2, 0), at + new Vec3(0, 0, 2)],
        [new Triangle(0, 2, 1), new Triangle(0, 1, 3), new Triangle(1, 2, 3), new Triangle(0, 3, 2)]);

    private static ReviewTooth Surface(int fdi, double x, double z) => new(ToothId.FromFdi(fdi), Tetrahedron(new Vec3(x, 0, z)));

    private static PlanDocument Plan(string caseLabel)
    {
        ImmutableArray<PlanTooth> teeth = [Tooth(11, 0, 0), Tooth(21, 8, 0), Tooth(31, 0, 10)];
        Rotation turned = Rotation.About(Vec3.UnitZ, 2 * Math.PI / 180);
        Pose rest = PoseConversion.ToPose(RigidTransform.Identity);
        Pose moved = PoseConversion.ToPose(RigidTransform.AboutPoint(turned, Vec3.Zero));
        ImmutableSortedDictionary<int, Pose> At(Pose eleven) =>
            ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(11, eleven), KeyValuePair.Create(21, rest), KeyValuePair.Create(31, rest)]);
        PlanStage Stage(int index, Pose eleven) =>
            new() { Index = index, WearDays = index == 0 ? 0 : 14, Phases = index == 0 ? [] : ["align"], Poses = At(eleven) };
        return new PlanDocument
        {
            Schema = PlanDocument.SchemaId,
            Engine = new PlanEngine
            {
                Version = "0.1.0",
                RuleSet = "1",
                PreferencesSha256 = new string('0', 64),
                Preferences = new TreatmentPreferences(),
            },
            CaseLabel = caseLabel,
            OcclusalFromScan = rest,
            OrientationConfidence = 1,
            HasBite = true,
            Inputs = [],
            Outputs = [],
            Teeth = teeth,
            Pairs = [],
            Stages = [Stage(0, rest), Stage(1, moved), Stage(2, moved)],
            Target = new PlanPoses { Poses = At(moved) },
            Programmed = new PlanPoses { Poses = At(moved) },
            Expected = [],
            Ipr = [],
            Attachments = [],
            Auxiliaries = [],
            Events = [new PlanEvent { Fdi = 11, Kind = "stop", Movement = "rotation", From = 1, To = 1, Cause = "target reached" }],
            Findings = [],
            Objectives = [],
            Preferences = [],
            Measures = [],
            DataGaps = [],
            Shortfalls = [],
            Summary = new PlanSummary
            {
                TraysUpper = 2,
                TraysLower = 2,
                Weeks = 4,
                IprMm = 0,
                Attachments = 0,
                LowerBound = 1,
                Blockers = 0,
                Approvable = true,
                State = "initial",
            },
        };
    }

    private static PlanTooth Tooth(int fdi, double x, double z)
    {
        var id = ToothId.FromFdi(fdi);
        double up = id.Jaw == Jaw.Upper ? -1 : 1;
        double mesial = id.IsRight ? 1 : -1;
        ImmutableArray<double> P(double dx, double dy, double dz) => [x + dx, dy, z + dz];
        return new PlanTooth
        {
            Fdi = fdi,
            Fixed = false,
            Restriction = ToothRestriction.None,
            Frame = new PlanFrame { Origin = P(0, -1, 0), Mesial = [mesial, 0, 0], Facial = [0, -1, 0], Occlusal = [0, 0, up] },
            CenterOfResistance = P(0, 0, -8 * up),
            Apex = P(0, 0, -16 * up),
            RootSource = RootSource.Template,
            Landmarks = new PlanLandmarks
            {
                MesialContact = P(mesial * 4, 0, 0),
                DistalContact = P(-mesial * 4, 0, 0),
                FacialAxisPoint = P(0, -1, 0),
                LingualPoint = P(0, 3, 0),
                FacialMargin = P(0, -1, -4 * up),
                LingualMargin = P(0, 3, -4 * up),
                OcclusalPoint = P(0, 0, 4 * up),
                Cusps = [],
            },
            WidthMm = 8,
            InferredShare = 0,
            Mesh = $"teeth/{fdi}.ply",
        };
    }
}
