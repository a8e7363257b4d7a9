using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Outcome;

/// <summary>
/// The patient's directions read from the teeth at stage 0, in whatever frame they stand: up from the long axes, left from the pairs
/// of mirrored teeth, back as what is square to both.
/// </summary>
internal sealed record BiteAxes(Vec3 Left, Vec3 Back, Vec3 Up)
{
    /// <summary>The axes, or null where there are no mirrored teeth to tell left from right.</summary>
    public static BiteAxes? Of(IReadOnlyList<Tooth> teeth)
    {
        Vec3 up = Vec3.Zero;
        Vec3 left = Vec3.Zero;
        foreach (Tooth tooth in teeth)
        {
            up += tooth.Frame.Occlusal * (tooth.Id.Jaw == Jaw.Upper ? -1 : 1);
            if (tooth.Id.IsRight && teeth.FirstOrDefault(t => t.Id == tooth.Id.Mirrored()) is { } mirrored)
                left += mirrored.Frame.Origin - tooth.Frame.Origin;
        }

        if (up.Length < 1e-6)
            return null;
        up = up.Normalized();
        left = left.Reject(up);
        if (left.Length < 1e-6)
            return null;
        left = left.Normalized();
        // LPS is right-handed: left × back = up, so back = up × left
        return new BiteAxes(left, Vec3.Cross(up, left), up);
    }

    /// <summary>Mean overlap of the central incisors' edges at stage 0, mm; 0 where it cannot be read.</summary>
    public static double OverbiteMm(OutcomeInput input)
    {
        if (!input.HasBite || Of(input.Teeth) is not { } axes)
            return 0;
        double[] overlaps =
        [
            .. new[] { (11, 41), (21, 31) }
                .Select(p => (Upper: Find(input, p.Item1), Lower: Find(input, p.Item2)))
                .Where(p => p is { Upper: not null, Lower: not null })
                .Select(p => Vec3.Dot(p.Lower!.Landmarks.OcclusalPoint - p.Upper!.Landmarks.OcclusalPoint, axes.Up)),
        ];
        return overlaps.Length == 0 ? 0 : overlaps.Average();
    }

    private static Tooth? Find(OutcomeInput input, int fdi) => input.Teeth.FirstOrDefault(t => t.Id.Fdi == fdi);
}
