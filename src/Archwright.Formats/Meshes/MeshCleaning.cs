using System.Runtime.InteropServices;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// From a file's raw vertices and faces to a mesh, as the mode wants it: counts each kind of defect, and in
/// <see cref="ImportMode.Repair"/> cures it. Faces that cannot stand in a mesh at all (corners that are no vertex or not
/// finite) are left out in <see cref="ImportMode.Inspect"/> too. Linear in the size of the mesh.
/// </summary>
internal static class MeshCleaning
{
    public static Result<ImportedMesh> Apply(string name, RawMesh raw, ImportMode mode, FormatLimits limits)
    {
        var found = new Defects(name);
        if (raw.FileDefect is { } defect)
        {
            bool isFatal = mode == ImportMode.Strict || (mode == ImportMode.Repair && defect.Severity == ProblemSeverity.Error);
            if (isFatal)
                return Result<ImportedMesh>.Fail(defect with { Severity = ProblemSeverity.Error });
            found.Add(defect.Code, 1, defect.Message, defect.Location);
        }

        bool isStl = raw.Format is MeshFormat.StlBinary or MeshFormat.StlAscii;
        bool cures = mode == ImportMode.Repair;
        found.Add("faces-too-short", raw.ShortFaces, "faces with fewer than three corners left out");
        int[] vertexOf = Merge(raw.Vertices, cures || isStl, limits, found, isStl);
        List<int> kept = KeepFaces(raw, vertexOf, cures, found);
        Vec3[] vertices = Compact(raw.Vertices, vertexOf, kept, raw.Faces, cures, found);
        if (isStl && vertices.Length > limits.VerticesMax)
        {
            return Result<ImportedMesh>.Fail(Problem.Error(
                "too-many-vertices", $"more distinct vertices than {limits.VerticesMax}", name, vertices.Length, limits.VerticesMax, "count"));
        }

        if (mode == ImportMode.Strict && found.List.Count > 0)
            return Result<ImportedMesh>.Fail([.. found.List.Select(d => d.ToWarning() with { Severity = ProblemSeverity.Error })]);
        if (kept.Count == 0)
        {
            return Result<ImportedMesh>.Fail(
                [.. found.List.Select(d => d.ToWarning()), Problem.Error("mesh-empty", "the file holds no usable face", name, 0, 1, "count")]);
        }

        return Result<ImportedMesh>.Ok(Build(raw, vertices, vertexOf, kept, found), [.. found.List.Select(d => d.ToWarning())]);
    }

    /// <summary>Number of the first vertex at the same place per file vertex (itself where not merged); −1 where not finite.</summary>
    private static int[] Merge(Vec3[] vertices, bool merges, FormatLimits limits, Defects found, bool isStl)
    {
        var vertexOf = new int[vertices.Length];
        var firstAt = new Dictionary<Vec3, int>(vertices.Length / (isStl ? 5 : 1), PositionComparer.Instance);
        int notFinite = 0;
        int firstNotFinite = -1;
        int duplicates = 0;
        int firstDuplicate = -1;
        for (int v = 0; v < vertices.Length; v++)
        {
            Vec3 p = vertices[v];
            bool isSound = Math.Abs(p.X) <= limits.CoordinateMaxMm && Math.Abs(p.Y) <= limits.CoordinateMaxMm
                && Math.Abs(p.Z) <= limits.CoordinateMaxMm;
            if (!isSound)
            {
                vertexOf[v] = -1;
                notFinite++;
                firstNotFinite = firstNotFinite < 0 ? v : firstNotFinite;
                continue;
            }

            ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstAt, p, out bool isKnown);
            if (!isKnown)
                first = v;
            else if (duplicates++ == 0)
                firstDuplicate = v;
            vertexOf[v] = merges ? first : v;
        }

