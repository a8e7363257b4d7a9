using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The part of a scan that shows one crown: one connected, oriented two-manifold patch with border loops. Where the scan
/// touches itself in a single vertex (pinch, bow-tie) the vertex is doubled, so that every border vertex has one way on.
/// </summary>
/// <param name="Mesh">The patch; vertices bit-identical to the scan's.</param>
/// <param name="Loops">Border loops as vertex lists, in the direction of the patch's own half-edges, longest first.</param>
internal sealed record CrownPatch(TriangleMesh Mesh, IReadOnlyList<int[]> Loops)
{
    /// <summary>The largest connected piece of the given faces as a patch; null where there is none.</summary>
    public static CrownPatch? Of(TriangleMesh scan, ImmutableArray<int> faces)
    {
        if (faces.IsEmpty)
            return null;
        TriangleMesh part = Submesh.OfFaces(scan, faces).Mesh;
        for (int round = 0; round < 4; round++)
        {
            int before = part.TriangleCount;
            part = WithoutSpikes(LargestPiece(part));
            if (part.TriangleCount == before || part.TriangleCount == 0)
                break;
        }

        part = LargestPiece(part);
        if (part.TriangleCount == 0)
            return null;
        TriangleMesh split = WithPinchesSplit(part);
        return new CrownPatch(split, LoopsOf(split));
    }

    /// <summary>Perimeter of a loop, mm.</summary>
    public static double Perimeter(TriangleMesh mesh, int[] loop)
    {
        double sum = 0;
        for (int i = 0; i < loop.Length; i++)
            sum += Vec3.Distance(mesh.Vertices[loop[i]], mesh.Vertices[loop[(i + 1) % loop.Length]]);
        return sum;
    }

    private static TriangleMesh LargestPiece(TriangleMesh part)
    {
        var topology = MeshTopology.Of(part);
        (int[] componentOf, int count) = topology.Patches((_, _) => true);
        if (count <= 1)
            return part;
        var area = new double[count];
        for (int f = 0; f < componentOf.Length; f++)
            area[componentOf[f]] += part.AreaVector(f).Length;
        int best = 0;
        for (int c = 1; c < count; c++)
        {
            if (area[c] > area[best])
                best = c;
        }

        return Submesh.Of(part, f => componentOf[f] == best).Mesh;
    }

    // A face that hangs by one side only makes the border fold back on itself.
    private static TriangleMesh WithoutSpikes(TriangleMesh part)
    {
        var topology = MeshTopology.Of(part);
        var kept = new List<int>(part.TriangleCount);
        for (int f = 0; f < part.TriangleCount; f++)
        {
            int neighbours = 0;
            for (int s = 0; s < 3; s++)
                neighbours += topology.FaceAcross(f, s) >= 0 ? 1 : 0;
            if (neighbours >= 2)
                kept.Add(f);
        }

        return kept.Count == part.TriangleCount ? part : Submesh.OfFaces(part, [.. kept]).Mesh;
    }

    private static TriangleMesh WithPinchesSplit(TriangleMesh part)
    {
        (Vec3[] vertices, Triangle[] triangles) = part.ToArrays();
        var topology = MeshTopology.Of(part);
        var points = new List<Vec3>(vertices);

        // Corners of faces that meet across a side belong to one fan; each fan beyond a vertex's first gets its own copy.
        var fan = new int[triangles.Length * 3];
        Array.Fill(fan, -1);
        var taken = new bool[vertices.Length];
        var stack = new Stack<(int Face, int Corner)>();
        for (int f = 0; f < triangles.Length; f++)
        {
            for (int corner = 0; corner < 3; corner++)
            {
                if (fan[(f * 3) + corner] >= 0)
                    continue;
                int vertex = Corner(triangles[f], corner);
                int copy = vertex;
                if (taken[vertex])
                {
                    copy = points.Count;
                    points.Add(vertices[vertex]);
                }

                taken[vertex] = true;
                fan[(f * 3) + corner] = copy;
                stack.Push((f, corner));
                while (stack.TryPop(out (int Face, int Corner) at))
                {
                    Spread(at.Face, at.Corner);
                    Spread(at.Face, (at.Corner + 2) % 3);

                    void Spread(int face, int side)
                    {
                        int g = topology.FaceAcross(face, side);
                        if (g < 0)
                            return;
                        int c = CornerOf(triangles[g], vertex);
                        if (fan[(g * 3) + c] >= 0)
                            return;
                        fan[(g * 3) + c] = copy;
                        stack.Push((g, c));
                    }
                }
            }
        }

        var faces = new Triangle[triangles.Length];
        for (int f = 0; f < faces.Length; f++)
            faces[f] = new Triangle(fan[f * 3], fan[(f * 3) + 1], fan[(f * 3) + 2]);
        return new TriangleMesh([.. points], faces);
    }

    private static int Corner(Triangle t, int corner) => corner switch { 0 => t.A, 1 => t.B, _ => t.C };

    private static int CornerOf(Triangle t, int vertex) => t.A == vertex ? 0 : t.B == vertex ? 1 : 2;

    private static List<int[]> LoopsOf(TriangleMesh mesh)
    {
        var topology = MeshTopology.Of(mesh);
        var next = new int[mesh.VertexCount];
        Array.Fill(next, -1);
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            for (int s = 0; s < 3; s++)
            {
                if (topology.FaceAcross(f, s) >= 0)
                    continue;
                (int from, int to) = topology.EdgeOf((3 * f) + s);
                next[from] = to;
            }
        }

        var loops = new List<int[]>();
        for (int start = 0; start < next.Length; start++)
        {
            if (next[start] < 0)
                continue;
            var loop = new List<int>();
            int at = start;
            while (next[at] >= 0)
            {
                loop.Add(at);
                int to = next[at];
                next[at] = -1;
                at = to;
            }

            loops.Add([.. loop]);
        }

        return [.. loops.OrderByDescending(l => Perimeter(mesh, l)).ThenBy(l => l[0])];
    }
}
