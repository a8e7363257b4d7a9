using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Gathers the votes for tooth middles. Method: density on a grid in the occlusal plane; cells taken from the highest down,
/// each joins the hill it touches; two hills are one where the saddle between them is nearly as high as the lower of them
/// (persistence, Chazal et al. 2013, doi 10.1145/2535927). Complexity: O(cells log cells).
/// </summary>
internal static class ToothVotes
{
    private const double CellMm = 0.4;
    private const double BlurMm = 0.8;
    private const double SaddleShare = 0.8;
    private const double LeastAreaMm2 = 5;
    private const double NoReliefMm = 7;
    private const double FlatShare = 0.97;
    private const double Outermost = 0.03;

    /// <summary>Clusters in order along the arch, with the cluster of each vertex (−1: none).</summary>
    public static List<ToothCluster> Gather(ArchView view, PointEvidence evidence)
    {
        int count = view.Mesh.VertexCount;
        Aabb box = Aabb.Empty;
        for (int v = 0; v < count; v++)
        {
            if (evidence.Position[v][0] < 0.5)
                box = box.Including(evidence.Vote[v]);
        }

        if (box.IsEmpty)
            return [];
        box = box.Inflated(3);
        int nx = (int)(box.Size.X / CellMm) + 1;
        int ny = (int)(box.Size.Y / CellMm) + 1;
        double[] density = new double[nx * ny];
        int Cell(Vec3 p) => ((int)((p.Y - box.Min.Y) / CellMm) * nx) + (int)((p.X - box.Min.X) / CellMm);
        for (int v = 0; v < count; v++)
        {
            if (evidence.Position[v][0] < 0.5)
                density[Cell(evidence.Vote[v])] += evidence.AreaMm2[v] * (1 - evidence.Position[v][0]);
        }

        density = Blurred(density, nx, ny);
        int[] hill = Hills(density, nx, ny);
        var members = new SortedDictionary<int, List<int>>();
        for (int v = 0; v < count; v++)
        {
            if (evidence.Position[v][0] >= 0.5)
                continue;
            int h = hill[Cell(evidence.Vote[v])];
            if (!members.TryGetValue(h, out List<int>? list))
                members[h] = list = [];
            list.Add(v);
        }

        return
        [
            .. members.Values.Select(m => Cluster(m, view, evidence)).Where(c => c.AreaMm2 >= LeastAreaMm2)
                .OrderBy(c => view.Pose.Path.Along(c.Center.X, c.Center.Y)),
        ];
    }

    private static ToothCluster Cluster(List<int> members, ArchView view, PointEvidence evidence)
    {
        double area = 0;
        Vec3 sum = Vec3.Zero;
        double[] log = new double[9];
        foreach (int v in members)
        {
            double w = evidence.AreaMm2[v] * (1 - evidence.Position[v][0]);
            area += w;
            sum += evidence.Vote[v] * w;
            for (int c = 1; c < 9; c++)
                log[c] += w * Math.Log(Math.Max(evidence.Position[v][c] / Math.Max(1 - evidence.Position[v][0], 1e-3f), 0.002));
        }

        for (int c = 1; c < 9; c++)
            log[c] /= Math.Max(area, 1e-9);
        double[] heights = [.. members.Select(m => view.Mesh.Vertices[m].Z).Order()];
        double relief = Math.Clamp((heights[(int)(0.95 * (heights.Length - 1))] + NoReliefMm) / 3, 0.1, 1);

        // a crown is a dome and faces many ways, a ridge of gum faces one
        Vec3 facing = members.Aggregate(Vec3.Zero, (all, v) => all + (view.Normals[v] * evidence.AreaMm2[v]));
        double oneWay = facing.Length / Math.Max(members.Sum(v => evidence.AreaMm2[v]), 1e-9);
        relief *= Math.Clamp((FlatShare - oneWay) / 0.12, 0.1, 1);
        Vec3 center = sum / Math.Max(area, 1e-9);
        return new ToothCluster(center, area, log, Width(members, center, view, evidence), relief);
    }

    // Between the places along the arch that a few hundredths of the area lie beyond.
    private static double Width(List<int> members, Vec3 center, ArchView view, PointEvidence evidence)
    {
        (Vec3 mesial, Vec3 _) = ArchPath.Directions(center.X, center.Y);
        (double At, double Weight)[] along =
        [
            .. members.Select(v => (At: Vec3.Dot(view.Mesh.Vertices[v], mesial), Weight: evidence.AreaMm2[v] * (1 - evidence.Position[v][0])))
                .OrderBy(p => p.At),
        ];
        double all = along.Sum(p => p.Weight);
        double Quantile(double share)
        {
            double sum = 0;
            foreach ((double at, double weight) in along)
            {
                sum += weight;
                if (sum >= share * all)
                    return at;
            }

            return along[^1].At;
        }

        return Quantile(1 - Outermost) - Quantile(Outermost);
    }

    private static double[] Blurred(double[] values, int nx, int ny)
    {
        int reach = (int)Math.Ceiling(3 * BlurMm / CellMm);
        double[] kernel = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-0.5 * Math.Pow(i * CellMm / BlurMm, 2)))];
        double[] along = new double[values.Length];
        double[] both = new double[values.Length];
        for (int j = 0; j < ny; j++)
        {
            for (int i = 0; i < nx; i++)
            {
                for (int k = Math.Max(-reach, -i); k <= Math.Min(reach, nx - 1 - i); k++)
                    along[(j * nx) + i] += kernel[k + reach] * values[(j * nx) + i + k];
            }
        }

        for (int j = 0; j < ny; j++)
        {
            for (int i = 0; i < nx; i++)
            {
                for (int k = Math.Max(-reach, -j); k <= Math.Min(reach, ny - 1 - j); k++)
                    both[(j * nx) + i] += kernel[k + reach] * along[((j + k) * nx) + i];
            }
        }

        return both;
    }

    private static int[] Hills(double[] density, int nx, int ny)
    {
        int[] parent = new int[density.Length];
        Array.Fill(parent, -1);
        int Root(int c)
        {
            while (parent[c] != c)
                c = parent[c] = parent[parent[c]];
            return c;
        }

        int[] order = [.. Enumerable.Range(0, density.Length).Where(c => density[c] > 1e-6).OrderByDescending(c => density[c]).ThenBy(c => c)];
        foreach (int c in order)
        {
            parent[c] = c;
            int x = c % nx;
            int y = c / nx;
            int best = -1;
            for (int k = 0; k < 9; k++)
            {
                int i = x + (k % 3) - 1;
                int j = y + (k / 3) - 1;
                if (k == 4 || i < 0 || j < 0 || i >= nx || j >= ny || parent[(j * nx) + i] < 0)
                    continue;
                int root = Root((j * nx) + i);
                if (best < 0)
                {
                    best = root;
                    continue;
                }

                if (root == best)
                    continue;
                (int high, int low) = density[root] > density[best] || (density[root] == density[best] && root < best) ? (root, best) : (best, root);
                if (density[c] >= SaddleShare * density[low])
                    parent[low] = high;
                best = high;
            }

            if (best >= 0)
                parent[c] = Root(best);
        }

        return [.. parent.Select((p, c) => p < 0 ? -1 : Root(c))];
    }
}
