using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Gap or overlap of teeth where they stand, surface to surface, mm. Any one frame. Pure functions; building the distance of
/// each tooth takes a few milliseconds.
/// </summary>
public static class ContactMeasurement
{
    /// <summary>
    /// The contacts of one jaw's teeth, from the patient's right to the left. A milk tooth and its successor stand in one
    /// place and are no neighbours.
    /// </summary>
    public static ImmutableArray<Contact> Of(IReadOnlyList<Tooth> teeth, RunContext context)
    {
        Tooth[] row = [.. teeth.OrderBy(t => t.Id)];
        var distances = new SignedDistance[row.Length];
        context.For(row.Length, i => distances[i] = SignedDistance.Build(row[i].Mesh));
        var pairs = new List<(int A, int B)>();
        for (int i = 0; i + 1 < row.Length; i++)
        {
            if (row[i].Id.ArchPlace != row[i + 1].Id.ArchPlace)
                pairs.Add((i, i + 1));
        }

        var contacts = new Contact[pairs.Count];
        context.For(contacts.Length, i =>
        {
            (int a, int b) = pairs[i];
            (double gap, double depth) = SurfaceApproach.Between(distances[a], distances[b]);
            contacts[i] = new Contact(row[a].Id, row[b].Id, AreAdjacent(row[a].Id, row[b].Id), gap, depth);
        });
        return [.. contacts];
    }

    /// <summary>Per upper tooth, the least gap (cut off at 15 mm) and the greatest depth against all lower teeth, mm.</summary>
    public static ImmutableArray<(double GapMm, double DepthMm)> AgainstLower(
        IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower, RunContext context)
    {
        var uppers = new SignedDistance[upper.Count];
        var lowers = new SignedDistance[lower.Count];
        context.For(upper.Count, i => uppers[i] = SignedDistance.Build(upper[i].Mesh));
        context.For(lower.Count, i => lowers[i] = SignedDistance.Build(lower[i].Mesh));
        var found = new (double Gap, double Depth)[upper.Count];
        context.For(upper.Count, i =>
        {
            double gap = 15;
            double depth = 0;
            foreach (SignedDistance other in lowers)
            {
                if (!uppers[i].Bvh.Mesh.Bounds.Inflated(gap).Overlaps(other.Bvh.Mesh.Bounds))
                    continue;
                (double g, double d) = SurfaceApproach.Between(uppers[i], other, gap);
                gap = Math.Min(gap, g);
                depth = Math.Max(depth, d);
            }

            found[i] = (gap, depth);
        });
        return [.. found];
    }

    /// <summary>True where no place of the arch lies empty between two teeth.</summary>
    public static bool AreAdjacent(ToothId a, ToothId b) =>
        b.ArchPlace - a.ArchPlace == (a.ArchPlace < 0 && b.ArchPlace > 0 ? 2 : 1);
}
