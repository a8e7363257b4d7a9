using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Carries labels from the vertices of one mesh to those of another of the same surface: each vertex takes the label that has most
/// weight among the corners of the nearest face, by barycentric weight. Laid out once, O(n log n); then O(1) a vertex.
/// </summary>
internal sealed class LabelCarry
{
    private readonly Triangle[] _corners;
    private readonly (double A, double B, double C)[] _weights;
    private readonly bool[] _isHit;

    private LabelCarry(Triangle[] corners, (double A, double B, double C)[] weights, bool[] isHit)
    {
        _corners = corners;
        _weights = weights;
        _isHit = isHit;
    }

    /// <summary>How many vertices labels are carried to.</summary>
    public int Count => _corners.Length;

    /// <summary>Lays out the way from one mesh to another.</summary>
    public static LabelCarry Between(TriangleMesh from, TriangleMesh to, RunContext context)
    {
        ClosestHit[] hits = Bvh.Build(from).Closest(to.Vertices.ToArray(), context);
        var corners = new Triangle[hits.Length];
        var weights = new (double, double, double)[hits.Length];
        bool[] isHit = new bool[hits.Length];
        for (int v = 0; v < hits.Length; v++)
        {
            if (!hits[v].IsHit)
                continue;
            isHit[v] = true;
            Triangle t = corners[v] = from.Triangles[hits[v].Face];
            (Vec3 a, Vec3 b, Vec3 c, Vec3 p) = (from.Vertices[t.A], from.Vertices[t.B], from.Vertices[t.C], hits[v].Point);
            weights[v] = (Vec3.Cross(b - p, c - p).Length, Vec3.Cross(c - p, a - p).Length, Vec3.Cross(a - p, b - p).Length);
        }

        return new LabelCarry(corners, weights, isHit);
    }

    /// <summary>Labels of all vertices.</summary>
    public int[] All(int[] labels)
    {
        int[] carried = new int[Count];
        for (int v = 0; v < carried.Length; v++)
            carried[v] = Label(v, labels);
        return carried;
    }

    /// <summary>The label of one vertex; a label that is <paramref name="barred"/> counts as gingiva unless another has weight.</summary>
    public int Label(int vertex, int[] labels, int barred = -1)
    {
        if (!_isHit[vertex])
            return 0;
        Triangle t = _corners[vertex];
        (double wa, double wb, double wc) = _weights[vertex];
        double Weight(int label) => label == barred
            ? -1
            : (labels[t.A] == label ? wa : 0) + (labels[t.B] == label ? wb : 0) + (labels[t.C] == label ? wc : 0);
        int best = labels[t.A];
        if (Weight(labels[t.B]) > Weight(best))
            best = labels[t.B];
        if (Weight(labels[t.C]) > Weight(best))
            best = labels[t.C];
        return best == barred ? 0 : best;
    }

    /// <summary>
    /// What becomes of a label that is finer than the mesh labels come from: what has most weight among the corners that had the same label before; itself where none had.
    /// </summary>
    public int Moved(int vertex, int own, int[] before, int[] after)
    {
        Triangle t = _corners[vertex];
        (double wa, double wb, double wc) = _weights[vertex];
        ReadOnlySpan<(int Corner, double Weight)> corners = [(t.A, wa), (t.B, wb), (t.C, wc)];
        int best = own;
        double most = -1;
        foreach ((int corner, double _) in corners)
        {
            if (before[corner] != own)
                continue;
            double weight = 0;
            foreach ((int other, double w) in corners)
                weight += before[other] == own && after[other] == after[corner] ? w : 0;
            if (weight > most)
                (best, most) = (after[corner], weight);
        }

        return best;
    }

    /// <summary>True where a vertex takes its label from one that is marked.</summary>
    public bool TakesFrom(int vertex, bool[] marked)
    {
        Triangle t = _corners[vertex];
        return _isHit[vertex] && (marked[t.A] || marked[t.B] || marked[t.C]);
    }

    /// <summary>Per vertex of the mesh labels come from: the share of the vertices it labels that are marked, by weight; −1 where it labels none.</summary>
    public double[] ShareOf(bool[] marked, int sources)
    {
        double[] own = new double[sources];
        double[] all = new double[sources];
        for (int v = 0; v < marked.Length; v++)
        {
            if (!_isHit[v])
                continue;
            (Triangle t, (double A, double B, double C) w) = (_corners[v], _weights[v]);
            double sum = Math.Max(w.A + w.B + w.C, 1e-12);
            foreach ((int corner, double weight) in (ReadOnlySpan<(int, double)>)[(t.A, w.A), (t.B, w.B), (t.C, w.C)])
            {
                all[corner] += weight / sum;
                own[corner] += marked[v] ? weight / sum : 0;
            }
        }

        return [.. own.Select((o, i) => all[i] > 0 ? o / all[i] : -1)];
    }
}
