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

    /// <summary>Expected position per stage, where a model of expression has been run; empty otherwise.</summary>
    public required ImmutableArray<PlanExpectation> Expected { get; init; }

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
}

/// <summary>A pose: p_k = R(q)·p_0 + t, scan frame.</summary>
public sealed record Pose
{
    /// <summary>Unit quaternion w, x, y, z with w ≥ 0.</summary>
    public required ImmutableArray<double> Q { get; init; }

    /// <summary>Translation x, y, z, mm.</summary>
    public required ImmutableArray<double> T { get; init; }
}

/// <summary>A tooth at stage 0, scan frame, mm.</summary>
public sealed record PlanTooth
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>True where it may not move.</summary>
    public required bool Fixed { get; init; }

    /// <summary>Why it may not move.</summary>
    public required ToothRestriction Restriction { get; init; }

    /// <summary>Tooth frame.</summary>
    public required PlanFrame Frame { get; init; }

    /// <summary>Centre of resistance x, y, z.</summary>
    public required ImmutableArray<double> CenterOfResistance { get; init; }

    /// <summary>Apex x, y, z.</summary>
    public required ImmutableArray<double> Apex { get; init; }

    /// <summary>Where root, apex and centre of resistance come from.</summary>
    public required RootSource RootSource { get; init; }

    /// <summary>Named points on the crown.</summary>
    public required PlanLandmarks Landmarks { get; init; }

    /// <summary>Mesiodistal width, mm.</summary>
    public required double WidthMm { get; init; }

    /// <summary>Share of the surface that no scanner saw, 0–1.</summary>
    public required double InferredShare { get; init; }

    /// <summary>Closed mesh, path inside the plan folder.</summary>
    public required string Mesh { get; init; }
}

/// <summary>A tooth frame: origin (mm) and unit axes, each x, y, z.</summary>
public sealed record PlanFrame
{
    /// <summary>Facial-axis point.</summary>
    public required ImmutableArray<double> Origin { get; init; }

    /// <summary>Mesial axis.</summary>
    public required ImmutableArray<double> Mesial { get; init; }

    /// <summary>Facial axis.</summary>
    public required ImmutableArray<double> Facial { get; init; }

    /// <summary>Occlusal axis.</summary>
    public required ImmutableArray<double> Occlusal { get; init; }
}

/// <summary>Named points on a crown, each x, y, z in mm.</summary>
public sealed record PlanLandmarks
{
    /// <summary>Mesial contact point.</summary>
    public required ImmutableArray<double> MesialContact { get; init; }

    /// <summary>Distal contact point.</summary>
    public required ImmutableArray<double> DistalContact { get; init; }

    /// <summary>Facial-axis point.</summary>
    public required ImmutableArray<double> FacialAxisPoint { get; init; }

    /// <summary>Lingual counterpart of the facial-axis point.</summary>
    public required ImmutableArray<double> LingualPoint { get; init; }

    /// <summary>Facial gingival margin.</summary>
    public required ImmutableArray<double> FacialMargin { get; init; }

    /// <summary>Lingual gingival margin.</summary>
    public required ImmutableArray<double> LingualMargin { get; init; }

    /// <summary>Incisal edge or buccal cusp: the crown point of movements.</summary>
    public required ImmutableArray<double> OcclusalPoint { get; init; }

    /// <summary>Cusp tips or ends of the incisal edge.</summary>
    public required ImmutableArray<ImmutableArray<double>> Cusps { get; init; }
}

/// <summary>Two teeth that could meet.</summary>
public sealed record PlanPair
{
    /// <summary>FDI numbers.</summary>
    public required ImmutableArray<int> Between { get; init; }

    /// <summary>neighbours or antagonists.</summary>
    public required string Kind { get; init; }

    /// <summary>Depth they reach into each other at stage 0, mm.</summary>
    public required double InitialOverlapMm { get; init; }
}

/// <summary>One stage: the poses its tray aims at. The movement from stage k − 1 to k belongs to stage k.</summary>
public sealed record PlanStage
{
    /// <summary>0 = as scanned.</summary>
    public required int Index { get; init; }

    /// <summary>Days its tray is worn; 0 for stage 0.</summary>
    public required int WearDays { get; init; }

    /// <summary>Phases at work in this stage, for the chart: level, align, space, detail.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    /// <summary>Pose per FDI number; every tooth is listed.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }
}

/// <summary>Poses per FDI number.</summary>
public sealed record PlanPoses
{
    /// <summary>Pose per FDI number; every tooth is listed.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }
}

/// <summary>Expected positions at one stage.</summary>
public sealed record PlanExpectation
{
    /// <summary>Stage.</summary>
    public required int Stage { get; init; }

    /// <summary>Expected pose per FDI number.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }

