using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A bite ramp keeps the posterior teeth apart: the jaw may close elsewhere than in maximum intercuspation.</summary>
public sealed class BiteRampDiscludes : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "ATT010",
        nameof(BiteRampDiscludes),
        "attachments",
        FindingSeverity.Advice,
        "Where an upper bite ramp stands in the way of a lower tooth in the planned bite, the posterior teeth part: a notice for centric relation "
            + "and maximum intercuspation, with stages and amount.",
        ["OCC-04"],
        "user",
        ["requirements.csv OCC-04 (ramps that disclude the posterior raise a CR–MIP notice)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        foreach (AttachmentEvidence ramp in evidence.Attachments.Where(a => a.Entry.Type == AttachmentType.BiteRamp))
        {
            AttachmentCut[] bites = [.. ramp.Cuts.Where(c => c.Other.Jaw != ramp.Tooth.Jaw && c.DepthMm > 0.01)];
            if (bites.Length == 0)
                continue;
            AttachmentCut worst = bites.MaxBy(c => c.DepthMm);
            yield return Info.Finding(
                $"The bite ramp on {ramp.Tooth}, stages {ramp.Entry.On}–{ramp.Entry.Off}, stands {RuleInfo.Text(worst.DepthMm)} mm in the way of {worst.Other} at stage "
                    + $"{worst.Stage}: {Opening(evidence.Bite, ramp.Entry)}posterior teeth part; check centric relation against maximum intercuspation when it comes off.",
                ramp.Tooth,
                worst.Other,
                worst.Stage,
                worst.DepthMm,
                unit: "mm");
        }
    }

    /// <summary>How far worn ramps hold the jaw open about its hinge axis in the stages of one of them.</summary>
    private static string Opening(PlanBite? bite, PlanAttachment ramp)
    {
        double? most = bite?.Stages.Where(s => s.Stage >= ramp.On && s.Stage <= ramp.Off).Max(s => s.RampOpeningMm);
        return most is { } mm ? $"the jaw hinges open by {RuleInfo.Text(mm)} mm at the incisors, " : "";
    }
}
