using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Planning.Attachments;
using Archwright.Planning.Collision;
using Archwright.Planning.Overcorrection;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>
/// The flow of a plan, stage by stage, in the order a dentist would tell it. Each stage is a static function over immutable
/// records; the names are the same in code, command line, progress bar and docs/pipeline.md.
/// </summary>
public static class TreatmentPipeline
{
    /// <summary>Names of the stages, in order.</summary>
    public static ImmutableArray<string> StageNames { get; } = ["analysis", "scan quality", "setup", "staging", "attachments", "outcome", "rules", "models", "review"];

    /// <summary>
    /// Plans a case. A failed result means the input was refused; a plan with open findings is a result, since its findings
    /// are what the person needs to see.
    /// </summary>
    public static Result<TreatmentPlan> Run(
        CaseInput input, Provenance provenance, RunContext context, ImmutableArray<StagingEdit> edits = default)
    {
        context.Report("analysis", 0);
        Result<MeasuredCase> analysis = ArchAnalysis.Run(input, new AnalysisOptions(), context);
        if (!analysis.IsOk)
            return Result<TreatmentPlan>.Fail(analysis.Problems);
        context.Report("analysis", 1);

        MeasuredCase measured = Judged(analysis.Value, context);
        Result<TreatmentPlan> planned = Run(measured, provenance, context, edits);
        return planned.IsOk ? Result<TreatmentPlan>.Ok(planned.Value, analysis.Problems) : planned;
    }

    /// <summary>Plans a case that has been measured already (errors: <c>edit-tooth-absent</c>); several preferences can be tried on one analysis.</summary>
    public static Result<TreatmentPlan> Run(
        MeasuredCase measured, Provenance provenance, RunContext context, ImmutableArray<StagingEdit> edits = default)
    {
        Problem[] absent = [.. AbsentTeeth(measured, edits)];
        if (absent.Length > 0)
            return Result<TreatmentPlan>.Fail([.. absent]);
        TreatmentPreferences preferences = provenance.Preferences;
        measured = WithObjectives(measured);

        context.Report("setup", 0);
        ToothBodies bodies = ToothBodies.Build(measured.Teeth, context);
        SetupResult setup = TargetSetup.Run(measured, bodies, preferences, context);
        context.Report("setup", 1);

        context.Report("staging", 0);
        SetupResult programmed = setup with
        {
            Target = OvercorrectionLayer.Run(measured.Teeth, setup.Target, preferences),
        };
        StagingResult staging = Stager.Run(
            measured, CollisionScene.Build(measured, bodies, context), programmed, edits.IsDefault ? [] : edits, preferences, context);
        context.Report("staging", 1);

        context.Report("attachments", 0);
        AttachmentResult attachments = AttachmentPlanner.Run(measured, staging, preferences, context);
        context.Report("attachments", 1);

        ImmutableArray<SeparatedTooth> teeth = ToothFiles.Of(measured);
        PlanDocument plan = PlanComposer.Compose(measured, setup, staging, attachments, provenance);
        ImmutableArray<AttachmentFile> files = AttachmentFiles.Of(measured, attachments);
        Result<PlanDocument> judged = PlanJudge.Judge(plan, teeth, files, context);
        context.Report("rules", 1);

        return judged.IsOk
            ? Result<TreatmentPlan>.Ok(new TreatmentPlan(measured, staging, teeth, attachments, files, judged.Value))
            : Result<TreatmentPlan>.Fail(judged.Problems);
    }

    /// <summary>A decision about a tooth the case does not have would be lost without a word.</summary>
    private static IEnumerable<Problem> AbsentTeeth(MeasuredCase measured, ImmutableArray<StagingEdit> edits)
    {
        for (int i = 0; !edits.IsDefault && i < edits.Length; i++)
        {
            int fdi = edits[i].Fdi;
            if (!measured.Teeth.Any(t => t.Id.Fdi == fdi))
                yield return Problem.Error("edit-tooth-absent", $"the case has no tooth {fdi} to hold, start, stop or order", $"$.edits[{i}].fdi");
        }
    }

    /// <summary>The measured case with what quality control says of its scans; after analysis, since faults are told by tooth.</summary>
    internal static MeasuredCase Judged(MeasuredCase measured, RunContext context)
    {
        context.Report("scan quality", 0);
        PlanScanQuality quality = CaseScanQuality.Of(measured.Input, context);
        context.Report("scan quality", 1);
        return measured with { ScanQuality = quality };
    }

    /// <summary>The case with its written targets in the form planning reads them.</summary>
    private static MeasuredCase WithObjectives(MeasuredCase measured)
    {
        CaseDescription said = measured.Input.Description;
        CaseObjectives objectives = ObjectiveTargets.Resolved(said.Objectives, measured.Teeth);
        return measured with { Input = measured.Input with { Description = said with { Objectives = objectives } } };
    }
}
