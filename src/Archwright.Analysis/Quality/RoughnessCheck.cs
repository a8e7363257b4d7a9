using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Noise and density of the crowns. Noise: each vertex's distance from the middle of its neighbours along its normal, less the
/// mean of its neighbours' distances; a smooth shape cancels, independent errors add up to a known multiple. Medians over each
/// crown, so that fissures do not count. Density: median edge of each crown. O(vertices).
/// </summary>
internal static class RoughnessCheck
{
    // median of |second umbrella| per standard deviation of independent errors along the normal, at six neighbours each:
    // variance 1 + 4/6 + ... of the twice applied umbrella is 1.66, times the normal law's median 0.674
    private const double MedianPerDeviation = 0.87;
    private const double MostTeeth = 0.5;
    private const double WorseThanOthers = 1.2;

    // what a clean crown shows, per squared edge: measured on synthetic and real arches of edges 0.3–1 mm
    private const double ShapeShare = 0.055;

    public static (List<ScanDefect> Defects, double EdgeMm, double NoiseMm) Of(CheckedScan scan, ScanQualityOptions options)
    {
        double[] rough = Rough(scan);
        var byTooth = new SortedDictionary<int, List<double>>();
        for (int v = 0; v < rough.Length; v++)
        {
            if (scan.VertexTooth[v] == 0 || double.IsNaN(rough[v]))
                continue;
            if (!byTooth.TryGetValue(scan.VertexTooth[v], out List<double>? list))
                byTooth[scan.VertexTooth[v]] = list = [];
            list.Add(Math.Abs(rough[v]));
        }

        (ToothPlace Tooth, double Value)[] edge = [.. scan.Teeth.Select(t => (t, MedianEdge(scan.Mesh, t.Faces)))];

        // where faces are large the shape itself does not cancel: that share goes, and crowns too coarse are not judged
        (ToothPlace Tooth, double Value)[] noise =
        [
            .. edge.Where(e => byTooth.ContainsKey(e.Tooth.Id.Fdi) && e.Value <= options.JudgedEdgeMm)
                .Select(e => (e.Tooth, Less(Median(byTooth[e.Tooth.Id.Fdi]) / MedianPerDeviation, ShapeShare * e.Value * e.Value))),
        ];
        List<ScanDefect> found =
        [
            .. Judge(scan, noise, options.NoiseMm, ("noise", DefectSeverity.Rescan, "the surface is rough by")),
            .. Judge(scan, edge, options.CrownEdgeMm, ("too-coarse", DefectSeverity.Rescan, "the faces are too large, export the scan unthinned: median edge")),
        ];
        if (!found.Exists(d => d.Code == "too-coarse"))
            found.AddRange(Judge(scan, edge, options.ShownEdgeMm, ("coarse", DefectSeverity.Note, "the scan was thinned, over 0.7 mm bubbles, ledges and roughness are not judged: median edge")));
        return (found, Median([.. edge.Select(e => e.Value)]), Median([.. noise.Select(e => e.Value)]));
    }

    /// <summary>Median edge of faces, mm.</summary>
    public static double MedianEdge(TriangleMesh mesh, int[] faces) => Median(Edges(mesh, faces));

    private static IEnumerable<ScanDefect> Judge(CheckedScan scan, (ToothPlace Tooth, double Value)[] teeth, double limit, (string Code, DefectSeverity Severity, string What) kind)
    {
        (ToothPlace Tooth, double Value)[] over = [.. teeth.Where(t => t.Value > limit)];
        if (over.Length == 0)
            yield break;
        double typical = Median([.. teeth.Select(t => t.Value)]);
        if (over.Length > MostTeeth * teeth.Length)
        {
            yield return new ScanDefect(kind.Code, kind.Severity, scan.Name, FormattableString.Invariant($"{kind.What} {typical:0.###} mm on {over.Length} of {teeth.Length} crowns, limit {limit:0.###}"))
            {
                Measured = typical,
                Limit = limit,
                Unit = "mm",
            };
            yield break;
        }

        // a crown hardly beyond the limit and no worse than the others is the scan's matter, not its own
        foreach ((ToothPlace tooth, double value) in over.Where(t => t.Value > WorseThanOthers * typical))
        {
            yield return new ScanDefect(kind.Code, kind.Severity, scan.Name, FormattableString.Invariant($"{kind.What} {value:0.###} mm on {tooth.Id}, limit {limit:0.###}"))
            {
                Tooth = tooth.Id,
                At = tooth.Center,
                ReachMm = 4,
                Measured = value,
                Limit = limit,
                Unit = "mm",
            };
        }
    }

    private static double Less(double all, double share) => Math.Sqrt(Math.Max(0, (all * all) - (share * share)));

    private static double[] Rough(CheckedScan scan)
    {
        var isBorder = new bool[scan.Mesh.VertexCount];
        foreach (Edge e in scan.Topology.BoundaryEdges)
            isBorder[e.From] = isBorder[e.To] = true;
        double[] first = new double[isBorder.Length];
        double[] second = new double[isBorder.Length];
        for (int v = 0; v < first.Length; v++)
        {
            ReadOnlySpan<int> ring = scan.Topology.NeighboursOf(v);
            Vec3 mean = Vec3.Zero;
            foreach (int n in ring)
                mean += scan.Mesh.Vertices[n];
            first[v] = isBorder[v] || ring.Length < 3 ? double.NaN : Vec3.Dot(scan.Mesh.Vertices[v] - (mean / ring.Length), scan.Normals[v]);
        }

        for (int v = 0; v < second.Length; v++)
        {
            double sum = 0;
            ReadOnlySpan<int> ring = scan.Topology.NeighboursOf(v);
            foreach (int n in ring)
                sum += first[n];
            second[v] = first[v] - (sum / Math.Max(1, ring.Length));
        }

        return second;
    }

    private static List<double> Edges(TriangleMesh mesh, int[] faces)
    {
        var lengths = new List<double>(faces.Length * 3);
        foreach (int f in faces)
        {
            for (int c = 0; c < 3; c++)
                lengths.Add(Vec3.Distance(mesh.Corner(f, c), mesh.Corner(f, (c + 1) % 3)));
        }

        return lengths;
    }

    private static double Median(List<double> values)
    {
        if (values.Count == 0)
            return 0;
        values.Sort();
        return values[values.Count / 2];
    }
}
