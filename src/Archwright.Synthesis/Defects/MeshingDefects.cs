using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis;

/// <summary>What software does to a scan after the capture: holes closed, crowns smoothed or thinned, faces without area.</summary>
internal static class MeshingDefects
{
    private const double SmoothingStep = 0.5;

    /// <summary>A hole closed over its rim without new points, as a filler that only wants a closed surface does it.</summary>
    public static ArchScan FilledHole(ArchScan scan, int spot, double areaMm2)
    {
        (ArchScan open, BoundaryLoop rim, int label) = Opened(scan, spot, areaMm2);
        TriangleMesh filled = HoleFilling.Fill(open.Mesh, rim, HoleFillingOptions.Default with { Refine = false }).Mesh;
        int added = filled.TriangleCount - open.Mesh.TriangleCount;
        return open with { Mesh = filled, FaceLabels = [.. open.FaceLabels, .. Enumerable.Repeat(label, added)] };
    }

    /// <summary>A hole closed by a fan from the middle of its rim.</summary>
    public static ArchScan FannedHole(ArchScan scan, int spot, double areaMm2)
    {
        (ArchScan open, BoundaryLoop rim, int label) = Opened(scan, spot, areaMm2);
        (Vec3[] vertices, Triangle[] triangles) = open.Mesh.ToArrays();
        Vec3 middle = rim.Vertices.Aggregate(Vec3.Zero, (sum, v) => sum + vertices[v]) / rim.Vertices.Length;
        Triangle[] fan = [.. rim.Vertices.Select((v, i) => new Triangle(rim.Vertices[(i + 1) % rim.Vertices.Length], v, vertices.Length))];

        // border edges run with their faces, so that a fan's faces run against them
        bool runsWith = Array.Exists(triangles, t => IsSide(t, rim.Vertices[0], rim.Vertices[1]));
        Triangle[] fitting = runsWith ? fan : [.. fan.Select(t => t.Flipped)];
        return open with
        {
            Mesh = new TriangleMesh([.. vertices, middle], [.. triangles, .. fitting]),
            FaceLabels = [.. open.FaceLabels, .. Enumerable.Repeat(label, fan.Length)],
        };
    }

    /// <summary>The inner vertices of a crown, by the umbrella, until details of the width given are gone.</summary>
    public static ArchScan Smeared(ArchScan scan, int fdi, double widthMm)
    {
        TriangleMesh mesh = scan.Mesh;
        var topology = MeshTopology.Of(mesh);
        bool[] moves = Inner(scan, topology, fdi);
        int[] inner = [.. Enumerable.Range(0, moves.Length).Where(v => moves[v])];
        double edge = inner.Average(v => topology.NeighboursOf(v).ToArray().Average(n => Vec3.Distance(mesh.Vertices[v], mesh.Vertices[n])));

        // a step of the umbrella widens by half of step times squared edge
        int rounds = Math.Max(1, (int)Math.Round(2 * widthMm * widthMm / (SmoothingStep * edge * edge)));
        Vec3[] points = mesh.Vertices.ToArray();
        for (int r = 0; r < rounds; r++)
        {
            Vec3[] next = [.. points];
            foreach (int v in inner)
            {
                Vec3 sum = Vec3.Zero;
                foreach (int n in topology.NeighboursOf(v))
                    sum += points[n];
                next[v] = Vec3.Lerp(points[v], sum / topology.NeighboursOf(v).Length, SmoothingStep);
            }

            points = next;
        }

        return scan with { Mesh = mesh.WithVertices(points) };
    }

    /// <summary>One vertex of the face off along the normal.</summary>
    public static ArchScan Spike(ArchScan scan, int spot, double heightMm)
    {
        Vec3[] points = scan.Mesh.Vertices.ToArray();
        points[scan.Mesh.Triangles[spot].A] += VertexNormals.Of(scan.Mesh)[scan.Mesh.Triangles[spot].A] * heightMm;
        return scan with { Mesh = scan.Mesh.WithVertices(points) };
    }

    /// <summary>Faces split at the middle of a side, with a face without area to seal the split.</summary>
    public static ArchScan Degenerate(ArchScan scan, double share, SeededRandom random)
    {
        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        var points = new List<Vec3>(vertices);
        var faces = new List<Triangle>(triangles);
        var labels = new List<int>(scan.FaceLabels);
        int count = (int)(share * triangles.Length);
        for (int i = 0; i < count; i++)
        {
            int f = random.Next(triangles.Length);
            Triangle t = faces[f];
            points.Add((points[t.A] + points[t.B]) * 0.5);
            int m = points.Count - 1;
            faces[f] = new Triangle(t.A, m, t.C);
            faces.Add(new Triangle(m, t.B, t.C));
            faces.Add(new Triangle(t.A, t.B, m));
            labels.Add(labels[f]);
            labels.Add(labels[f]);
        }

        return scan with { Mesh = new TriangleMesh([.. points], [.. faces]), FaceLabels = [.. labels] };
    }

    /// <summary>One crown thinned out and sewn in again: its border keeps its points.</summary>
    public static ArchScan CoarseTooth(ArchScan scan, int fdi, double edgeMm)
    {
        Submesh crown = Submesh.Of(scan.Mesh, f => scan.FaceLabels[f] == fdi);
        Submesh rest = Submesh.Of(scan.Mesh, f => scan.FaceLabels[f] != fdi);
        int faces = (int)(MeshMeasures.Area(crown.Mesh) / (Math.Sqrt(3) / 4 * edgeMm * edgeMm));
        TriangleMesh coarse = Decimation.Simplify(crown.Mesh, faces);
        ImmutableArray<int> labels = [.. rest.SourceFace.Select(f => scan.FaceLabels[f]), .. Enumerable.Repeat(fdi, coarse.TriangleCount)];
        return scan with { Mesh = Welding.Weld(Submesh.Concatenate([rest.Mesh, coarse])).Mesh, FaceLabels = labels };
    }

    private static (ArchScan Open, BoundaryLoop Rim, int Label) Opened(ArchScan scan, int spot, double areaMm2)
    {
        Vec3 center = scan.Mesh.FaceCenter(spot);
        ArchScan open = SurfaceDefects.Hole(scan, spot, areaMm2);
        BoundaryLoop rim = BoundaryLoops.Of(open.Mesh).MinBy(l => l.Vertices.Average(v => Vec3.Distance(open.Mesh.Vertices[v], center)))!;
        return (open, rim, scan.FaceLabels[spot]);
    }

    private static bool IsSide(Triangle t, int from, int to) =>
        (t.A == from && t.B == to) || (t.B == from && t.C == to) || (t.C == from && t.A == to);

    private static bool[] Inner(ArchScan scan, MeshTopology topology, int fdi)
    {
        bool[] inner = new bool[scan.Mesh.VertexCount];
        for (int v = 0; v < inner.Length; v++)
        {
            inner[v] = topology.FacesOf(v).Length > 0;
            foreach (int f in topology.FacesOf(v))
                inner[v] &= scan.FaceLabels[f] == fdi;
        }

        return inner;
    }
}
