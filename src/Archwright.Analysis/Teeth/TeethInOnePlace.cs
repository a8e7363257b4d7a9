using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Finds teeth that stand in one place, as no two teeth can: a tooth copied under another's number, a crown moved into its neighbour.
/// Scattered teeth overlap by a few millimetres and are planned all the same; a tooth that lies in or on another with more than half
/// of its surface is nothing treatment could begin with. Method: share of a tooth's area whose face centres have a signed distance
/// to the other below what a scan can tell. A milk tooth and its successor share a place by nature. Any frame, closed meshes, mm.
/// Complexity: linear in the faces; distances are built only for pairs whose boxes leave it possible.
/// </summary>
internal static class TeethInOnePlace
{
    private const double ShareMax = 0.5;

    /// <summary>Two surfaces nearer than this are one: the same mesh under two numbers lies on itself.</summary>
    private const double OneSurfaceMm = 0.02;

    /// <summary>One error per pair, at the tooth that lies deeper in the other.</summary>
    /// <param name="teeth">Teeth in one frame: those of one jaw, or of both where they are in a bite.</param>
    /// <param name="locationOf">Where a tooth comes from, for the person.</param>
    public static IEnumerable<Problem> Among(IReadOnlyList<Tooth> teeth, Func<ToothId, string> locationOf)
    {
        for (int a = 0; a < teeth.Count; a++)
        {
            for (int b = a + 1; b < teeth.Count; b++)
            {
                if (teeth[a].Id.Jaw == teeth[b].Id.Jaw && teeth[a].Id.ArchPlace == teeth[b].Id.ArchPlace)
                    continue;
                double aInB = ShareInside(teeth[a].Mesh, teeth[b].Mesh);
                double bInA = ShareInside(teeth[b].Mesh, teeth[a].Mesh);
                double share = Math.Max(aInB, bInA);
                if (share <= ShareMax)
                    continue;
                (ToothId inner, ToothId outer) = aInB >= bInA ? (teeth[a].Id, teeth[b].Id) : (teeth[b].Id, teeth[a].Id);
                yield return Problem.Error(
                    "teeth-in-one-place",
                    FormattableString.Invariant($"{100 * share:0} % of the surface of tooth {inner} lies in or on tooth {outer}, more than {100 * ShareMax:0} %: two teeth cannot stand in one place"),
                    locationOf(inner),
                    100 * share,
                    100 * ShareMax,
                    "%");
            }
        }
    }

    private static double ShareInside(TriangleMesh inner, TriangleMesh outer)
    {
        Aabb nearBox = outer.Bounds.Inflated(OneSurfaceMm);
        if (Share(inner, nearBox.Contains) <= ShareMax)
            return 0;
        var distance = SignedDistance.Build(outer);
        return Share(inner, p => nearBox.Contains(p) && distance.At(p) < OneSurfaceMm);
    }

    private static double Share(TriangleMesh mesh, Func<Vec3, bool> isInside)
    {
        double inside = 0;
        double all = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            double area = mesh.AreaVector(f).Length;
            all += area;
            if (isInside(mesh.FaceCenter(f)))
                inside += area;
        }

        return all > 0 ? inside / all : 0;
    }
}
