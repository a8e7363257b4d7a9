using System.Diagnostics;
using System.Globalization;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Quality;

/// <summary>
/// <c>intake-cost [TRIANGLES] [SEED] [THREADS] [ROUNDS]</c>: processor and wall seconds of what a pair of scans without labels costs before anything is planned:
/// segmentation, crowns with landmarks and axes, quality control; the first round compiles. Then the greatest memory so far.
/// </summary>
internal static class IntakeCost
{
    public static void Run(ReadOnlySpan<string> args)
    {
        int[] numbers = [.. args.ToArray().Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        int triangles = numbers.ElementAtOrDefault(0) is var t and > 0 ? t : 150_000;
        int seed = numbers.ElementAtOrDefault(1) is var s and > 0 ? s : 7;
        var context = new RunContext(Math.Max(1, numbers.ElementAtOrDefault(2)));
        CaseInput made = SyntheticDentition.Create(SynthesisPresets.MildCrowding((ulong)seed) with { TrianglesPerArch = triangles }, context).ToCaseInput();
        CaseInput input = made with { Upper = null, Lower = null, Unlabelled = [Unlabelled(made.Upper!), Unlabelled(made.Lower!)] };
        for (int round = 1; round <= Math.Max(2, numbers.ElementAtOrDefault(3)); round++)
        {
            Console.WriteLine($"round {round}");
            (CaseInput labelled, PlanScanQuality quality) = CpuClock.Timed("intake", () =>
            {
                CaseInput found = CpuClock.Timed("segmentation", () => CaseSegmentation.Run(input, context).Require());
                CpuClock.Timed("crowns, landmarks, axes", () => ArchAnalysis.Run(found, new AnalysisOptions(), context).Require());
                return (found, CpuClock.Timed("scan quality", () => CaseScanQuality.Of(found, context)));
            });
            Console.WriteLine($"  {quality.Verdict}, {labelled.Found.Sum(f => f.Teeth.Length)} teeth, {labelled.Found.Sum(f => f.Doubts.Length)} held back");
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"greatest memory {self.PeakWorkingSet64 / 1_000_000} MB, generation of the case included");
    }

    private static UnlabelledScan Unlabelled(ArchScan scan) => new(
        scan.Jaw,
        scan.Jaw == Jaw.Upper ? "upper" : "lower",
        scan.Mesh,
        new ScanFileMap([.. Enumerable.Range(0, scan.Mesh.VertexCount)], [.. Enumerable.Range(0, scan.Mesh.TriangleCount)], scan.Mesh.TriangleCount));
}
