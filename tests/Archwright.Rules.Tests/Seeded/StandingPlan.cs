using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Rules.Tests;

/// <summary>
/// A clean plan of a synthetic dentition, measured by the engine and standing still: healthy records, whole objectives that are met;
/// 0.6 mm between neighbours and 1 mm between the jaws, so that a tooth may move any way; surfaces thinned. What is planted in it goes
/// the whole way of <c>check</c>: through the bytes of plan.json and the engine's judge.
/// </summary>
public sealed class StandingPlan
{
    private const int Trays = 4;
    private const int ToothTriangles = 250;
    private const double GapMm = 0.6;
    private const double NearMm = 12;
    private static readonly int[] Kept = [16, 14, 13, 12, 11, 21, 22, 23, 24, 26, 36, 32, 31, 41, 42, 43];
    private readonly PlanView _teeth;

    public StandingPlan()
    {
        SyntheticCase made = SyntheticDentition.Create(SynthesisPresets.Ideal(6) with { TrianglesPerArch = 10_000 }, new RunContext());
        CaseInput input = made.ToCaseInput() with
        {
            HasDescription = true,
            Description = new CaseDescription { Label = "seeded", PatientGroup = PatientGroup.Adult, RecordSet = HealthyRecords.All },
        };
        MeasuredCase measured = ArchAnalysis.Run(input, new AnalysisOptions(), new RunContext()).Require();
        _teeth = new PlanBuilder().Build() with
        {
            Teeth = [.. measured.Teeth.Where(t => Kept.Contains(t.Id.Fdi)).OrderBy(t => t.Id).Select(Apart)],
            Patient = HealthyRecords.Patient with { Group = PatientGroup.Adult },
        };
        _teeth = _teeth with { Patient = _teeth.Patient with { Objectives = Met(Clean().Build()) } };
        Base = Judge(Clean());
    }

    /// <summary>What the rules say of it as it stands.</summary>
    public ImmutableArray<Finding> Base { get; }

    /// <summary>The plan, to plant something in.</summary>
    internal PlanBuilder Clean() => PlanBuilder.Of(_teeth).Stages(Trays);

    /// <summary>The whole way of <c>check</c>: to the bytes of plan.json, read back, judged by the engine.</summary>
    internal ImmutableArray<Finding> Judge(PlanBuilder plan)
    {
        PlanView view = plan.Build();
        byte[] bytes = PlanJson.Write(Documents.Of(view));
        PlanDocument read = PlanJson.Read(bytes).Require();
        return PlanJudge.Judge(
            read,
            [.. Near(view).Select(t => new SeparatedTooth(t.Id, t.Mesh))],
            [.. view.Attachments.Zip(view.AttachmentMeshes, (a, mesh) => new AttachmentFile(a.Mesh, mesh)).DistinctBy(a => a.Path)],
            new RunContext()).Require().Findings;
    }

    // surfaces of what is touched and of what stands by it; the others meet nothing, and judging takes its time from surfaces
    private IEnumerable<Tooth> Near(PlanView plan)
    {
        HashSet<int> planted = [.. plan.Ipr.SelectMany(i => i.Between), .. plan.Attachments.Select(a => a.Fdi)];
        Tooth[] touched =
        [
            .. plan.Teeth.Zip(_teeth.Teeth).Where(t =>
                planted.Contains(t.First.Id.Fdi) || t.First != t.Second || plan.Stages.Any(s => s[t.First.Id] != RigidTransform.Identity)).Select(t => t.First),
        ];
        return plan.Teeth.Where(t => touched.Any(o => Vec3.Distance(o.Landmarks.OcclusalPoint, t.Landmarks.OcclusalPoint) < NearMm));
    }

    // each tooth slides distally along its own axis, the further back the more; lower ones go down
    private static Tooth Apart(Tooth tooth)
    {
        Vec3 back = tooth.Frame.Mesial * (-GapMm * (tooth.Id.Position - 0.5));
        Vec3 down = new(0, 0, tooth.Id.Jaw == Jaw.Lower ? -1 : 0);
        return (tooth with { Mesh = Decimation.Simplify(tooth.Mesh, ToothTriangles) }).Moved(new RigidTransform(Rotation.Identity, back + down));
    }

    private static CaseObjectives Met(PlanView start)
    {
        var asked = new CaseObjectives { OverjetMm = 0, OverbiteMm = 0, MidlineMm = 0 };
        var stands = ObjectiveScores.Of(start with { Patient = start.Patient with { Objectives = asked } })
            .ToDictionary(s => s.Target.Measure, s => s.Planned);
        return asked with
        {
            OverjetMm = stands[ObjectiveMeasure.Overjet],
            OverbiteMm = stands[ObjectiveMeasure.Overbite],
            MidlineMm = stands[ObjectiveMeasure.Midline],
            CanineClass = "keep",
        };
    }
}
