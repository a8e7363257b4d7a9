using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Mutations.Cases;

/// <summary>One arch as lists that may be edited into anything; what comes out need not be a mesh.</summary>
internal sealed class ArchDraft
{
    public ArchDraft(ArchScan scan)
    {
        Jaw = scan.Jaw;
        Vertices = [.. scan.Mesh.Vertices];
        Faces = [.. scan.Mesh.Triangles];
        Labels = [.. scan.FaceLabels];
    }

    public Jaw Jaw { get; }

    public string Name => Jaw == Jaw.Upper ? "upper" : "lower";

    public List<Vec3> Vertices { get; }

    public List<Triangle> Faces { get; }

    public List<int> Labels { get; }

    /// <summary>The numbers of the teeth that are labelled, in order.</summary>
    public int[] Teeth => [.. Labels.Where(l => l != 0).Distinct().Order()];

    public void Replace(TriangleMesh mesh, int label)
    {
        Vertices.Clear();
        Vertices.AddRange(mesh.Vertices);
        Faces.Clear();
        Faces.AddRange(mesh.Triangles);
        Labels.Clear();
        Labels.AddRange(Enumerable.Repeat(label, mesh.TriangleCount));
    }

    public void Move(Func<Vec3, Vec3> motion)
    {
        for (int v = 0; v < Vertices.Count; v++)
            Vertices[v] = motion(Vertices[v]);
    }

    /// <summary>Moves the vertices of one tooth; the surface stretches at its border.</summary>
    public void MoveTooth(int fdi, Func<Vec3, Vec3, Vec3> motion)
    {
        int[] own = [.. VerticesOf(fdi)];
        if (own.Length == 0)
            return;
        Vec3 center = own.Aggregate(Vec3.Zero, (sum, v) => sum + Vertices[v]) / own.Length;
        foreach (int v in own)
            Vertices[v] = motion(Vertices[v], center);
    }

    public IEnumerable<int> VerticesOf(int fdi) => Enumerable.Range(0, Faces.Count)
        .Where(f => Labels[f] == fdi)
        .SelectMany(f => new[] { Faces[f].A, Faces[f].B, Faces[f].C })
        .Distinct();

    public void Add(Triangle face, int label)
    {
        Faces.Add(face);
        Labels.Add(label);
    }

    public void RemoveFaces(Func<int, bool> isGone)
    {
        bool[] gone = [.. Enumerable.Range(0, Faces.Count).Select(isGone)];
        int at = 0;
        for (int f = 0; f < gone.Length; f++)
        {
            if (gone[f])
                continue;
            Faces[at] = Faces[f];
            Labels[at++] = Labels[f];
        }

        Faces.RemoveRange(at, Faces.Count - at);
        Labels.RemoveRange(at, Labels.Count - at);
    }

    /// <summary>The draft as a mesh; corners that are no vertex make it impossible.</summary>
    public TriangleMesh ToMesh()
    {
        Preconditions.Require(Faces.Count == Labels.Count, "one label a face");
        return new TriangleMesh([.. Vertices], [.. Faces]);
    }
}
