using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Draws back what was filled in between neighbouring crowns so that the fills do not reach into the next tooth. Method: a
/// filled-in vertex that lies inside the neighbour moves towards the neighbour's surface, half the way where that surface is
/// filled in too and the whole way where it was seen; a few rounds. Seen vertices never move.
/// </summary>
internal static class CrownSeparation
{
    private const int Rounds = 4;

    /// <summary>The crowns of one jaw, in order along the arch, after the fills were drawn back.</summary>
    public static ClosedCrown[] Apart(ClosedCrown[] row, double toleranceMm, RunContext context)
    {
        ClosedCrown[] crowns = [.. row];
        for (int round = 0; round < Rounds; round++)
        {
            var distances = new SignedDistance[crowns.Length];
            context.For(crowns.Length, i => distances[i] = SignedDistance.Build(crowns[i].Mesh));
            var next = new ClosedCrown[crowns.Length];
            context.For(crowns.Length, i =>
            {
                Vec3[]? moved = null;
                foreach (int j in new[] { i - 1, i + 1 })
                {
                    if (j >= 0 && j < crowns.Length && distances[i].Bvh.Mesh.Bounds.Overlaps(distances[j].Bvh.Mesh.Bounds))
                        moved = Retreat(crowns[i], moved, crowns[j], distances[j], toleranceMm);
                }

                next[i] = moved is null ? crowns[i] : crowns[i] with { Mesh = crowns[i].Mesh.WithVertices(moved) };
            });
            crowns = next;
        }

        return crowns;
    }

    private static Vec3[]? Retreat(ClosedCrown crown, Vec3[]? moved, ClosedCrown neighbour, SignedDistance surface, double toleranceMm)
    {
        for (int v = crown.SeenVertices; v < crown.Mesh.VertexCount; v++)
        {
            Vec3 p = moved is null ? crown.Mesh.Vertices[v] : moved[v];
            if (!neighbour.Mesh.Bounds.Contains(p) || !surface.IsInside(p))
                continue;
            ClosestHit hit = surface.Bvh.Closest(p);
            if (hit.DistanceMm < toleranceMm)
                continue;
            moved ??= crown.Mesh.Vertices.ToArray();
            moved[v] = p + ((hit.Point - p) * (hit.Face < neighbour.SeenFaces ? 1.0 : 0.55));
        }

        return moved;
    }
}
