using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>A plan document that says what a view says.</summary>
internal static class Documents
{
    public static PlanDocument Of(PlanView plan) => new()
    {
        Schema = PlanDocument.SchemaId,
        Engine = new PlanEngine { Version = "0", RuleSet = "0", PreferencesSha256 = "", Preferences = plan.Preferences },
        CaseLabel = "test",
        Patient = plan.Patient,
        OcclusalFromScan = PoseConversion.ToPose(plan.OcclusalFromScan),
        OrientationConfidence = 1,
        HasBite = plan.HasBite,
        Inputs = [],
        Outputs = [],
        Teeth = [.. plan.Teeth.Select(PlanToothConversion.ToPlanTooth)],
        Pairs = [],
        Stages = [.. plan.Stages.Select((s, k) => new PlanStage
        {
            Index = k,
            WearDays = plan.WearDays[k],
            Phases = [],
            Poses = Poses(s),
        })],
        Strategy = plan.Strategy,
        Target = new PlanPoses { Poses = Poses(plan.Stages[^1].SetItems(plan.ClinicalTarget)) },
        Programmed = new PlanPoses { Poses = Poses(plan.Stages[^1]) },
        Expected = [],
        Ipr = plan.Ipr,
        Attachments = plan.Attachments,
        Auxiliaries = plan.Auxiliaries,
        Events = plan.Events,
        Findings = [],
        Objectives = [],
        Preferences = [],
        Measures = [],
        DataGaps = [.. plan.Gaps.Select(g => new PlanNote { Code = g.Code, Message = g.Message, Fdi = g.Tooth?.Fdi })],
        Shortfalls = [.. plan.Shortfalls.Select(g => new PlanNote { Code = g.Code, Message = g.Message, Fdi = g.Tooth?.Fdi })],
        ScanQuality = plan.ScanQuality,
        Summary = new PlanSummary
        {
            TraysUpper = 0,
            TraysLower = 0,
            Weeks = 0,
            IprMm = 0,
            Attachments = 0,
            LowerBound = 0,
            Blockers = 0,
            Approvable = true,
            State = "initial",
        },
    };

    private static ImmutableSortedDictionary<int, Pose> Poses(ImmutableSortedDictionary<ToothId, Geometry.RigidTransform> poses) =>
        poses.ToImmutableSortedDictionary(p => p.Key.Fdi, p => PoseConversion.ToPose(p.Value));
}
