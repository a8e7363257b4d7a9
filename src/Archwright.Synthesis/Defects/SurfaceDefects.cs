using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis;

/// <summary>Faults of the surface round one face, or everywhere.</summary>
internal static class SurfaceDefects
{
    public static ArchScan Keep(ArchScan scan, Func<int, bool> keep)
    {
        Submesh part = Submesh.Of(scan.Mesh, keep);
        return scan with { Mesh = part.Mesh, FaceLabels = [.. part.SourceFace.Select(f => scan.FaceLabels[f])] };
    }

    /// <summary>Faces round the spot away, nearest first, until the area is gone.</summary>
    public static ArchScan Hole(ArchScan scan, int spot, double areaMm2)
    {
        HashSet<int> gone = [.. Disc(scan.Mesh, spot, areaMm2)];
        return Keep(scan, f => !gone.Contains(f));
    }

    /// <summary>Half an ellipsoid of the height given and a radius of 0.6 mm at least; sunk where the height is negative.</summary>
    public static ArchScan Bump(ArchScan scan, int spot, double heightMm)
    {
        TriangleMesh mesh = scan.Mesh;
        double radius = Math.Max(0.7, 0.9 * Math.Abs(heightMm));
        Vec3 center = mesh.FaceCenter(spot);
        Vec3 normal = mesh.AreaVector(spot).Normalized();
        Vec3[] moved = mesh.Vertices.ToArray();
        for (int v = 0; v < moved.Length; v++)
        {
            double d = (moved[v] - center).Reject(normal).Length;
            if (Vec3.Distance(moved[v], center) < 2 * radius && d < radius)
                moved[v] += normal * (heightMm * Math.Sqrt(1 - (d * d / (radius * radius))));
        }

        return scan with { Mesh = mesh.WithVertices(moved) };
    }

    public static ArchScan Noise(ArchScan scan, Func<int, bool> isHit, double deviationMm, SeededRandom random)
    {
        TriangleMesh mesh = scan.Mesh;
        Vec3[] normals = VertexNormals.Of(mesh);
        bool[] moves = new bool[mesh.VertexCount];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            if (isHit(f))
                moves[mesh.Triangles[f].A] = moves[mesh.Triangles[f].B] = moves[mesh.Triangles[f].C] = true;
        }

        Vec3[] moved = mesh.Vertices.ToArray();
        for (int v = 0; v < moved.Length; v++)
        {
            double by = random.Normal(0, deviationMm);
            if (moves[v])
                moved[v] += normals[v] * by;
        }

