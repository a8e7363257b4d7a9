using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>Builds what rules judge from what a plan folder holds, so that a fresh, an edited and a foreign plan are judged alike.</summary>
public static class PlanViews
{
    /// <summary>
    /// The view of a plan document. Bad data (no FDI number, a tooth twice, wrong array lengths, numbers that are not finite,
    /// quaternions that are not unit to 1e-6, frames that are not at right angles) fails with the places; a tooth missing from
    /// a stage is left to rule STG004.
    /// </summary>
    /// <param name="plan">plan.json.</param>
    /// <param name="mesh">The closed mesh of a tooth at stage 0 by FDI number, scan frame, mm.</param>
    /// <param name="attachment">The closed mesh of an attachment at stage 0 by its path, scan frame; empty where it is not there.</param>
    public static Result<PlanView> From(PlanDocument plan, Func<int, TriangleMesh> mesh, Func<string, TriangleMesh>? attachment = null)
    {
        ImmutableArray<Problem> problems = PlanDocumentChecks.Run(plan);
        if (problems.Any(p => p.Severity == ProblemSeverity.Error))
            return Result<PlanView>.Fail(problems);
        return Result<PlanView>.Ok(new PlanView
        {
            Teeth = [.. plan.Teeth.Select(t => PlanToothConversion.ToTooth(t, mesh(t.Fdi))).OrderBy(t => t.Id)],
            Stages = [.. plan.Stages.Select(ToPoses)],
            ClinicalTarget = plan.Target.Poses.ToImmutableSortedDictionary(p => ToothId.FromFdi(p.Key), p => PoseConversion.ToTransform(p.Value)),
            Patient = plan.Patient,
            Strategy = plan.Strategy,
            WearDays = [.. plan.Stages.Select(s => s.WearDays)],
            Ipr = plan.Ipr,
            Auxiliaries = plan.Auxiliaries,
            Attachments = plan.Attachments,
            AttachmentMeshes = [.. plan.Attachments.Select(a => attachment?.Invoke(a.Mesh) ?? TriangleMesh.Empty)],
            Events = plan.Events,
            Preferences = plan.Engine.Preferences,
            OcclusalFromScan = PoseConversion.ToTransform(plan.OcclusalFromScan),
            HasBite = plan.HasBite,
            Gaps = ToGaps(plan.DataGaps),
            ScanQuality = plan.ScanQuality,
            Shortfalls = ToGaps(plan.Shortfalls),
        });
    }

    private static ImmutableSortedDictionary<ToothId, RigidTransform> ToPoses(PlanStage stage) =>
        stage.Poses.ToImmutableSortedDictionary(p => ToothId.FromFdi(p.Key), p => PoseConversion.ToTransform(p.Value));

    private static ImmutableArray<DataGap> ToGaps(ImmutableArray<PlanNote> notes) =>
    [
        .. notes.Select(n => new DataGap(
            n.Code, n.Message, n.Fdi is { } fdi && ToothId.TryFromFdi(fdi, out ToothId tooth) ? tooth : null)),
    ];
}
