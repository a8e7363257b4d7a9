using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Gives each vertex a tooth or gingiva so that labels agree with the evidence and their borders run along creases. Method:
/// graph cut by alpha expansion (Boykov, Veksler and Zabih 2001, doi 10.1109/34.969114); a border costs its length times a
/// factor that falls with concavity, the minimum-curvature rule. Labels: 0 gingiva, 1 … n teeth. Complexity: a few minimum
/// cuts per label, each over the vertices near that tooth.
/// </summary>
internal static class LabelCut
{
    private const double BorderWeight = 4;
    private const double CreaseCurvature = 0.3;
    private const double LeastFactor = 0.005;
    private const int Sweeps = 3;

    /// <summary>
    /// Labels of least cost. <paramref name="cost"/>[v][l] is the price per mm² of label l, infinite where it cannot be.
    /// </summary>
    public static int[] Solve(ArchView view, PointEvidence evidence, float[]?[] cost, int labels, CancellationToken cancel)
    {
        int count = view.Mesh.VertexCount;
        int[] label = new int[count];
        for (int v = 0; v < count; v++)
        {
            for (int l = 1; l < labels; l++)
            {
                if (cost[v]![l] < cost[v]![label[v]])
                    label[v] = l;
            }
        }

        Improve(label, [.. Enumerable.Range(0, labels)], Edges(view, view.InReach), cost, evidence.AreaMm2, cancel);
        return label;
    }

    /// <summary>Improves labels in place; a vertex without costs holds still and counts as its neighbours' neighbour.</summary>
    public static void Improve(
        int[] label, int[] labels, (int From, int To, double Weight)[] edges, float[]?[] cost, double[] area, CancellationToken cancel)
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool changed = false;
            foreach (int l in labels)
            {
                cancel.ThrowIfCancellationRequested();
                changed |= Expand(label, l, edges, cost, area);
            }

            if (!changed)
                break;
        }
    }

    /// <summary>Edges of the mesh with a marked end, with the price of a border across them, mm².</summary>
    public static (int From, int To, double Weight)[] Edges(ArchView view, bool[] marked)
    {
        TriangleMesh mesh = view.Mesh;
        var edges = new List<(int, int, double)>();
        for (int v = 0; v < mesh.VertexCount; v++)
        {
            foreach (int n in view.Topology.NeighboursOf(v))
            {
                if (n > v && (marked[v] || marked[n]))
                    edges.Add((v, n, BorderWeight * DualLength(mesh, v, n) * Factor(view, v, n)));
            }
        }

        return [.. edges];
    }

    // the border between two vertices of a regular triangulation is about edge / √3 long
    private static double DualLength(TriangleMesh mesh, int a, int b) =>
        Vec3.Distance(mesh.Vertices[a], mesh.Vertices[b]) / Math.Sqrt(3);

    /// <summary>1 where a border between two neighbours is dear, nearly 0 where it runs in a crease.</summary>
    public static double Factor(ArchView view, int a, int b)
    {
        // how the surface bends across this very edge: along a crease it is no place for a border
        Vec3 way = view.Mesh.Vertices[b] - view.Mesh.Vertices[a];
        double across = Vec3.Dot(view.Normals[b] - view.Normals[a], way) / Math.Max(way.LengthSquared, 1e-6);
        double crease = Math.Max(0, -across);
        return LeastFactor + ((1 - LeastFactor) * Math.Exp(-crease * crease / (CreaseCurvature * CreaseCurvature)));
    }

    private static bool Expand(int[] label, int alpha, (int From, int To, double Weight)[] edges, float[]?[] cost, double[] area)
    {
        int[] node = new int[label.Length];
        Array.Fill(node, -1);
        var vertices = new List<int>();
        for (int v = 0; v < label.Length; v++)
        {
            if (label[v] == alpha || cost[v] is not { } own || !float.IsFinite(own[alpha]))
                continue;
            node[v] = vertices.Count;
            vertices.Add(v);
        }

        if (vertices.Count == 0)
            return false;
        var graph = new MinimumCut(vertices.Count);
        double[] keep = new double[vertices.Count];
        double[] change = new double[vertices.Count];
        for (int i = 0; i < vertices.Count; i++)
        {
            float[] own = cost[vertices[i]]!;
            keep[i] = area[vertices[i]] * own[label[vertices[i]]];
            change[i] = area[vertices[i]] * own[alpha];
        }

        // source side: takes alpha
        foreach ((int a, int b, double w) in edges)
        {
            int na = node[a];
            int nb = node[b];
            if (na < 0 && nb < 0)
                continue;
            if (na < 0 || nb < 0)
            {
                (int inside, int fixedVertex) = na >= 0 ? (na, b) : (nb, a);
                int own = label[vertices[inside]];
                keep[inside] += own == label[fixedVertex] ? 0 : w;
                change[inside] += alpha == label[fixedVertex] ? 0 : w;
                continue;
            }

            if (label[a] == label[b])
            {
                graph.AddEdge(na, nb, w, w);
                continue;
            }

            // a border stays unless both take the new label: w·(1 − xb) + w·xb·(1 − xa)
            keep[nb] += w;
            graph.AddEdge(nb, na, w, 0);
        }

        for (int i = 0; i < keep.Length; i++)
            graph.AddTerminal(i, keep[i], change[i]);
        bool[] takes = graph.Solve();
        bool changed = false;
        for (int i = 0; i < takes.Length; i++)
        {
            if (!takes[i])
                continue;
            label[vertices[i]] = alpha;
            changed = true;
        }

        return changed;
    }
}
