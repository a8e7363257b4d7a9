using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Finds rows of teeth that make no arch: a jaw bows, so its front stands well before the line that joins its last teeth. Method: distance of
/// the front from that line over the line's length. Judged where a premolar or molar stands on each side and an incisor or canine between
/// them; any frame, so it may be asked before one is found. Upper arches bow by 0.55 of their width at the first molars, lower ones by 0.52 (Mina
/// 2017, clinical.md 5.7); the limit lies far below any jaw's: engineering default.
/// </summary>
internal static class StraightRow
{
    private const double DepthShareMin = 0.12;

    /// <summary>The error of one jaw's crowns, null where they bow or cannot be judged.</summary>
    public static Problem? Of(Jaw jaw, IEnumerable<LabelledCrown> crowns)
    {
        LabelledCrown[] row = [.. crowns.OrderBy(c => c.Id.ArchPlace)];
        LabelledCrown[] front = [.. row.Where(c => c.Id.IsAnterior)];
        if (front.Length == 0 || row[0].Id.ArchPlace > -4 || row[^1].Id.ArchPlace < 4)
            return null;
        (Vec3 right, Vec3 left) = (row[0].Centroid, row[^1].Centroid);
        Vec3 across = (left - right).Normalized();
        double depth = front.Max(c => Vec3.Cross(across, c.Centroid - right).Length);
        double length = Vec3.Distance(left, right);
        double share = depth / length;
        return depth >= DepthShareMin * length
            ? null
            : Problem.Error(
                "no-arch",
                FormattableString.Invariant($"the teeth stand in a straight row: the front lies {depth:0.0} mm off the line from tooth {row[0].Id} to {row[^1].Id}, {100 * share:0} % of its length, where an arch bows by more than {100 * DepthShareMin:0} %"),
                jaw == Jaw.Upper ? "upper" : "lower",
                100 * share,
                100 * DepthShareMin,
                "%");
    }
}
