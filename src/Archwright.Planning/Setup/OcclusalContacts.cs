using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Setup;

/// <summary>
/// Aims that bring the side teeth of two arches together until their real surfaces touch: where the arrangement that is
/// being chosen leaves them apart or in each other, each upper tooth and the lower tooth nearest to it are to close that
/// distance. The bite so ties the two arches' levels to each other, which the teeth's own places alone do poorly.
/// </summary>
internal static class OcclusalContacts
{
    // the vertical share of a separating direction on a cusp's slope
    private const double LeastShare = 0.6;

    // contact at the target counts as known to this; engineering default, no clinical source
    private const double DeviationMm = 0.3;

    /// <summary>One aim per upper side tooth that has a lower one near it, from the surfaces at the given poses.</summary>
    /// <param name="upper">Upper arch; its teeth are the first that <paramref name="proximity"/> knows.</param>
    /// <param name="lower">Lower arch.</param>
    /// <param name="poses">Poses of both arches' teeth.</param>
    /// <param name="proximity">Nearness of the real surfaces.</param>
    /// <param name="context">Threads.</param>
    public static IReadOnlyList<BiteAim> At(
        ArchTemplate upper, ArchTemplate lower, RigidTransform[][] poses, IProximity proximity, RunContext context)
    {
        var found = new BiteAim?[upper.Teeth.Count];
        context.For(found.Length, u => found[u] = Of(upper, lower, poses, proximity, u));
        return [.. found.OfType<BiteAim>()];
    }

    private static BiteAim? Of(ArchTemplate upper, ArchTemplate lower, RigidTransform[][] poses, IProximity proximity, int u)
    {
        if (upper.Teeth[u].Tooth.Id.IsAnterior || upper.Teeth[u].Tooth.Id.Position == 8)
            return null;
        int nearest = -1;
        Nearness near = default;
        for (int l = 0; l < lower.Teeth.Count; l++)
        {
            if (lower.Teeth[l].Tooth.Id.IsAnterior || lower.Teeth[l].Tooth.Id.IsRight != upper.Teeth[u].Tooth.Id.IsRight)
                continue;
            Nearness one = proximity.Between(u, poses[0][u], upper.Teeth.Count + l, poses[1][l]);
            // an overlap the scan brought along may stay
            if (one.DepthMm > 0)
            {
                Nearness start = proximity.Between(u, RigidTransform.Identity, upper.Teeth.Count + l, RigidTransform.Identity);
                one = one with { DepthMm = Math.Max(0, one.DepthMm - start.DepthMm) };
            }

            if (nearest < 0 || one.GapMm - one.DepthMm < near.GapMm - near.DepthMm)
                (nearest, near) = (l, one);
        }

        // beyond the cut-off an open bite cannot be told from a missing antagonist
        if (nearest < 0 || near.GapMm >= near.CutOffMm)
            return null;
        double apart = (near.GapMm - near.DepthMm) / Math.Max(Math.Abs(near.Direction.Z), LeastShare);
        double Height(RigidTransform[][] p) =>
            p[0][u].Apply(upper.Teeth[u].Center).Z - p[1][nearest].Apply(lower.Teeth[nearest].Center).Z;
        return new BiteAim($"contact-{upper.Teeth[u].Tooth.Id}", Height, Height(poses) - apart, DeviationMm, true);
    }
}
