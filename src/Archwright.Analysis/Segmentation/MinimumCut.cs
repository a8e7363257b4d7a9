namespace Archwright.Analysis;

/// <summary>
/// Minimum cut between two terminals of a sparse graph. Method: shortest augmenting paths on level graphs (Dinic 1970) with
/// an explicit stack. Deterministic: edges are tried in the order they were added. Worst case O(n²m), near linear on the
/// short-range graphs of label smoothing.
/// </summary>
internal sealed class MinimumCut
{
    private readonly int _source;
    private readonly int _sink;
    private readonly int[] _head;
    private readonly List<int> _next = [];
    private readonly List<int> _to = [];
    private readonly List<float> _capacity = [];
    private readonly int[] _level;

    /// <summary>A graph of <paramref name="nodes"/> nodes beside the terminals.</summary>
    public MinimumCut(int nodes)
    {
        _source = nodes;
        _sink = nodes + 1;
        _head = new int[nodes + 2];
        _level = new int[nodes + 2];
        Array.Fill(_head, -1);
    }

    /// <summary>What it costs the node to end on the sink's side, and on the source's.</summary>
    public void AddTerminal(int node, double costOnSinkSide, double costOnSourceSide)
    {
        double common = Math.Min(costOnSinkSide, costOnSourceSide);
        if (costOnSinkSide > common)
            AddEdge(_source, node, costOnSinkSide - common, 0);
        if (costOnSourceSide > common)
            AddEdge(node, _sink, costOnSourceSide - common, 0);
    }

    /// <summary>What it costs that <paramref name="a"/> is on the source's side and <paramref name="b"/> is not, and the reverse.</summary>
    public void AddEdge(int a, int b, double forth, double back)
    {
        Half(a, b, forth);
        Half(b, a, back);
    }

    /// <summary>Per node: true on the source's side of the cut.</summary>
    public bool[] Solve()
    {
        int[] at = new int[_head.Length];
        var path = new List<int>();
        while (Levels())
        {
            _head.CopyTo(at, 0);
            Block(at, path);
        }

        bool[] side = new bool[_head.Length - 2];
        for (int v = 0; v < side.Length; v++)
            side[v] = _level[v] >= 0;
        return side;
    }

    private void Half(int from, int to, double capacity)
    {
        _next.Add(_head[from]);
        _head[from] = _to.Count;
        _to.Add(to);
        _capacity.Add((float)capacity);
    }

    private bool Levels()
    {
        const float Least = 1e-5f;
        Array.Fill(_level, -1);
        _level[_source] = 0;
        var queue = new Queue<int>();
        queue.Enqueue(_source);
        while (queue.TryDequeue(out int v))
        {
            for (int e = _head[v]; e >= 0; e = _next[e])
            {
                if (_capacity[e] > Least && _level[_to[e]] < 0)
                {
                    _level[_to[e]] = _level[v] + 1;
                    queue.Enqueue(_to[e]);
                }
            }
        }

        return _level[_sink] >= 0;
    }

    private void Block(int[] at, List<int> path)
    {
        const float Least = 1e-5f;
        path.Clear();
        int v = _source;
        while (true)
        {
            if (v == _sink)
            {
                float flow = float.PositiveInfinity;
                foreach (int e in path)
                    flow = Math.Min(flow, _capacity[e]);
                int cut = 0;
                for (int i = path.Count - 1; i >= 0; i--)
                {
                    _capacity[path[i]] -= flow;
                    _capacity[path[i] ^ 1] += flow;
                    if (_capacity[path[i]] <= Least)
                        cut = i;
                }

                v = _to[path[cut] ^ 1];
                path.RemoveRange(cut, path.Count - cut);
                continue;
            }

            int step = at[v];
            while (step >= 0 && !(_capacity[step] > Least && _level[_to[step]] == _level[v] + 1))
                step = _next[step];
            at[v] = step;
            if (step >= 0)
            {
                path.Add(step);
                v = _to[step];
                continue;
            }

            if (v == _source)
                return;
            _level[v] = -2;
            int last = path[^1];
            path.RemoveAt(path.Count - 1);
            v = _to[last ^ 1];
            at[v] = _next[at[v]];
        }
    }
}