        return scan with { Mesh = mesh.WithVertices(moved) };
    }

    /// <summary>The faces round the spot once more, 0.3 mm outwards.</summary>
    public static ArchScan Layer(ArchScan scan, int spot, double areaMm2)
    {
        Vec3[] normals = VertexNormals.Of(scan.Mesh);
        return With(scan, Disc(scan.Mesh, spot, areaMm2), v => scan.Mesh.Vertices[v] + (normals[v] * 0.3));
    }

    /// <summary>The faces round the spot once more, in place, with vertices of their own.</summary>
    public static ArchScan Duplicated(ArchScan scan, int spot, double areaMm2) =>
        With(scan, Disc(scan.Mesh, spot, areaMm2), v => scan.Mesh.Vertices[v]);

    /// <summary>The faces round the spot once more, 4 mm off.</summary>
    public static ArchScan LoosePart(ArchScan scan, int spot, double areaMm2)
    {
        Vec3 away = scan.Mesh.AreaVector(spot).Normalized() * 4;
        return With(scan, Disc(scan.Mesh, spot, areaMm2), v => scan.Mesh.Vertices[v] + away);
    }

    public static ArchScan Flip(ArchScan scan, int spot, double areaMm2)
    {
        HashSet<int> turned = [.. Disc(scan.Mesh, spot, areaMm2)];
        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        for (int f = 0; f < triangles.Length; f++)
            triangles[f] = turned.Contains(f) ? triangles[f].Flipped : triangles[f];
        return scan with { Mesh = new TriangleMesh(vertices, triangles) };
    }

    /// <summary>A face stood up on one edge of each of the first faces round the spot.</summary>
    public static ArchScan Fin(ArchScan scan, int spot, int edges)
    {
        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        var points = new List<Vec3>(vertices);
        var faces = new List<Triangle>(triangles);
        var labels = new List<int>(scan.FaceLabels);
        var used = new HashSet<(int, int)>();
        Vec3 up = scan.Mesh.AreaVector(spot).Normalized();
        foreach (int f in Disc(scan.Mesh, spot, 100))
        {
            if (used.Count == edges)
                break;
            Triangle t = triangles[f];
            if (!used.Add((Math.Min(t.A, t.B), Math.Max(t.A, t.B))))
                continue;
            points.Add(((vertices[t.A] + vertices[t.B]) * 0.5) + (up * 0.6));
            faces.Add(new Triangle(t.A, t.B, points.Count - 1));
            labels.Add(scan.FaceLabels[f]);
        }

        return scan with { Mesh = new TriangleMesh([.. points], [.. faces]), FaceLabels = [.. labels] };
    }

    /// <summary>Gum further than the distance from every crown is cut away.</summary>
    public static ArchScan ShortGingiva(ArchScan scan, double leftMm)
    {
        MeshTopology topology = MeshTopology.Of(scan.Mesh);
        var crowns = new SortedSet<int>();
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            if (scan.FaceLabels[f] != 0)
                crowns.UnionWith([scan.Mesh.Triangles[f].A, scan.Mesh.Triangles[f].B, scan.Mesh.Triangles[f].C]);
        }

        double[] distance = Geodesics.Distances(topology, crowns, leftMm);
        return Keep(scan, f =>
        {
            Triangle t = scan.Mesh.Triangles[f];
            return double.IsFinite(distance[t.A]) && double.IsFinite(distance[t.B]) && double.IsFinite(distance[t.C]);
        });
    }

    /// <summary>Decimated to the number of faces whose mean edge is the one wanted; labels by the nearest face.</summary>
    public static ArchScan Coarse(ArchScan scan, double edgeMm)
    {
        int faces = (int)(MeshMeasures.Area(scan.Mesh) / (Math.Sqrt(3) / 4 * edgeMm * edgeMm));
        TriangleMesh coarse = Decimation.Simplify(scan.Mesh, faces);
        var old = Bvh.Build(scan.Mesh);
        ImmutableArray<int>.Builder labels = ImmutableArray.CreateBuilder<int>(coarse.TriangleCount);
        for (int f = 0; f < coarse.TriangleCount; f++)
            labels.Add(scan.FaceLabels[old.Closest(coarse.FaceCenter(f)).Face]);
        return scan with { Mesh = coarse, FaceLabels = labels.MoveToImmutable() };
    }

    /// <summary>Faces near the spot on its side of the surface, nearest first, up to the area.</summary>
    public static List<int> Disc(TriangleMesh mesh, int spot, double areaMm2)
    {
        Vec3 center = mesh.FaceCenter(spot);
        Vec3 normal = mesh.AreaVector(spot).Normalized();
        (double Distance, int Face)[] near =
        [
            .. Enumerable.Range(0, mesh.TriangleCount).Where(f => Vec3.Dot(mesh.AreaVector(f).Normalized(), normal) > 0)
                .Select(f => (Vec3.Distance(mesh.FaceCenter(f), center), f)).Order().Take(4000),
        ];
        var disc = new List<int>();
        double area = 0;
        foreach ((double _, int face) in near)
        {
            if (area >= areaMm2)
                break;
            area += mesh.AreaVector(face).Length / 2;
            disc.Add(face);
        }

        return disc;
    }

    private static ArchScan With(ArchScan scan, List<int> disc, Func<int, Vec3> place)
    {
        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        var points = new List<Vec3>(vertices);
        var faces = new List<Triangle>(triangles);
        var labels = new List<int>(scan.FaceLabels);
        var copy = new Dictionary<int, int>();
        int Copy(int v)
        {
            if (!copy.TryGetValue(v, out int at))
            {
                copy[v] = at = points.Count;
                points.Add(place(v));
            }

            return at;
        }

        foreach (int f in disc)
        {
            Triangle t = triangles[f];
            faces.Add(new Triangle(Copy(t.A), Copy(t.B), Copy(t.C)));
            labels.Add(scan.FaceLabels[f]);
        }

        return scan with { Mesh = new TriangleMesh([.. points], [.. faces]), FaceLabels = [.. labels] };
    }
}
