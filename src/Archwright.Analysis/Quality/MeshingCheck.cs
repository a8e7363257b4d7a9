using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Single vertices pulled off a crown, faces without area, and lip or cheek scanned along. Spikes: a vertex that stands off the middle of its
/// neighbours by a length and by a multiple of its edges and of its crown's: where faces are large a sound cusp or edge is a single vertex too, and stands about as high as
/// faces are long there. O(vertices).
/// </summary>
internal static class MeshingCheck
{
    // steeper than any cusp: height over the ring's mean radius
    private const double SpikeSlope = 1.3;

    // how far the ring itself may be from a plane, of the height: a ridge runs on in two neighbours
    private const double RingShare = 0.5;

    // area of a face over its longest side squared, below which it has none to speak of
    private const double NoArea = 1e-6;

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options) =>
        Spikes(scan, options).Concat(Degenerate(scan, options)).Concat(Excess(scan, options));

    private static IEnumerable<ScanDefect> Spikes(CheckedScan scan, ScanQualityOptions options)
    {
        TriangleMesh mesh = scan.Mesh;
        var edges = new SortedDictionary<int, double>(scan.Teeth.ToDictionary(t => t.Id.Fdi, t => RoughnessCheck.MedianEdge(mesh, t.Faces)));
        for (int v = 0; v < mesh.VertexCount; v++)
        {
            if (scan.VertexTooth[v] == 0)
                continue;
            ReadOnlySpan<int> ring = scan.Topology.NeighboursOf(v);
            if (ring.Length < 3)
                continue;
            Vec3 middle = Vec3.Zero;
            Vec3 normal = Vec3.Zero;
            foreach (int n in ring)
            {
                middle += mesh.Vertices[n] / ring.Length;
                normal += scan.Normals[n];
            }

            normal = normal.Normalized();
            double height = Math.Abs(Vec3.Dot(mesh.Vertices[v] - middle, normal));
            double radius = 0;
            double off = 0;
            foreach (int n in ring)
            {
                radius += Vec3.Distance(mesh.Vertices[n], middle) / ring.Length;
                off = Math.Max(off, Math.Abs(Vec3.Dot(mesh.Vertices[n] - middle, normal)));
            }

            radius = Math.Max(radius, edges.GetValueOrDefault(scan.VertexTooth[v]));
            if (height < Math.Max(options.SpikeMm, SpikeSlope * radius) || off > RingShare * height)
                continue;
            yield return scan.Defect(
                "spike", DefectSeverity.Rescan, mesh.Vertices[v], normal, scan.Topology.FacesOf(v).ToArray(), height, options.SpikeMm, "mm", "a spike stands");
        }
    }

    private static IEnumerable<ScanDefect> Degenerate(CheckedScan scan, ScanQualityOptions options)
    {
        int count = 0;
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            double longest = Math.Max(
                Vec3.Distance(scan.Mesh.Corner(f, 0), scan.Mesh.Corner(f, 1)),
                Math.Max(Vec3.Distance(scan.Mesh.Corner(f, 1), scan.Mesh.Corner(f, 2)), Vec3.Distance(scan.Mesh.Corner(f, 2), scan.Mesh.Corner(f, 0))));
            count += scan.Mesh.AreaVector(f).Length / 2 < NoArea * longest * longest ? 1 : 0;
        }

        double share = (double)count / Math.Max(1, scan.Mesh.TriangleCount);
        if (count == 0)
            yield break;
        yield return new ScanDefect(
            "degenerate-faces", share > options.DegenerateShare ? DefectSeverity.Rescan : DefectSeverity.Note, scan.Name,
            FormattableString.Invariant($"{count} faces have no area, {100 * share:0.##} % of all, limit {100 * options.DegenerateShare:0.##} %: export the scan again"))
        {
            Measured = share,
            Limit = options.DegenerateShare,
            Unit = "share",
        };
    }

    // The vestibule ends within a known distance of the margins: what lies further out or deeper on the facial side is lip or cheek.
    private static IEnumerable<ScanDefect> Excess(CheckedScan scan, ScanQualityOptions options)
    {
        double area = 0;
        double farthest = 0;
        Vec3 at = Vec3.Zero;
        ToothPlace? beside = null;
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            if (scan.Labels[f] != 0)
                continue;
            Vec3 p = scan.Mesh.FaceCenter(f);
            ToothPlace? tooth = scan.Teeth.MinBy(t => (p - t.Center).Reject(t.Occlusal).LengthSquared);
            if (tooth is null)
                continue;
            Vec3 local = tooth.Local(p - tooth.Center);
            double beyond = local.Y <= 0 || Math.Abs(local.X) > tooth.High.X - tooth.Low.X ? 0 : Math.Max(tooth.Low.Z - local.Z, local.Y - tooth.High.Y);
            if (beyond <= options.ExcessMarginMm)
                continue;
            area += scan.Mesh.AreaVector(f).Length / 2;
            if (beyond > farthest)
                (farthest, at, beside) = (beyond, p, tooth);
        }

        if (area < options.ExcessMm2 || beside is null)
            yield break;
        yield return new ScanDefect(
            "excess-margin", DefectSeverity.Note, scan.Name,
            FormattableString.Invariant($"the scan goes {farthest:0.#} mm beyond the margins facially of {beside.Id}, limit {options.ExcessMarginMm:0.#}: lip or cheek was scanned along, or a model has a base; trim it"))
        {
            Tooth = beside.Id,
            Surface = CrownSide.Buccal,
            At = at,
            ReachMm = 4,
            Measured = farthest,
            Limit = options.ExcessMarginMm,
            Unit = "mm",
        };
    }
}
