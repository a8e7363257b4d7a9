using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Auxiliaries;

/// <summary>
/// When and on which teeth bite ramps are worn (OCC-04): from the preferred stage on while the planned overbite at that stage is
/// above the one at which they come off. On the central incisors; on the canines where the overjet is so large that lower incisors
/// would bite behind a ramp (clinical.md 3.3, M, unverified). Overbite is measured at each stage as on the scan. O(stages).
/// </summary>
public static class BiteRampTiming
{
    // beyond this lower incisors miss a ramp on upper ones (clinical.md 3.3, M, unverified)
    private const double OverjetMaxMm = 3;

    /// <summary>The ramps of a plan; none where the overbite at the start is less than the preferred, not known, or not to be reduced.</summary>
    public static ImmutableArray<BiteRampSpan> Of(MeasuredCase measured, StagingResult staging, BiteRampPreferences preferences)
    {
        if (!preferences.Use || !measured.HasBite || measured.Upper is not { } upper || measured.Lower is not { } lower)
            return [];
        OcclusionMeasures start = At(upper, lower, staging, 0);
        if (start.OverbiteMm is not { } overbite || overbite < preferences.OverbiteFromMm || staging.Stages.Length - 1 < preferences.OnStage)
            return [];
        int to = preferences.OnStage - 1;
        while (to + 1 < staging.Stages.Length && At(upper, lower, staging, to + 1).OverbiteMm > preferences.OffOverbiteMm)
            to++;
        if (to < preferences.OnStage)
            return [];
        int position = start.OverjetMm > OverjetMaxMm ? 3 : 1;
        double end = At(upper, lower, staging, to).OverbiteMm ?? overbite;
        return
        [
            .. upper.Teeth
                .Where(t => t.Id.Position == position && !t.Id.IsPrimary)
                .Select(t => new BiteRampSpan(
                    t.Id,
                    preferences.OnStage,
                    to,
                    $"overbite {overbite:0.0} mm at the start (biteRamps.overbiteFromMm {preferences.OverbiteFromMm:0.0}), still {end:0.0} mm at stage {to} "
                        + $"(biteRamps.offOverbiteMm {preferences.OffOverbiteMm:0.0}, OCC-04)")),
        ];
    }

    /// <summary>Overjet and overbite of a stage.</summary>
    private static OcclusionMeasures At(MeasuredArch upper, MeasuredArch lower, StagingResult staging, int stage)
    {
        // landmarks suffice, and moving a mesh would cost more than all the rest
        Tooth[] Moved(MeasuredArch arch) =>
            [.. arch.Teeth.Where(t => t.Id.Position == 1).Select(t => (t with { Mesh = TriangleMesh.Empty }).Moved(staging.Stages[stage][t.Id]))];
        return BiteMeasurement.Of(Moved(upper), Moved(lower));
    }
}
