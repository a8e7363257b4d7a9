using System.Globalization;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Planning.Attachments;
using Archwright.Planning.Collision;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Bench.Patterns;

/// <summary>What the sweep says of one case; a line of comma-separated values.</summary>
internal sealed record PatternRow(
    int Seed,
    string Preset,
    string Pattern,
    int AttachmentsFrom,
    int Trays,
    int Bound,
    int LeastByLimits,
    int OverLimit,
    double WorstShare,
    double OverlapMm,
    double AttachmentOverlapMm,
    int WithoutCause,
    double AnchorShare,
    string PhasesInOrder,
    string MicroOrder,
    string LeadShare,
    int Shortfalls,
    int LateAttachments,
    int Unplaced,
    double StagingCpu,
    double AllCpu,
    int EvenTrays,
    int EvenColliding)
{
    /// <summary>Names of the columns.</summary>
    public static string Head { get; } = string.Join(
        ',', typeof(PatternRow).GetProperties().Where(p => p.CanWrite).Select(p => p.Name));

    /// <summary>Trays over the bound of the plan's pattern.</summary>
    public double Ratio() => (double)Trays / Math.Max(1, Bound);

    /// <summary>Plans a case and measures its plan.</summary>
    public static PatternRow Of(PatternCase one)
    {
        var context = new RunContext();
        MeasuredCase measured = one.Measured(context);
        TreatmentPreferences preferences = one.Preferences;
        SetupResult setup = TargetSetup.Run(measured, preferences, context);
        double before = CpuClock.Seconds();
        StagingResult staging = Stager.Run(measured, setup, preferences, context);
        double staged = CpuClock.Seconds();
        AttachmentResult attachments = AttachmentPlanner.Run(measured, staging, preferences, context);
        PlanDocument plan = PlanJudge.Judge(
            PlanComposer.Compose(measured, setup, staging, attachments, new Provenance("bench", "", preferences)),
            ToothFiles.Of(measured),
            AttachmentFiles.Of(measured, attachments),
            context).Require();
        double judged = CpuClock.Seconds();
        string State(string name) => plan.Preferences.FirstOrDefault(p => p.Name == name)?.State ?? "-";
        CollisionScene scene = CollisionScene.Build(measured, context);
        (int overLimit, double worst) = PlanMeasures.Limits(measured, staging, preferences.Velocity);
        EvenSplit even = EvenSplit.Of(scene, staging, preferences.Velocity);
        return new PatternRow(
            one.Seed,
            one.Preset,
            staging.Strategy.Pattern.ToString(),
            preferences.Attachments.EarliestStage,
            staging.Stages.Length - 1,
            staging.Strategy.LowerBound,
            staging.LowerBound,
            overLimit,
            worst,
            PlanMeasures.Overlap(scene, staging, preferences.Ipr.EarliestStage),
            PlanMeasures.AttachmentOverlap(measured, staging, attachments, context),
            PlanMeasures.WithoutCause(measured, staging),
            PlanMeasures.Anchors(measured, staging),
            State("staging.phasesInOrder"),
            State("staging.microOrder"),
            State("staging.microLeadShare"),
            staging.Shortfalls.Length,
            plan.Findings.Count(f => f.Rule == "ATT004"),
            attachments.Unplaced.Length,
            staged - before,
            judged - before,
            even.Trays,
            even.Colliding);
    }

    /// <summary>The row as a line.</summary>
    public string Line() => string.Join(',', typeof(PatternRow).GetProperties().Where(p => p.CanWrite).Select(p => p.GetValue(this) switch
    {
        double d => d.ToString("0.####", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    }));

    /// <summary>The row of a line.</summary>
    public static PatternRow Parse(string line)
    {
        string[] cells = line.Split(',');
        var constructor = typeof(PatternRow).GetConstructors().Single(c => c.GetParameters().Length > 1);
        return (PatternRow)constructor.Invoke(
            [.. constructor.GetParameters().Select((p, i) => Convert.ChangeType(cells[i], p.ParameterType, CultureInfo.InvariantCulture))]);
    }
}
