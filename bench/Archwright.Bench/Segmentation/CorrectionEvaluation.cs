using System.Diagnostics;
using Archwright.Analysis;
using Archwright.Analysis.Tests.Segmentation;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>correct-eval FOLDER [--all]</c>: what right numbers and at most one seed for each tooth that is wrong or held back (with <c>--all</c>: for each
/// tooth) make of the real arches, how long the re-solve of one seed takes, and the most that seeds could give: the overlap if every tooth that had one were exact.
/// </summary>
internal static class CorrectionEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        bool all = args.Contains("--all");
        var context = new RunContext(1);
        var before = new List<SegmentationEvaluation.Score>();
        var after = new List<SegmentationEvaluation.Score>();
        var exact = new List<SegmentationEvaluation.Score>();
        var times = new List<double>();
        int seedCount = 0;
        foreach (LabelledMesh arch in RealScans.All(args[0]))
        {
            ArchSolution solution = ArchSegmentation.Solve(arch.Mesh, arch.IsUpper ? Jaw.Upper : Jaw.Lower, context).Require();
            (int Truth, int Found)[] teeth = ReferenceEdits.Teeth(solution.Arch, arch.Labels, all);
            ArchSolution numbered = LabelEditing.Apply(solution, [.. ReferenceEdits.Numbers(solution.Arch, arch.Labels)], context).Require();
            LabelEdit[] seeds = ReferenceEdits.Seeds(numbered.Arch, arch.Labels, teeth.Select(t => t.Truth), MeshTopology.Of(arch.Mesh));
            ArchSolution corrected = numbered;
            foreach (LabelEdit seed in seeds)
            {
                var clock = Stopwatch.StartNew();
                Result<ArchSolution> one = LabelEditing.Apply(corrected, [seed], context);
                _ = one.Value?.Arch;
                times.Add(clock.Elapsed.TotalMilliseconds);
                foreach (Problem problem in one.Problems)
                    Console.WriteLine($"  {seed.Fdi}: {problem}");
                corrected = one.Value ?? corrected;
                seedCount++;
            }

            before.Add(SegmentationEvaluation.Of(arch.Labels, [.. solution.Arch.VertexLabels]));
            after.Add(SegmentationEvaluation.Of(arch.Labels, [.. corrected.Arch.VertexLabels]));
            bool IsSeeded(int label) => teeth.Any(t => t.Truth == label);
            exact.Add(SegmentationEvaluation.Of(
                arch.Labels, [.. corrected.Arch.VertexLabels.Select((l, v) => IsSeeded(l) || IsSeeded(arch.Labels[v]) ? arch.Labels[v] : l)]));
            Console.WriteLine(
                $"{arch.Name,-32} {arch.Mesh.TriangleCount,7} faces, {teeth.Length,2} teeth, {seeds.Length,2} seeds: {before[^1].ToothIoU:0.000} → {after[^1].ToothIoU:0.000}, numbers {before[^1].Identified:0 %} → {after[^1].Identified:0 %}, least {before[^1].LeastIoU:0.00} → {after[^1].LeastIoU:0.00}");
        }

        double[] sorted = [.. times.Order()];
        Console.WriteLine(
            $"{after.Count} arches, {seedCount} seeds: overlap {before.Average(s => s.ToothIoU):0.000} → {after.Average(s => s.ToothIoU):0.000} (were the seeded teeth exact: {exact.Average(s => s.ToothIoU):0.000}), numbers {before.Average(s => s.Identified):0.0 %} → {after.Average(s => s.Identified):0.0 %}; "
            + (sorted.Length > 0 ? $"a seed takes {sorted[sorted.Length / 2]:0} ms (median), {sorted[^1]:0} ms at most" : "no seed"));
    }
}
