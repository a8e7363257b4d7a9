using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Vertices that agree on the middle of a tooth.</summary>
/// <param name="Center">Their mean vote, arch frame, in the plane.</param>
/// <param name="AreaMm2">Their area weighted by how likely each is tooth.</param>
/// <param name="LogPosition">Mean logarithm of the probability of each position 1–8 (index 0 unused).</param>
/// <param name="WidthMm">Mesiodistal width, between the outermost hundredths on each side.</param>
/// <param name="Relief">0–1: how much it stands out: rises to the crest's level and is a dome; a wall or a flat ridge is not.</param>
internal sealed record ToothCluster(Vec3 Center, double AreaMm2, double[] LogPosition, double WidthMm, double Relief)
{
    /// <summary>Two clusters as one.</summary>
    public ToothCluster With(ToothCluster other)
    {
        double a = AreaMm2 / (AreaMm2 + other.AreaMm2);
        return new ToothCluster(
            Vec3.Lerp(other.Center, Center, a),
            AreaMm2 + other.AreaMm2,
            [.. LogPosition.Select((l, i) => (a * l) + ((1 - a) * other.LogPosition[i]))],
            (0.5 * (WidthMm + other.WidthMm)) + Vec3.Distance(Center with { Z = 0 }, other.Center with { Z = 0 }),
            Math.Max(Relief, other.Relief));
    }
}
