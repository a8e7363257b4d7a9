using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Left, posterior and superior of one arch as its tooth numbers tell them. Method: left from the differences of the
/// homologous pairs (13 to 23 …), posterior from how the pairs' midpoints go back with the tooth's position; superior
/// completes the right-handed frame. Without pairs the directions are those in which position and side change most.
/// </summary>
internal readonly record struct ArchDirections(Vec3 Left, Vec3 Posterior, Vec3 Superior)
{
    /// <summary>The directions, or null where fewer than three teeth or one straight row cannot tell them.</summary>
    public static ArchDirections? Of(IReadOnlyList<(ToothId Id, Vec3 Center)> teeth)
    {
        if (teeth.Count < 3)
            return null;
        List<(int Position, Vec3 Across, Vec3 Middle)> pairs = Pairs(teeth);
        Vec3 left = Vec3.Zero;
        Vec3 back = Vec3.Zero;
        if (pairs.Count >= 2)
        {
            double meanPosition = pairs.Average(p => p.Position);
            foreach ((int position, Vec3 across, Vec3 middle) in pairs)
            {
                left += across;
                back += middle * (position - meanPosition);
            }
        }

        if (pairs.Count < 2 || back.Reject(left.Normalized()).Length < 1)
        {
            Vec3 mean = teeth.Aggregate(Vec3.Zero, (sum, t) => sum + t.Center) / teeth.Count;
            double meanPlace = teeth.Average(t => (double)t.Id.ArchPlace);
            double meanPosition = teeth.Average(t => (double)t.Id.Position);
            left = Vec3.Zero;
            back = Vec3.Zero;
            foreach ((ToothId id, Vec3 center) in teeth)
            {
                left += (center - mean) * (id.ArchPlace - meanPlace);
                back += (center - mean) * (id.Position - meanPosition);
            }
        }

        Vec3 x = left.Normalized();
        Vec3 y = back.Reject(x);
        if (left.Length < 1 || y.Length < 0.5)
            return null;
        y = y.Normalized();
        return new ArchDirections(x, y, Vec3.Cross(x, y));
    }

    /// <summary>Homologous pairs: position, vector from right to left tooth, midpoint.</summary>
    public static List<(int Position, Vec3 Across, Vec3 Middle)> Pairs(IReadOnlyList<(ToothId Id, Vec3 Center)> teeth)
    {
        var pairs = new List<(int, Vec3, Vec3)>();
        foreach ((ToothId id, Vec3 center) in teeth)
        {
            if (!id.IsRight)
                continue;
            foreach ((ToothId other, Vec3 twin) in teeth)
            {
                if (other == id.Mirrored())
                    pairs.Add((id.Position, twin - center, (center + twin) * 0.5));
            }
        }

        return pairs;
    }
}
