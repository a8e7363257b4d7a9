using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Loose parts, edges of three or more faces, and patches whose faces look the wrong way. Method: edges grouped by their two
/// vertices; faces joined across edges of two faces by union–find that also carries which way round they look; the lesser part
/// of what hangs together is turned. O(faces · log faces).
/// </summary>
internal static class SurfaceTopologyCheck
{
    public static IEnumerable<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options)
    {
        MeshComponents parts = MeshComponents.Of(scan.Mesh);
        return LooseParts(scan, parts, options).Concat(Edges(scan, options));
    }

    private static IEnumerable<ScanDefect> LooseParts(CheckedScan scan, MeshComponents parts, ScanQualityOptions options)
    {
        if (parts.Count < 2)
            yield break;
        var faces = new List<int>[parts.Count];
        for (int c = 0; c < faces.Length; c++)
            faces[c] = [];
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
            faces[parts.ComponentOfFace[f]].Add(f);
        double dust = 0;
        int specks = 0;
        foreach (List<int> part in faces.Skip(1))
        {
            (double area, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(scan.Mesh, part);
            if (area < options.LoosePartMm2)
            {
                dust += area;
                specks++;
                continue;
            }

            yield return scan.Defect(
                "loose-part", DefectSeverity.Rescan, center, normal, part, area, options.LoosePartMm2, "mm²", "a part that hangs on nothing lies") with
            { ReachMm = reach };
        }

        if (specks > 0)
        {
            yield return new ScanDefect(
                "loose-specks", DefectSeverity.Note, scan.Name, FormattableString.Invariant($"{specks} loose specks of {dust:0.##} mm² in all"))
            {
                Measured = dust,
                Limit = options.LoosePartMm2,
                Unit = "mm²",
            };
        }
    }

    private static List<ScanDefect> Edges(CheckedScan scan, ScanQualityOptions options)
    {
        TriangleMesh mesh = scan.Mesh;
        (long[] keys, int[] sides) = SortedEdges(mesh);
        int[] parent = [.. Enumerable.Range(0, mesh.TriangleCount)];
        var turned = new bool[parent.Length];
        var isCrowded = new bool[parent.Length];
        var crowdedEdge = new int[parent.Length];
        for (int i = 0; i < keys.Length;)
        {
            int end = i + 1;
            while (end < keys.Length && keys[end] == keys[i])
                end++;
            if (end - i == 2)
                Join(parent, turned, sides[i] / 3, sides[i + 1] / 3, From(mesh, sides[i]) == From(mesh, sides[i + 1]));
            for (int k = i; k < end && end - i > 2; k++)
            {
                isCrowded[sides[k] / 3] = true;
                crowdedEdge[sides[k] / 3]++;
            }

            i = end;
        }

        var found = new List<ScanDefect>();
        foreach (List<int> group in FaceGroups.OfFaces(scan.Topology, isCrowded))
        {
            // an edge of three faces is counted by each of them
            double edges = Math.Max(1, Math.Round(group.Sum(f => crowdedEdge[f]) / 3.0));
            (_, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(mesh, group);
            found.Add(scan.Defect(
                "non-manifold", edges >= options.NonManifoldEdges ? DefectSeverity.Rescan : DefectSeverity.Note, center, normal, group, edges,
                options.NonManifoldEdges, "count", "edges of three or more faces") with
            { ReachMm = reach });
        }

        bool[] isTurned = Minority(mesh, parent, turned);
        foreach (List<int> group in FaceGroups.OfFaces(scan.Topology, isTurned))
        {
            (double area, Vec3 center, Vec3 normal, double reach) = FaceGroups.Measure(mesh, group);
            found.Add(scan.Defect(
                "flipped-faces", area >= options.FlippedMm2 ? DefectSeverity.Rescan : DefectSeverity.Note, center, -normal, group, area,
                options.FlippedMm2, "mm²", "faces look the wrong way") with
            { ReachMm = reach });
        }

        return found;
    }

    private static (long[] Keys, int[] Sides) SortedEdges(TriangleMesh mesh)
    {
        var keys = new long[mesh.TriangleCount * 3];
        var sides = new int[keys.Length];
        for (int h = 0; h < keys.Length; h++)
        {
            long a = From(mesh, h);
            long b = From(mesh, h % 3 == 2 ? h - 2 : h + 1);
            keys[h] = (Math.Min(a, b) << 32) | Math.Max(a, b);
            sides[h] = h;
        }

        Array.Sort(keys, sides);
        return (keys, sides);
    }

    private static int From(TriangleMesh mesh, int side)
    {
        Triangle t = mesh.Triangles[side / 3];
        return (side % 3) switch { 0 => t.A, 1 => t.B, _ => t.C };
    }

    // In every whole of joined faces the part of less area.
    private static bool[] Minority(TriangleMesh mesh, int[] parent, bool[] turned)
    {
        var balance = new double[parent.Length];
        var root = new int[parent.Length];
        var way = new bool[parent.Length];
        for (int f = 0; f < parent.Length; f++)
        {
            (root[f], way[f]) = Root(parent, turned, f);
            balance[root[f]] += mesh.AreaVector(f).Length * (way[f] ? -1 : 1);
        }

        var isTurned = new bool[parent.Length];
        for (int f = 0; f < isTurned.Length; f++)
            isTurned[f] = way[f] == balance[root[f]] >= 0;
        return isTurned;
    }

    private static void Join(int[] parent, bool[] turned, int a, int b, bool isAgainst)
    {
        (int ra, bool wa) = Root(parent, turned, a);
        (int rb, bool wb) = Root(parent, turned, b);
        if (ra == rb)
            return;
        (int low, int high) = ra < rb ? (ra, rb) : (rb, ra);
        parent[high] = low;
        turned[high] = wa ^ wb ^ isAgainst;
    }

    private static (int Root, bool IsTurned) Root(int[] parent, bool[] turned, int face)
    {
        int root = face;
        bool all = false;
        while (parent[root] != root)
        {
            all ^= turned[root];
            root = parent[root];
        }

        bool rest = all;
        while (parent[face] != root && face != root)
        {
            int up = parent[face];
            bool mine = turned[face];
            (parent[face], turned[face]) = (root, rest);
            rest ^= mine;
            face = up;
        }

        return (root, all);
    }
}
