using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>gate-fit FROM COUNT [CACHE]</c>: the weights of <see cref="ToothRisk"/>, by logistic regression (Newton's method, a prior of unit variance on
/// standardised weights) on the teeth of COUNT changed synthetic cases from seed FROM on, how often teeth of each
/// present risk are wrong, and what limits of the risk would hold back.
/// </summary>
internal static class GateFit
{
    private const int Rounds = 60;
    private const double LeastIoU = 0.7;
    private static readonly double[] Limits = [0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2];
    private static readonly double[] Bounds = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1];

    public static void Run(ReadOnlySpan<string> args)
    {
        int from = int.Parse(args[0]);
        string? cache = args.Length > 2 ? args[2] : null;
        var teeth = new List<(double[] Evidence, bool IsWrong, double Risk)>();
        for (int seed = from; seed < from + int.Parse(args[1]); seed++)
        {
            foreach (LabelledMesh made in SyntheticScans.Create((ulong)seed, cache))
            {
                LabelledMesh arch = SyntheticScans.Changed(made, (ulong)((2 * seed) + (made.IsUpper ? 0 : 1)));
                if (ArchSegmentation.Run(arch.Mesh, arch.IsUpper ? Jaw.Upper : Jaw.Lower, new RunContext(1)).Value is not { } found)
                    continue;
                foreach ((int truth, int own, double iou) in SegmentationEvaluation.Of(arch.Labels, [.. found.VertexLabels]).Pairs)
                {
                    if (found.Teeth.FirstOrDefault(t => t.Id.Fdi == own) is { } tooth)
                        teeth.Add((ToothRisk.Evidence(tooth, found.Teeth), truth != own || iou < LeastIoU, ToothRisk.Of(tooth, found.Teeth).Risk));
                }
            }
        }

        Console.WriteLine($"{teeth.Count} teeth, {teeth.Count(t => t.IsWrong)} wrong");
        foreach ((double low, double high) in Bounds.Zip(Bounds.Skip(1)))
        {
            (double[] Evidence, bool IsWrong, double Risk)[] own = [.. teeth.Where(t => t.Risk >= low && t.Risk < high)];
            Console.WriteLine($"risk {low:0.00} to {high:0.00}: {own.Length} teeth, mean risk {own.Select(t => t.Risk).DefaultIfEmpty().Average():0.000}, wrong {own.Count(t => t.IsWrong) / Math.Max(1.0, own.Length):0.000}");
        }

        double[] weights = Fitted([.. teeth.Select(t => t.Evidence)], [.. teeth.Select(t => t.IsWrong)]);
        Console.WriteLine($"fitted weights {string.Join(", ", weights.Select(w => w.ToString("0.00")))}");
        foreach (double limit in Limits)
        {
            (double[] Evidence, bool IsWrong, double Risk)[] passed = [.. teeth.Where(t => 1 / (1 + Math.Exp(-t.Evidence.Zip(weights, (e, w) => e * w).Sum())) <= limit)];
            Console.WriteLine($"  limit {limit:0.00}: held back {teeth.Count - passed.Length}, wrong and passed {passed.Count(t => t.IsWrong)} ({passed.Count(t => t.IsWrong) / (double)teeth.Count:0.0 %})");
        }
    }

    internal static double[] Fitted(double[][] evidence, bool[] isWrong)
    {
        int n = evidence[0].Length;
        double[] mean = [.. Enumerable.Range(0, n).Select(i => i == 0 ? 0 : evidence.Average(e => e[i]))];
        double[] deviation = [.. Enumerable.Range(0, n).Select(i => i == 0 ? 1 : Math.Max(1e-6, Math.Sqrt(evidence.Average(e => Math.Pow(e[i] - mean[i], 2)))))];
        double[][] z = [.. evidence.Select(e => e.Select((x, i) => (x - mean[i]) / deviation[i]).ToArray())];
        double[] w = new double[n];
        for (int round = 0; round < Rounds; round++)
        {
            double[] gradient = [.. w.Select((x, i) => i == 0 ? 0 : x)];
            double[,] curvature = new double[n, n];
            for (int i = 0; i < n; i++)
                curvature[i, i] = 1;
            for (int k = 0; k < z.Length; k++)
            {
                double p = 1 / (1 + Math.Exp(-z[k].Zip(w, (a, b) => a * b).Sum()));
                for (int i = 0; i < n; i++)
                {
                    gradient[i] += (p - (isWrong[k] ? 1 : 0)) * z[k][i];
                    for (int j = 0; j < n; j++)
                        curvature[i, j] += p * (1 - p) * z[k][i] * z[k][j];
                }
            }

            double[] step = Solved(curvature, gradient);
            for (int i = 0; i < n; i++)
                w[i] -= step[i];
        }

        double[] weights = [.. w.Select((x, i) => x / deviation[i])];
        weights[0] -= Enumerable.Range(1, n - 1).Sum(i => weights[i] * mean[i]);
        return weights;
    }

    // Gauss's elimination; the matrix is symmetric and positive
    private static double[] Solved(double[,] matrix, double[] right)
    {
        int n = right.Length;
        double[] x = [.. right];
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double share = matrix[i, k] / matrix[k, k];
                for (int j = k; j < n; j++)
                    matrix[i, j] -= share * matrix[k, j];
                x[i] -= share * x[k];
            }
        }

        for (int k = n - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < n; j++)
                x[k] -= matrix[k, j] * x[j];
            x[k] /= matrix[k, k];
        }

        return x;
    }
}
