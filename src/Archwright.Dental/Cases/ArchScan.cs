using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>One arch as scanned, labelled by tooth.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Mesh">Scan surface in scan frame, mm; usually open.</param>
/// <param name="FaceLabels">FDI number per face, 0 = gingiva.</param>
public sealed record ArchScan(Jaw Jaw, TriangleMesh Mesh, ImmutableArray<int> FaceLabels)
{
    /// <summary>The file it was read from; null where it comes from none.</summary>
    public ScanFileMap? File { get; init; }

    /// <summary>
    /// FDI number per vertex: that of most of the faces round it; in a tie a tooth before gingiva, and the lower number.
    /// </summary>
    public int[] VertexLabels()
    {
        var votes = new SortedDictionary<int, int>[Mesh.VertexCount];
        for (int f = 0; f < Mesh.TriangleCount; f++)
        {
            Triangle t = Mesh.Triangles[f];
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
            {
                votes[v] ??= [];
                votes[v][FaceLabels[f]] = votes[v].GetValueOrDefault(FaceLabels[f]) + 1;
            }
        }

        return [.. votes.Select(v => v is null ? 0 : v.OrderByDescending(p => p.Value).ThenBy(p => p.Key == 0).First().Key)];
    }
}