        found.Add(
            "vertices-not-finite",
            notFinite,
            $"vertices that are not finite or beyond {limits.CoordinateMaxMm} mm left out with their faces",
            $"vertex {firstNotFinite}");
        if (!isStl)
            found.Add("duplicate-vertices", duplicates, "vertices at the place of another one merged", $"vertex {firstDuplicate}");
        return vertexOf;
    }

    private static List<int> KeepFaces(RawMesh raw, int[] vertexOf, bool cures, Defects found)
    {
        var kept = new List<int>(raw.Faces.Length);
        var seen = new HashSet<Triangle>(raw.Faces.Length, CornersComparer.Instance);
        var missing = new Counter();
        var notFinite = new Counter();
        var collapsed = new Counter();
        var repeated = new Counter();
        var flat = new Counter();
        for (int f = 0; f < raw.Faces.Length; f++)
        {
            Triangle t = raw.Faces[f];
            if (!IsVertex(t.A) || !IsVertex(t.B) || !IsVertex(t.C))
            {
                missing.Hit(raw.FileFace[f]);
                continue;
            }

            var m = new Triangle(vertexOf[t.A], vertexOf[t.B], vertexOf[t.C]);
            if (m.A < 0 || m.B < 0 || m.C < 0)
            {
                notFinite.Hit(raw.FileFace[f]);
                continue;
            }

            bool isCollapsed = m.A == m.B || m.B == m.C || m.C == m.A;
            bool isRepeated = !isCollapsed && !seen.Add(m);
            if (isCollapsed)
                collapsed.Hit(raw.FileFace[f]);
            else if (isRepeated)
                repeated.Hit(raw.FileFace[f]);
            else if (IsFlat(raw.Vertices[m.A], raw.Vertices[m.B], raw.Vertices[m.C]))
                flat.Hit(raw.FileFace[f]);
            if (!cures || (!isCollapsed && !isRepeated))
                kept.Add(f);
        }

        found.Add("faces-without-vertex", missing, "faces with a corner that is no vertex of the file removed");
        found.Add("faces-not-finite", notFinite, "faces with a corner that is not finite removed");
        found.Add("degenerate-faces", collapsed, "faces with two corners at one place removed");
        found.Add("repeated-faces", repeated, "faces over the same three vertices as an earlier one removed");
        found.Add("flat-faces", flat, "faces without area kept, since removing them would open the surface");
        return kept;

        bool IsVertex(int v) => v >= 0 && v < vertexOf.Length;
    }

    /// <summary>Positions in file order without those dropped; <paramref name="vertexOf"/> becomes file vertex → mesh vertex.</summary>
    private static Vec3[] Compact(
        Vec3[] source, int[] vertexOf, List<int> kept, Triangle[] faces, bool dropsIsolated, Defects found)
    {
        var isUsed = new bool[source.Length];
        foreach (int f in kept)
            isUsed[vertexOf[faces[f].A]] = isUsed[vertexOf[faces[f].B]] = isUsed[vertexOf[faces[f].C]] = true;
        var vertices = new List<Vec3>(source.Length);
        var placeOf = new int[source.Length];
        var isolated = new Counter();
        for (int v = 0; v < source.Length; v++)
        {
            placeOf[v] = -1;
            if (vertexOf[v] != v)
                continue;
            if (!isUsed[v])
                isolated.Hit(v);
            if (!isUsed[v] && dropsIsolated)
                continue;
            placeOf[v] = vertices.Count;
            vertices.Add(source[v] + Vec3.Zero);
        }

        for (int v = 0; v < source.Length; v++)
            vertexOf[v] = vertexOf[v] < 0 ? -1 : placeOf[vertexOf[v]];
        found.Add("isolated-vertices", isolated, "vertices of no face dropped", "vertex");
        return [.. vertices];
    }

    private static ImportedMesh Build(RawMesh raw, Vec3[] vertices, int[] vertexOf, List<int> kept, Defects found)
    {
        var triangles = new Triangle[kept.Count];
        var fileFaces = new int[kept.Count];
        var corners = new Triangle[kept.Count];
        for (int i = 0; i < triangles.Length; i++)
        {
            Triangle t = raw.Faces[kept[i]];
            triangles[i] = new Triangle(vertexOf[t.A], vertexOf[t.B], vertexOf[t.C]);
            fileFaces[i] = raw.FileFace[kept[i]];
            corners[i] = t;
        }

        return new ImportedMesh
        {
            Mesh = new TriangleMesh(vertices, triangles),
            Facts = new MeshFacts(
                raw.Format, raw.Vertices.Length, raw.FileFaceCount, raw.HasColors, raw.HasNormals, raw.DeclaredUnit),
            Repairs = [.. found.List],
            MeshVertexOfFileVertex = ImmutableCollectionsMarshal.AsImmutableArray(vertexOf),
            FileFaceOfMeshFace = ImmutableCollectionsMarshal.AsImmutableArray(fileFaces),
            FileCornersOfMeshFace = ImmutableCollectionsMarshal.AsImmutableArray(corners),
        };
    }

    private static bool IsFlat(Vec3 a, Vec3 b, Vec3 c) => Vec3.Cross(b - a, c - a).LengthSquared == 0;

    private sealed class Counter
    {
        public int Count { get; private set; }

        public int First { get; private set; } = -1;

        public void Hit(int index)
        {
            if (Count++ == 0)
                First = index;
        }
    }

    private sealed class Defects(string name)
    {
        public List<MeshRepair> List { get; } = [];

        public void Add(string code, Counter counter, string message, string kind = "face") =>
            Add(code, counter.Count, message, $"{kind} {counter.First}");

        public void Add(string code, int count, string message, string? first = null)
        {
            if (count > 0)
                List.Add(new MeshRepair(name, code, count, $"{count} {message}{(first is null ? "" : $" (first: {first})")}"));
        }
    }

    // HashCode.Combine is seeded per process: a file cannot be made to collide; what is kept never depends on the hash
    private sealed class PositionComparer : IEqualityComparer<Vec3>
    {
        public static readonly PositionComparer Instance = new();

        public bool Equals(Vec3 x, Vec3 y) => x.X == y.X && x.Y == y.Y && x.Z == y.Z;

        public int GetHashCode(Vec3 p) => HashCode.Combine(p.X, p.Y, p.Z);
    }

    private sealed class CornersComparer : IEqualityComparer<Triangle>
    {
        public static readonly CornersComparer Instance = new();

        public bool Equals(Triangle x, Triangle y) => Sorted(x) == Sorted(y);

        public int GetHashCode(Triangle t) => HashCode.Combine(Sorted(t));

        private static (int Low, int Middle, int High) Sorted(Triangle t)
        {
            int low = Math.Min(t.A, Math.Min(t.B, t.C));
            int high = Math.Max(t.A, Math.Max(t.B, t.C));
            return (low, (int)((long)t.A + t.B + t.C - low - high), high);
        }
    }
}
