using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Tunnels and bridges: handles of the surface. Their number follows from Euler's characteristic; their places from a shortest
/// loop each: a shortest-path tree of the vertices, a maximum tree of the faces across the other edges, and the edges that
/// neither has close the loops (Erickson and Whittlesey 2005, greedy homotopy basis from one root). O(faces · log faces).
/// </summary>
internal static class TunnelCheck
{
    private const double ApartMm = 4;

    // a longer loop goes round a crown or a row of them: two openings beside it, and no tunnel through it; a tunnel 5 mm round can be
    // told by a loop of twice that
    private const double WidestMm = 11;
    private const double OneCrownShare = 0.75;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options)
    {
        var loops = HandleLoops.Of(scan.Topology);
        var taken = new List<Vec3>();
        foreach ((int[] vertices, double girth) in loops.Loops.OrderBy(l => l.GirthMm).ThenBy(l => l.Vertices[0]))
        {
            Vec3 center = vertices.Aggregate(Vec3.Zero, (sum, v) => sum + scan.Mesh.Vertices[v]) / vertices.Length;
            if (taken.Count == loops.Count || taken.Exists(p => Vec3.Distance(p, center) < ApartMm))
                continue;
            taken.Add(center);
            bool isBetween = girth > WidestMm || !IsOnOneCrown(scan, vertices);
            DefectSeverity severity = isBetween || girth < options.TunnelMm ? DefectSeverity.Note : DefectSeverity.Rescan;
            Vec3 normal = vertices.Aggregate(Vec3.Zero, (sum, v) => sum + scan.Normals[v]).Normalized();
            yield return scan.Defect(
                isBetween ? "opening-between-crowns" : "tunnel", severity, center, normal, vertices.SelectMany(v => scan.Topology.FacesOf(v).ToArray()),
                girth, options.TunnelMm, "mm", isBetween ? "an opening under a contact, by girth," : "a tunnel or bridge, by girth,") with
            {
                ReachMm = girth / Math.PI,
                Outline = [.. vertices.Select(v => scan.Mesh.Vertices[v])],
            };
        }
    }

    // the walls of a tunnel are one crown's; a loop round a contact, or through the opening under it, runs over two or over gum
    private static bool IsOnOneCrown(CheckedScan scan, int[] vertices) =>
        vertices.CountBy(v => scan.VertexTooth[v]).Where(t => t.Key != 0).Select(t => t.Value).DefaultIfEmpty(0).Max() > OneCrownShare * vertices.Length;
}
