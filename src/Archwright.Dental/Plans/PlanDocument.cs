using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// plan.json, schema <c>archwright.plan/1</c>: a whole plan in scan frame (the lower jaw's pair as registered in the bite),
/// mm and degrees. Immutable; the same case, preferences and version give the same bytes.
/// </summary>
public sealed record PlanDocument
{
    /// <summary>The schema's id.</summary>
    public const string SchemaId = "archwright.plan/1";

    /// <summary>Schema id.</summary>
    public required string Schema { get; init; }

    /// <summary>What made the plan.</summary>
    public required PlanEngine Engine { get; init; }

    /// <summary>Case label, no patient identity.</summary>
    public required string CaseLabel { get; init; }

    /// <summary>Takes scan coordinates to the occlusal frame.</summary>
    public required Pose OcclusalFromScan { get; init; }

    /// <summary>How sure the orientation is, 0–1.</summary>
    public required double OrientationConfidence { get; init; }

    /// <summary>True where upper and lower stand in a plausible bite and antagonists were checked.</summary>
    public required bool HasBite { get; init; }

    /// <summary>The files read, with the hash of their bytes.</summary>
    public required ImmutableArray<InputFile> Inputs { get; init; }

    /// <summary>Files of the plan folder other than plan.json and review.html, with the hash of their bytes.</summary>
    public required ImmutableArray<InputFile> Outputs { get; init; }

    /// <summary>Macro-staging: pattern, sagittal strategy, groups; absent in a plan that does not say.</summary>
    public PlanStrategy? Strategy { get; init; }

    /// <summary>Teeth, upper first, from the patient's right to the left.</summary>
    public required ImmutableArray<PlanTooth> Teeth { get; init; }

    /// <summary>Neighbours and antagonists with what they overlapped at stage 0.</summary>
    public required ImmutableArray<PlanPair> Pairs { get; init; }

    /// <summary>Stages from 0 (as scanned) to the last.</summary>
    public required ImmutableArray<PlanStage> Stages { get; init; }

    /// <summary>Clinical target.</summary>
    public required PlanPoses Target { get; init; }

    /// <summary>Programmed end position, overcorrection included.</summary>
    public required PlanPoses Programmed { get; init; }

    /// <summary>What the case says of the patient that judging needs.</summary>
    public PlanPatient Patient { get; init; } = new();

    /// <summary>Expected position per stage, where a model of expression has been run; empty otherwise.</summary>
    public required ImmutableArray<PlanExpectation> Expected { get; init; }

    /// <summary>The expected end without refinement; null where no model of expression has been run.</summary>
    public PlanOutcome? Outcome { get; init; }

    /// <summary>The jaw closed at every stage; null where both arches do not stand in a bite.</summary>
    public PlanBite? Bite { get; init; }

    /// <summary>Every planned movement against its published limit (CHK-05); empty where it has not been judged.</summary>
    public ImmutableArray<PlanLimitUse> Limits { get; init; } = [];

    /// <summary>The four ways staging fails, each with its measured basis (STG-07); empty where it has not been judged.</summary>
    public ImmutableArray<PlanRisk> Risks { get; init; } = [];

    /// <summary>The facial part of the result; null where it has not been judged.</summary>
    public PlanFace? Face { get; init; }

    /// <summary>Interproximal reduction.</summary>
    public required ImmutableArray<PlanIpr> Ipr { get; init; }

    /// <summary>Attachments.</summary>
    public required ImmutableArray<PlanAttachment> Attachments { get; init; }

    /// <summary>Auxiliaries.</summary>
    public required ImmutableArray<PlanAuxiliary> Auxiliaries { get; init; }

    /// <summary>Every staged start, stop, hold and detour with its cause.</summary>
    public required ImmutableArray<PlanEvent> Events { get; init; }

    /// <summary>What the rules found.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Objectives wanted and planned.</summary>
    public required ImmutableArray<PlanObjective> Objectives { get; init; }

    /// <summary>Each preference: obeyed, broken or not applicable, with evidence.</summary>
    public required ImmutableArray<PreferenceEvidence> Preferences { get; init; }

    /// <summary>Measures of the case at the start and at the target.</summary>
    public required ImmutableArray<PlanMeasure> Measures { get; init; }

    /// <summary>What is missing or doubtful in the data.</summary>
    public required ImmutableArray<PlanNote> DataGaps { get; init; }

    /// <summary>What quality control says of the scans; null in a plan that does not say.</summary>
    public PlanScanQuality? ScanQuality { get; init; }

    /// <summary>What setup and staging could not reach, and why.</summary>
    public required ImmutableArray<PlanNote> Shortfalls { get; init; }

    /// <summary>The plan in a few numbers.</summary>
    public required PlanSummary Summary { get; init; }
}

/// <summary>A data gap or a shortfall.</summary>
public sealed record PlanNote
{
    /// <summary>Stable kebab-case code.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence.</summary>
    public required string Message { get; init; }

    /// <summary>FDI number, where it concerns a tooth.</summary>
    public int? Fdi { get; init; }
}

/// <summary>What made a plan.</summary>
public sealed record PlanEngine
{
    /// <summary>Archwright version.</summary>
    public required string Version { get; init; }

    /// <summary>Rule-set version.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Hash of the resolved preferences' canonical JSON.</summary>
    public required string PreferencesSha256 { get; init; }

    /// <summary>The preferences, resolved whole.</summary>
    public required TreatmentPreferences Preferences { get; init; }

    /// <summary>The presets they come from, the base first; empty where a plan does not say.</summary>
    public ImmutableArray<PlanPreset> PreferencesChain { get; init; } = [];
}

/// <summary>One preset of the chain a plan's preferences come from.</summary>
public sealed record PlanPreset
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>Whose preset it is; a comparison profile is not meant for planning.</summary>
    public required PresetKind Kind { get; init; }

    /// <summary>Hash of its canonical JSON.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The options it sets, as category.option; the last preset of the chain that names an option has set it.</summary>
    public required ImmutableArray<string> Sets { get; init; }
}
