using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>
/// Whether the bite in centric relation of a case.json is one, as far as its numbers alone tell; where it lies in the jaws, analysis
/// checks (<c>centric-axis</c>, <c>centric-shift</c>). Places are paths below <c>recordSet</c>.
/// </summary>
internal static class CentricChecks
{
    private const double UnitTolerance = 1e-6;

    // an opening of some 25 mm at the incisors: beyond it the condyles no longer only turn
    private const double TurnMaxDeg = 15;

    // both joints' outer poles lie in this, with room
    private const double AxisMinMm = 60;
    private const double AxisMaxMm = 170;

    public static IEnumerable<(string Path, string Message)> Of(CentricRecord? record)
    {
        if (record is null)
            yield break;
        if (record is { State: RecordState.Present, CentricFromMip: null })
            yield return ("centric.centricFromMip", "a bite in centric relation that is present says where the lower jaw stands");
        if (record.CentricFromMip is { } pose && OfPose(pose) is { } wrong)
            yield return ("centric.centricFromMip" + wrong.At, wrong.Message);
        if (record.HingeAxis is not { } axis)
            yield break;
        if (record.CentricFromMip is null)
            yield return ("centric.hingeAxis", "an axis is located with the jaw in centric relation, whose pose is missing");
        if (!IsRow(axis.Right, 3) || !IsRow(axis.Left, 3))
            yield return ("centric.hingeAxis", "each end of the axis is three finite numbers");
        else if (Length(axis) is not (>= AxisMinMm and <= AxisMaxMm))
            yield return ("centric.hingeAxis", $"the ends of an axis lie {AxisMinMm} to {AxisMaxMm} mm apart");
    }

    private static (string At, string Message)? OfPose(Pose pose)
    {
        if (!IsRow(pose.Q, 4))
            return (".q", "a quaternion is four finite numbers");
        if (!IsRow(pose.T, 3))
            return (".t", "a translation is three finite numbers");
        if (Math.Abs(Math.Sqrt(pose.Q.Sum(q => q * q)) - 1) > UnitTolerance)
            return (".q", "the pose is no rigid motion: its quaternion is not unit");
        double turn = PoseConversion.ToTransform(pose).Rotation.ToVector().Length * 180 / Math.PI;
        return turn > TurnMaxDeg ? (".q", $"the jaw is turned by {turn:0.#}°; a bite is taken within {TurnMaxDeg}°, where it still hinges") : null;
    }

    private static double Length(HingeAxisPoints axis) => (PoseConversion.ToVec(axis.Left) - PoseConversion.ToVec(axis.Right)).Length;

    private static bool IsRow(ImmutableArray<double> row, int count) => !row.IsDefault && row.Length == count && row.All(double.IsFinite);
}
