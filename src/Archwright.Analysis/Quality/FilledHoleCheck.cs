using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Holes that software has closed before the scan was exported: surface that no scanner saw and nothing marks. A filler that wants no
/// more than a closed surface spans the hole from rim to rim, or by a fan, with edges far longer than those of the rim. Method: an
/// edge is long where it is a multiple of the short edges at one of its ends and of the crown's median; faces with two long edges that hang together are a fill
/// where the rim round them has many edges, short against those inside: a mesh that was thinned has long edges all round. O(faces). Known limits: a fill that was refined to the density round it and drawn
/// smooth cannot be told from enamel; nor can one smaller than a few edges of the crown.
/// </summary>
internal static class FilledHoleCheck
{
    private const double LongEdge = 2.2;
    private const double LongInCrown = 1.8;
    private const double EarChord = 1.4;
    private const int EarRounds = 2;
    private const double RimShare = 0.6;
    private const int FewestRimEdges = 12;

    // a hole whose rim has so many edges is at least a circle of that girth, in squared edges: a smaller group with as long a rim is a strip of long faces
    private const double LeastRimmed = FewestRimEdges * FewestRimEdges / (4 * Math.PI);

    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options)
    {
        double[] edge = ShortEdges(scan);
        SortedDictionary<int, double> median = [];
        foreach (ToothPlace tooth in scan.Teeth)
            median[tooth.Id.Fdi] = RoughnessCheck.MedianEdge(scan.Mesh, tooth.Faces);
        bool[] isSpan = new bool[scan.Mesh.TriangleCount];
        for (int f = 0; f < isSpan.Length; f++)
            isSpan[f] = scan.Labels[f] != 0 && LongEdges(scan.Mesh, edge, LongInCrown * median[scan.Labels[f]], f) >= 2;
        for (int round = 0; round < EarRounds; round++)
            AddEars(scan, isSpan, median);
        foreach (List<int> group in FaceGroups.OfFaces(scan.Topology, isSpan))
        {
            (double area, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(scan.Mesh, group);
            double edgeMm = median[scan.Labels[group[0]]];
            double limit = Math.Max(options.FilledHoleMm2, LeastRimmed * edgeMm * edgeMm);
            if (area < limit || !IsSpanned(scan, group, isSpan))
                continue;
            yield return scan.Defect(
                "filled-hole", DefectSeverity.Rescan, center, normal, group, area, limit, "mm²", "a hole closed without surface lies") with
            { ReachMm = reach };
        }
    }

    // the outermost faces of a fill have one chord and two edges of the rim
    private static void AddEars(CheckedScan scan, bool[] isSpan, SortedDictionary<int, double> median)
    {
        var ears = new List<int>();
        for (int f = 0; f < isSpan.Length; f++)
        {
            if (isSpan[f] || scan.Labels[f] == 0)
                continue;
            for (int c = 0; c < 3; c++)
            {
                bool isChord = scan.Topology.FaceAcross(f, c) is var across and >= 0 && isSpan[across]
                    && Vec3.Distance(scan.Mesh.Corner(f, c), scan.Mesh.Corner(f, (c + 1) % 3)) > EarChord * median[scan.Labels[f]];
                if (isChord)
                {
                    ears.Add(f);
                    break;
                }
            }
        }

        foreach (int f in ears)
            isSpan[f] = true;
    }

    // per vertex of a crown the mean of the shorter half of its edges
    private static double[] ShortEdges(CheckedScan scan)
    {
        double[] edge = new double[scan.Mesh.VertexCount];
        var lengths = new List<double>();
        for (int v = 0; v < edge.Length; v++)
        {
            lengths.Clear();
            foreach (int n in scan.Topology.NeighboursOf(v))
                lengths.Add(Vec3.Distance(scan.Mesh.Vertices[v], scan.Mesh.Vertices[n]));
            lengths.Sort();
            int half = (lengths.Count + 1) / 2;
            for (int i = 0; i < half; i++)
                edge[v] += lengths[i] / half;
        }

        return edge;
    }

    private static int LongEdges(TriangleMesh mesh, double[] edge, double leastMm, int face)
    {
        Triangle t = mesh.Triangles[face];
        return IsLong(t.A, t.B) + IsLong(t.B, t.C) + IsLong(t.C, t.A);

        int IsLong(int a, int b) =>
            Vec3.Distance(mesh.Vertices[a], mesh.Vertices[b]) > Math.Max(leastMm, LongEdge * Math.Min(edge[a], edge[b])) ? 1 : 0;
    }

    // many short edges round few long ones
    private static bool IsSpanned(CheckedScan scan, List<int> group, bool[] isSpan)
    {
        double rim = 0;
        double inner = 0;
        int rimEdges = 0;
        int innerSides = 0;
        foreach (int f in group)
        {
            for (int c = 0; c < 3; c++)
            {
                double length = Vec3.Distance(scan.Mesh.Corner(f, c), scan.Mesh.Corner(f, (c + 1) % 3));
                if (scan.Topology.FaceAcross(f, c) is var across and >= 0 && isSpan[across])
                    (inner, innerSides) = (inner + length, innerSides + 1);
                else
                    (rim, rimEdges) = (rim + length, rimEdges + 1);
            }
        }

        return rimEdges >= FewestRimEdges && innerSides > 0 && rim / rimEdges < RimShare * inner / innerSides;
    }
}
