using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>Two teeth that come near in some stage: how deep they cut or how far they stand apart, stage by stage.</summary>
/// <param name="A">The tooth that stands first along the arches.</param>
/// <param name="B">The other.</param>
/// <param name="DepthMm">Greatest depth either reaches into the other, per stage, mm; 0 where apart.</param>
/// <param name="GapMm">Least distance of the surfaces, per stage, mm; 0 where they cut; at most 2.</param>
public sealed record PairApproach(ToothId A, ToothId B, ImmutableArray<double> DepthMm, ImmutableArray<double> GapMm)
{
    // Boxes further apart than this in every stage: such a pair is never looked at.
    private const double NearMm = 0.5;

    /// <summary>True where both stand in one jaw.</summary>
    public bool SameJaw => A.Jaw == B.Jaw;

    /// <summary>Depth at stage 0, mm: what the scan already shows.</summary>
    public double InitialMm => DepthMm[0];

    /// <summary>
    /// Measures every pair whose boxes come near in some stage, between jaws only where there is a bite. Any two teeth of a jaw
    /// count, not only neighbours by number: crowded teeth meet the next but one. Exact to 0.02 mm (<see cref="Penetration"/>).
    /// </summary>
    internal static ImmutableArray<PairApproach> Measure(TrackBodies bodies, bool hasBite, RunContext context)
    {
        ImmutableArray<ToothTrack> solid = bodies.Tracks;
        (int I, int J)[] near = [.. NearPairs(solid, hasBite)];
        bodies.Build(near.SelectMany(p => new[] { p.I, p.J }), context);
        var measured = new PairApproach[near.Length];
        context.For(near.Length, n =>
            measured[n] = Along(solid[near[n].I], bodies[near[n].I], solid[near[n].J], bodies[near[n].J]));
        return [.. measured];
    }

    private static PairApproach Along(ToothTrack a, ToothBody bodyA, ToothTrack b, ToothBody bodyB)
    {
        var depth = new double[a.StageCount];
        var gap = new double[a.StageCount];
        for (int k = 0; k < a.StageCount; k++)
        {
            if (k > 0 && a.Poses[k] == a.Poses[k - 1] && b.Poses[k] == b.Poses[k - 1])
            {
                (depth[k], gap[k]) = (depth[k - 1], gap[k - 1]);
                continue;
            }

            Approach approach = ToothBody.Between(bodyA, a.Poses[k], bodyB, b.Poses[k]);
            (depth[k], gap[k]) = (approach.DepthMm, approach.GapMm);
        }

        return new PairApproach(a.Tooth.Id, b.Tooth.Id, [.. depth], [.. gap]);
    }

    private static IEnumerable<(int I, int J)> NearPairs(ImmutableArray<ToothTrack> tracks, bool hasBite)
    {
        ImmutableArray<ImmutableArray<Aabb>> boxes = [.. tracks.Select(Boxes)];
        for (int i = 0; i < tracks.Length; i++)
        {
            for (int j = i + 1; j < tracks.Length; j++)
            {
                bool sameJaw = tracks[i].Tooth.Id.Jaw == tracks[j].Tooth.Id.Jaw;
                if ((sameJaw || hasBite) && Enumerable.Range(0, boxes[i].Length).Any(k => Near(boxes[i][k], boxes[j][k])))
                    yield return (i, j);
            }
        }
    }

    private static ImmutableArray<Aabb> Boxes(ToothTrack track) => [.. track.Poses.Select(p => track.Tooth.Mesh.Bounds.Moved(p))];

    private static bool Near(Aabb a, Aabb b) =>
        a.Min.X - NearMm < b.Max.X && b.Min.X - NearMm < a.Max.X
        && a.Min.Y - NearMm < b.Max.Y && b.Min.Y - NearMm < a.Max.Y
        && a.Min.Z - NearMm < b.Max.Z && b.Min.Z - NearMm < a.Max.Z;
}
