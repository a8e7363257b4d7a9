using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>How strongly a seed draws the vertices round it to its label; stays in force in later re-solves.</summary>
/// <param name="Label">The label it draws to: 0 gingiva, else one more than the tooth's place in the list.</param>
/// <param name="Share">Probability by vertex, 1 at the seed, falling with the distance along the surface.</param>
internal sealed record SeedPull(int Label, SortedDictionary<int, float> Share)
{
    private const double CertainMm = 0.4;
    private const double LeastShare = 0.02;

    /// <summary>By how much a crease is longer than it is wide: a seed on a tooth stops at its margin, as a rule.</summary>
    public const double CreaseDetour = 2;

    /// <summary>
    /// The pull of a seed: a Gaussian of the distance along the surface, in which creases are long. Method: Dijkstra's distances over the edges
    /// of the working mesh. O(k log k) in the vertices it reaches.
    /// </summary>
    public static SeedPull Around(ArchView view, int seed, int label, double deviationMm, double creaseDetour = CreaseDetour)
    {
        double reach = deviationMm * Math.Sqrt(-Math.Log(LeastShare));
        var distance = new SortedDictionary<int, double> { [seed] = 0 };
        var done = new SortedDictionary<int, float>();
        var queue = new PriorityQueue<int, (double Distance, int Vertex)>();
        queue.Enqueue(seed, (0, seed));
        while (queue.TryDequeue(out int v, out (double Distance, int Vertex) key))
        {
            if (done.ContainsKey(v))
                continue;
            double d = key.Distance;
            done[v] = d < CertainMm ? 1 : (float)Math.Exp(-d * d / (deviationMm * deviationMm));
            foreach (int n in view.Topology.NeighboursOf(v))
            {
                double length = Vec3.Distance(view.Mesh.Vertices[v], view.Mesh.Vertices[n]);
                double next = d + (length * (1 + (creaseDetour * (1 - LabelCut.Factor(view, v, n)))));
                if (next > reach || done.ContainsKey(n) || (distance.TryGetValue(n, out double known) && known <= next))
                    continue;
                distance[n] = next;
                queue.Enqueue(n, (next, n));
            }
        }

        return new SeedPull(label, done);
    }

    /// <summary>Mixes the pull into the costs of a vertex, which are negative logarithms of probabilities.</summary>
    public void Apply(int vertex, float[] cost)
    {
        if (Share.TryGetValue(vertex, out float share))
            Mix(cost, Label, share);
    }

    /// <summary>Mixes a share that is surely one label into such costs.</summary>
    public static void Mix(float[] cost, int label, float share)
    {
        for (int l = 0; l < cost.Length; l++)
        {
            double probability = ((1 - share) * Math.Exp(-cost[l])) + (l == label ? share : 0);
            cost[l] = (float)-Math.Log(probability);
        }
    }
}
