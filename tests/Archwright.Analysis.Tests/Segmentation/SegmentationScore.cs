using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Labels found against labels given, teeth matched one to one by overlap.</summary>
/// <param name="ToothIoU">Mean intersection over union of the teeth there are.</param>
/// <param name="Identified">Share of them found (overlap above one half) under their number.</param>
/// <param name="CountError">Teeth found less teeth there are.</param>
internal sealed record SegmentationScore(double ToothIoU, double Identified, int CountError)
{
    public static SegmentationScore Of(int[] truth, int[] found)
    {
        (int Truth, int Found)[] pairs = [.. truth.Zip(found)];
        double IoU(int t, int f) => pairs.Count(p => p == (t, f)) / (double)pairs.Count(p => p.Truth == t || p.Found == f);
        int[] teeth = [.. truth.Where(l => l != 0).Distinct().Order()];
        int[] others = [.. found.Where(l => l != 0).Distinct().Order()];
        var used = new HashSet<int>();
        var matched = new SortedDictionary<int, (int Found, double IoU)>();
        foreach ((int t, int f, double iou) in pairs.Distinct().Where(p => p.Truth != 0 && p.Found != 0)
            .Select(p => (p.Truth, p.Found, IoU(p.Truth, p.Found))).OrderByDescending(p => p.Item3))
        {
            if (!matched.ContainsKey(t) && used.Add(f))
                matched[t] = (f, iou);
        }

        return new SegmentationScore(
            teeth.Average(t => matched.TryGetValue(t, out (int, double IoU) m) ? m.IoU : 0),
            teeth.Count(t => matched.TryGetValue(t, out (int Found, double IoU) m) && m.IoU > 0.5 && m.Found == t) / (double)teeth.Length,
            others.Length - teeth.Length);
    }

    /// <summary>Labels per vertex of a scan labelled per face: what most of its faces are.</summary>
    public static int[] VertexLabels(ArchScan scan)
    {
        var votes = new List<int>[scan.Mesh.VertexCount];
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            Triangle t = scan.Mesh.Triangles[f];
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
                (votes[v] ??= []).Add(scan.FaceLabels[f]);
        }

        return [.. votes.Select(v => v is null ? 0 : v.GroupBy(l => l).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key)];
    }
}
