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
            double before = CpuClock.Seconds();
            var clock = Stopwatch.StartNew();
            CaseInput labelled = Timed("segmentation", () => CaseSegmentation.Run(input, context).Require());
            Timed("crowns, landmarks, axes", () => ArchAnalysis.Run(labelled, new AnalysisOptions(), context).Require());
            PlanScanQuality quality = Timed("scan quality", () => CaseScanQuality.Of(labelled, context));
            Console.WriteLine($"  {quality.Verdict}, {labelled.Found.Sum(f => f.Teeth.Length)} teeth, {labelled.Found.Sum(f => f.Doubts.Length)} held back");
            Print("intake", CpuClock.Seconds() - before, clock.Elapsed.TotalSeconds);
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"greatest memory {self.PeakWorkingSet64 / 1_000_000} MB, generation of the case included");
    }

    private static UnlabelledScan Unlabelled(ArchScan scan) => new(
        scan.Jaw,
        scan.Jaw == Jaw.Upper ? "upper" : "lower",
        scan.Mesh,
        new ScanFileMap([.. Enumerable.Range(0, scan.Mesh.VertexCount)], [.. Enumerable.Range(0, scan.Mesh.TriangleCount)], scan.Mesh.TriangleCount));

    private static T Timed<T>(string what, Func<T> work)
    {
        double before = CpuClock.Seconds();
        var clock = Stopwatch.StartNew();
        T made = work();
        Print(what, CpuClock.Seconds() - before, clock.Elapsed.TotalSeconds);
        return made;
    }

    private static void Print(string what, double processor, double wall) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-24} {processor,7:0.00} s of processor, {wall,7:0.00} s"));
}
