using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>How far a right and a left tooth (canine to second molar) are spread at the stage where they stand farthest apart.</summary>
/// <param name="Right">Right tooth.</param>
/// <param name="Left">Left tooth.</param>
/// <param name="Stage">The widest stage.</param>
/// <param name="GrowthMm">Growth of the crown points' distance since stage 0, mm.</param>
/// <param name="RootsKnown">True where both roots come from a volume or mesh.</param>
internal sealed record ArchSpread(ToothId Right, ToothId Left, int Stage, double GrowthMm, bool RootsKnown)
{
    /// <summary>Every pair that is there, in order along the arches.</summary>
    public static IEnumerable<ArchSpread> Of(PlanEvidence evidence)
    {
        foreach (ToothTrack right in evidence.Tracks.Where(t => t.Tooth.Id is { IsRight: true, Position: >= 3 and <= 7 }))
        {
            ToothTrack? left = evidence.Tracks.FirstOrDefault(t => t.Tooth.Id == right.Tooth.Id.Mirrored());
            if (left is null || right.StageCount == 0)
                continue;
            int widest = Enumerable.Range(0, right.StageCount).MaxBy(k => Width(right, left, k));
            yield return new ArchSpread(
                right.Tooth.Id, left.Tooth.Id, widest, Width(right, left, widest) - Width(right, left, 0), Known(right.Tooth) && Known(left.Tooth));
        }
    }

    private static bool Known(Tooth tooth) => tooth.RootSource != RootSource.Template;

    private static double Width(ToothTrack a, ToothTrack b, int stage) => Vec3.Distance(
        a.Poses[stage].Apply(a.Tooth.Landmarks.OcclusalPoint), b.Poses[stage].Apply(b.Tooth.Landmarks.OcclusalPoint));
}