    /// <summary>Half-width of the 80 % interval of the crown point's position, mm, per FDI number.</summary>
    public required ImmutableSortedDictionary<int, double> IntervalMm { get; init; }
}

/// <summary>Enamel to be removed at one contact, before the stage's tray is worn.</summary>
public sealed record PlanIpr
{
    /// <summary>FDI numbers of the two teeth.</summary>
    public required ImmutableArray<int> Between { get; init; }

    /// <summary>Amount at the contact (both teeth together), mm.</summary>
    public required double Mm { get; init; }

    /// <summary>Stage at whose start it is done.</summary>
    public required int Stage { get; init; }

    /// <summary>Why.</summary>
    public required string Cause { get; init; }
}

/// <summary>A composite attachment.</summary>
public sealed record PlanAttachment
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Shape, for example rectangular-horizontal.</summary>
    public required string Type { get; init; }

    /// <summary>The movement it serves.</summary>
    public required MovementType Serves { get; init; }

    /// <summary>First stage with it.</summary>
    public required int On { get; init; }

    /// <summary>Last stage with it.</summary>
    public required int Off { get; init; }

    /// <summary>Width, height, depth, mm.</summary>
    public required ImmutableArray<double> Size { get; init; }

    /// <summary>Centre on the crown at stage 0, scan frame, mm.</summary>
    public required ImmutableArray<double> Position { get; init; }
}

/// <summary>An auxiliary: elastics, button, cut-out, ramp.</summary>
public sealed record PlanAuxiliary
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Kind, for example extrusion-elastic.</summary>
    public required string Type { get; init; }

    /// <summary>First stage with it.</summary>
    public required int From { get; init; }

    /// <summary>Last stage with it.</summary>
    public required int To { get; init; }

    /// <summary>Why.</summary>
    public required string Cause { get; init; }
}

/// <summary>A staged start, stop, hold or detour.</summary>
public sealed record PlanEvent
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>start, stop, hold, detour, held or blocked.</summary>
    public required string Kind { get; init; }

    /// <summary>Phase or movement it concerns.</summary>
    public required string Movement { get; init; }

    /// <summary>First stage of it.</summary>
    public required int From { get; init; }

    /// <summary>Last stage of it.</summary>
    public required int To { get; init; }

    /// <summary>The rule, preference, tooth or person that made it so.</summary>
    public required string Cause { get; init; }
}

/// <summary>An objective.</summary>
public sealed record PlanObjective
{
    /// <summary>Name, for example overjet.</summary>
    public required string Name { get; init; }

    /// <summary>What was wanted.</summary>
    public required string Wanted { get; init; }

    /// <summary>What the plan reaches.</summary>
    public required string Planned { get; init; }

    /// <summary>True where it is met.</summary>
    public required bool Met { get; init; }
}

/// <summary>How the plan stands to one preference.</summary>
public sealed record PreferenceEvidence
{
    /// <summary>Preference, as category.option.</summary>
    public required string Name { get; init; }

    /// <summary>obeyed, broken or not-applicable.</summary>
    public required string State { get; init; }

    /// <summary>Tooth, stage and number that show it.</summary>
    public required string Evidence { get; init; }
}

/// <summary>One measure of the case.</summary>
public sealed record PlanMeasure
{
    /// <summary>Name, for example overjet.</summary>
    public required string Name { get; init; }

    /// <summary>Jaw, where it belongs to one.</summary>
    public Jaw? Jaw { get; init; }

    /// <summary>Value at stage 0; null where it could not be measured.</summary>
    public double? Start { get; init; }

    /// <summary>Value at the target; null where it could not be measured.</summary>
    public double? Target { get; init; }

    /// <summary>mm, deg or percent.</summary>
    public required string Unit { get; init; }
}

/// <summary>The plan in a few numbers.</summary>
public sealed record PlanSummary
{
    /// <summary>Trays for the upper arch.</summary>
    public required int TraysUpper { get; init; }

    /// <summary>Trays for the lower arch.</summary>
    public required int TraysLower { get; init; }

    /// <summary>Weeks of wear.</summary>
    public required double Weeks { get; init; }

    /// <summary>Total IPR, mm.</summary>
    public required double IprMm { get; init; }

    /// <summary>Number of attachments.</summary>
    public required int Attachments { get; init; }

    /// <summary>Least stage count the per-tray limits allow for the target (N_LB).</summary>
    public required int LowerBound { get; init; }

    /// <summary>Open blocking findings.</summary>
    public required int Blockers { get; init; }

    /// <summary>True where no blocker is open; a recorded review is still needed before approval.</summary>
    public required bool Approvable { get; init; }

    /// <summary>Always initial for a plan that no person has reviewed (STG-09).</summary>
    public required string State { get; init; }
}
