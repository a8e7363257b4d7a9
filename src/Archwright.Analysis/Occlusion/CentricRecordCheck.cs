using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Whether a bite in centric relation fits the jaws it was taken of: an axis that runs from right to left behind the teeth, and condyles
/// that do not leave their joints. Bounds are engineering defaults, wide round what studies report (condyles shift by 2 mm or more in 39 % of
/// orthodontic patients: Hidaka 2002).
/// </summary>
internal static class CentricRecordCheck
{
    private const double AxisTiltMaxDeg = 20;
    private const double BehindMinMm = 50;
    private const double BehindMaxMm = 130;
    private const double ShiftMaxMm = 6;
    private const string Place = "case.json, $.recordSet.centric";

    /// <summary>Problems of the record: <c>centric-axis</c>, <c>centric-shift</c>; none where there is nothing usable to check.</summary>
    /// <param name="record">The record; its numbers are rigid motions and points already.</param>
    /// <param name="occlusalFromScan">Takes scan coordinates to the occlusal frame.</param>
    /// <param name="lower">The lower arch, occlusal frame; null where it is not there.</param>
    public static IEnumerable<Problem> Of(CentricRecord? record, RigidTransform occlusalFromScan, MeasuredArch? lower)
    {
        if (record?.UsablePose() is not { } pose || lower is null || AverageHingeAxis.IncisorPoint(lower.Teeth) is not { } incisors)
            yield break;
        RigidTransform centricFromMip = occlusalFromScan * PoseConversion.ToTransform(pose) * occlusalFromScan.Inverse;
        HingeAxis inBite = AverageHingeAxis.Of(lower.Teeth)!;
        if (record.HingeAxis is { } points)
        {
            HingeAxis located = new HingeAxis(
                PoseConversion.ToVec(points.Right), PoseConversion.ToVec(points.Left), HingeAxisSource.Located).Moved(occlusalFromScan);
            double tilt = Math.Acos(Math.Clamp(located.Direction.X, -1, 1)) * 180 / Math.PI;
            if (tilt > AxisTiltMaxDeg)
            {
                yield return Problem.Error(
                    "centric-axis",
                    "the hinge axis does not run from the patient's right to the left",
                    Place + ".hingeAxis",
                    tilt,
                    AxisTiltMaxDeg,
                    "deg");
                yield break;
            }

            double behind = located.Center.Y - centricFromMip.Apply(incisors).Y;
            if (behind is not (>= BehindMinMm and <= BehindMaxMm))
            {
                yield return Problem.Error(
                    "centric-axis",
                    $"the hinge axis does not lie {BehindMinMm} to {BehindMaxMm} mm behind the lower incisors",
                    Place + ".hingeAxis",
                    behind,
                    behind < BehindMinMm ? BehindMinMm : BehindMaxMm,
                    "mm");
                yield break;
            }

            inBite = located.Moved(centricFromMip.Inverse);
        }

        double shift = Vec3.Distance(centricFromMip.Apply(inBite.Center), inBite.Center);
        if (shift > ShiftMaxMm)
        {
            yield return Problem.Error(
                "centric-shift",
                "the condyles would leave their joints between centric relation and the scanned bite",
                Place + ".centricFromMip",
                shift,
                ShiftMaxMm,
                "mm");
        }
    }
}
