using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// Shows for every preference whether a plan obeys it, breaks it, or gives it nothing to say, with the tooth, stage and number
/// that show it (PRF-01, PRF-07, PRF-08). Read from poses, IPR, attachments, auxiliaries and events alone, never from what the
/// plan claims to have reached; one file per category.
/// </summary>
public static class PreferenceConformance
{
    /// <summary>Evidence per preference, by name; every option of <see cref="PreferenceCatalogue"/> once.</summary>
    /// <param name="evidence">What was measured of the plan.</param>
    /// <param name="findings">What the rules found in it: the thresholds of the rules are shown by them.</param>
    public static ImmutableArray<PreferenceEvidence> Of(PlanEvidence evidence, ImmutableArray<Finding> findings) =>
    [
        .. new[]
        {
            VelocityConformance.Of(evidence),
            AnchorageConformance.Of(evidence),
            IprConformance.Of(evidence.Plan),
            TorqueConformance.Of(evidence.Plan),
            ExpansionConformance.Of(evidence.Plan),
            AttachmentConformance.Of(evidence),
            AttachmentDesignConformance.Of(evidence),
            BiteRampConformance.Of(evidence),
            ClassTwoConformance.Of(evidence),
            RestorativeConformance.Of(evidence.Plan),
            PeriodontalConformance.Of(evidence, findings),
            OvercorrectionConformance.Of(evidence),
            WearConformance.Of(evidence.Plan),
            SetupConformance.Of(evidence.Plan),
            StagingConformance.Of(evidence),
            CheckConformance.Of(evidence, findings),
        }.SelectMany(category => category).OrderBy(e => e.Name, StringComparer.Ordinal),
    ];
}
