using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Outcome;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>
/// Writes what the rooms have found into one plan document: occlusal frame to scan frame, kernel types to numbers. Adds no
/// decision of its own.
/// </summary>
public static class PlanComposer
{
    /// <summary>The plan without findings, conformance and output hashes, which need the composed plan.</summary>
    public static PlanDocument Compose(
        MeasuredCase measured, SetupResult setup, StagingResult staging, AttachmentResult attachments, Provenance provenance)
    {
        RigidTransform scanFromOcclusal = measured.OcclusalFromScan.Inverse;
        int wearDays = provenance.Preferences.Wear.PerTrayDays;
        ImmutableArray<PlanStage> stages = [.. staging.Stages.Select((poses, k) => new PlanStage
        {
            Index = k,
            WearDays = k == 0 ? 0 : wearDays,
            Phases = staging.Phases[k],
            Poses = ToScan(poses, measured.OcclusalFromScan),
        })];
        ImmutableArray<PlanAttachment> placed = AttachmentFiles.Entries(measured, attachments);
        stages =
        [
            stages[0],
            .. stages.Skip(1).Select(s => s with
            {
                Design = StageDesign.Of(s.Index, s.Poses, stages[s.Index - 1].Poses, staging.Ipr, placed, attachments.Auxiliaries),
            }),
        ];
        return new PlanDocument
        {
            Schema = PlanDocument.SchemaId,
            Engine = new PlanEngine
            {
                Version = provenance.Version,
                RuleSet = RuleSet.Version,
                PreferencesSha256 = provenance.PreferencesSha256,
                Preferences = provenance.Preferences,
                PreferencesChain = provenance.PreferencesChain,
            },
            CaseLabel = measured.Input.Description.Label ?? "case",
            OcclusalFromScan = PoseConversion.ToPose(measured.OcclusalFromScan),
            OrientationConfidence = PoseConversion.Round(measured.Orientation.Value),
            HasBite = measured.HasBite,
            Inputs = measured.Input.Files,
            Outputs = [],
            Strategy = staging.Strategy,
            Teeth = [.. measured.Teeth.Select(t => PlanToothConversion.ToPlanTooth(t.Moved(scanFromOcclusal)))],
            Pairs = staging.Pairs,
            Stages = stages,
            Target = new PlanPoses { Poses = ToScan(WithStanding(setup.Target, staging.Stages[0]), measured.OcclusalFromScan) },
            Programmed = new PlanPoses { Poses = stages[^1].Poses },
            Patient = new PlanPatient
            {
                Group = measured.Input.Description.PatientGroup,
                Compliance = measured.Input.Description.Compliance,
                Conditions = ToothConditions.Of(
                    measured.Input.Description.Conditions, measured.Input.Description.RecordSet, provenance.Preferences.Periodontium),
                Objectives = measured.Input.Description.Objectives,
                Records = measured.Input.Description.RecordSet,
            },
            Expected = [],
            Ipr = staging.Ipr,
            Attachments = placed,
            Auxiliaries = attachments.Auxiliaries,
            Events = staging.Events,
            Findings = [],
            Objectives = setup.Objectives,
            Preferences = [],
            Measures = setup.Measures,
            DataGaps =
            [
                .. measured.Gaps.Concat(CbctTriggers.Gaps(measured, provenance.Preferences))
                    .Select(g => new PlanNote { Code = g.Code, Message = g.Message, Fdi = g.Tooth?.Fdi }),
            ],
            ScanQuality = measured.ScanQuality,
            Shortfalls = [.. setup.Shortfalls.Concat(staging.Shortfalls).Concat(attachments.Unplaced)
                .Select(s => new PlanNote { Code = s.Code, Message = s.Message, Fdi = s.Tooth?.Fdi })],
            Summary = Summarise(staging, attachments, stages, wearDays) with { Complexity = CaseComplexity.Of(measured, provenance.Preferences.Periodontium) },
        };
    }

    /// <summary>The plan with what it is expected to reach.</summary>
    public static PlanDocument WithOutcome(PlanDocument plan, OutcomeResult outcome) => plan with
    {
        Outcome = outcome.Outcome,
        Expected = [.. outcome.Stages.Select((poses, k) => new PlanExpectation
        {
            Stage = k,
            Poses = poses.ToImmutableSortedDictionary(p => p.Key.Fdi, p => PoseConversion.ToPose(p.Value)),
            IntervalMm = outcome.IntervalMm[k].ToImmutableSortedDictionary(p => p.Key.Fdi, p => Math.Round(p.Value, 4)),
        })],
    };

    /// <summary>The plan with what the rules say of it.</summary>
    public static PlanDocument WithFindings(
        PlanDocument plan, ImmutableArray<Finding> findings, ImmutableArray<PreferenceEvidence> conformance)
    {
        int blockers = findings.Count(f => f.Severity == FindingSeverity.Blocker);
        return plan with
        {
            Findings = findings,
            Preferences = conformance,
            Summary = plan.Summary with { Blockers = blockers, Approvable = blockers == 0 },
        };
    }

    /// <summary>A target that names every tooth: one it leaves out stays where it stands.</summary>
    private static ImmutableSortedDictionary<ToothId, RigidTransform> WithStanding(
        ImmutableSortedDictionary<ToothId, RigidTransform> target, ImmutableSortedDictionary<ToothId, RigidTransform> standing) =>
        standing.ToImmutableSortedDictionary(p => p.Key, p => target.GetValueOrDefault(p.Key, p.Value));

    private static PlanSummary Summarise(
        StagingResult staging, AttachmentResult attachments, ImmutableArray<PlanStage> stages, int wearDays)
    {
        int upper = LastMovingStage(stages, Jaw.Upper);
        int lower = LastMovingStage(stages, Jaw.Lower);
        return new PlanSummary
        {
            TraysUpper = upper,
            TraysLower = lower,
            Weeks = PoseConversion.Round(Math.Max(upper, lower) * wearDays / 7.0),
            IprMm = PoseConversion.Round(staging.Ipr.Sum(i => i.Mm)),
            Attachments = attachments.Attachments.Count(a => a.Design.Type != AttachmentType.BiteRamp),
            LowerBound = staging.LowerBound,
            Blockers = 0,
            Approvable = true,
            State = "initial",
        };
    }

    private static int LastMovingStage(ImmutableArray<PlanStage> stages, Jaw jaw)
    {
        for (int k = stages.Length - 1; k > 0; k--)
        {
            foreach ((int fdi, Pose pose) in stages[k].Poses)
            {
                if (ToothId.FromFdi(fdi).Jaw != jaw)
                    continue;
                Pose before = stages[k - 1].Poses[fdi];
                if (!StageDesign.IsSame(pose, before))
                    return k;
            }
        }

        return 0;
    }

    private static ImmutableSortedDictionary<int, Pose> ToScan(
        ImmutableSortedDictionary<ToothId, RigidTransform> poses, RigidTransform occlusalFromScan)
    {
        RigidTransform scanFromOcclusal = occlusalFromScan.Inverse;
        // A tooth that has not moved keeps the exact identity: conjugation would leave rounding dust.
        return poses.ToImmutableSortedDictionary(
            p => p.Key.Fdi,
            p => PoseConversion.ToPose(
                p.Value == RigidTransform.Identity ? p.Value : scanFromOcclusal * p.Value * occlusalFromScan));
    }
}
