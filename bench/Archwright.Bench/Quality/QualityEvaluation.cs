using System.Diagnostics;
using Archwright.Analysis;
using Archwright.Bench.Segmentation;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Quality.Trials;
using Archwright.Synthesis;

namespace Archwright.Bench.Quality;

/// <summary>
/// <c>quality-eval clean SEEDS TRIANGLES | defects SEEDS TRIANGLES [--only TEXT] | real FOLDER [--unlabelled]</c>: scan quality control on
/// clean synthetic scans (everything reported is a false alarm), on seeded defects, and on real arches; one line each.
/// </summary>
internal static class QualityEvaluation
{
    private static readonly ScanQualityOptions Options = new() { Today = new DateOnly(2026, 11, 21) };

    private static readonly Func<ulong, SynthesisOptions>[] Malocclusions =
    [
        SynthesisPresets.Ideal, SynthesisPresets.MildCrowding, SynthesisPresets.SevereCrowding, SynthesisPresets.Spacing, SynthesisPresets.DeepBite,
        SynthesisPresets.OpenBite, SynthesisPresets.ClassII, SynthesisPresets.CrowdedClassII, SynthesisPresets.ClassIII, SynthesisPresets.Crossbite,
        SynthesisPresets.Perturbed, SynthesisPresets.Random,
    ];

    public static void Run(ReadOnlySpan<string> args)
    {
        string[] all = args.ToArray();
        switch (all[0])
        {
            case "clean":
                Clean(int.Parse(all[1]), int.Parse(all[2]));
                break;
            case "defects":
                Defects(int.Parse(all[1]), int.Parse(all[2]), Array.IndexOf(all, "--only") is var i and >= 0 ? all[i + 1] : "");
                break;
            default:
                Real(all[1], all.Contains("--unlabelled"));
                break;
        }
    }

    private static void Clean(int seeds, int triangles)
    {
        int alarms = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            SyntheticCase made = Made(seed, triangles);
            var clock = Stopwatch.StartNew();
            ScanQualityReport report = ScanQuality.Of(DefectTrial.Clean(made), Options, new RunContext(2));
            alarms += report.Defects.Count(d => d.Severity == DefectSeverity.Rescan);
            Print($"seed {seed} {Malocclusions[seed % Malocclusions.Length].Method.Name}", report, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{seeds} cases, {alarms} false alarms");
    }

    private static void Defects(int seeds, int triangles, string only)
    {
        int right = 0;
        int count = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            SyntheticCase made = Made(seed, triangles);
            foreach (DefectTrial trial in DefectTrial.All.Where(t => t.Name.Contains(only, StringComparison.Ordinal) || t.Code.Contains(only, StringComparison.Ordinal)))
            {
                ScanQualityReport report = ScanQuality.Of(trial.Make(made), Options, new RunContext(2));
                bool isRight = trial.IsRight(report);
                count++;
                right += isRight ? 1 : 0;
                if (isRight)
                    continue;
                Console.WriteLine($"seed {seed}: {(trial.IsAbove ? "MISSED" : "FALSE ")} {trial.Name} ({trial.Code})");
                if (report.Bite is { } bite)
                    Console.WriteLine($"      bite: right {bite.RightGapMm:0.00} left {bite.LeftGapMm:0.00} deepest {bite.DeepestMm:0.00} roll {bite.RollDeg:0.00} pitch {bite.PitchDeg:0.00}");
                foreach (ScanDefect d in report.Defects)
                    Console.WriteLine($"      {d.Severity} {d.Code} {d.Tooth} {d.Surface}: {d.Message}");
            }
        }

        Console.WriteLine($"{right} of {count} right");
    }

    private static void Real(string folder, bool isUnlabelled)
    {
        foreach (IGrouping<string, LabelledMesh> pair in RealScans.All(folder).GroupBy(s => s.Name.Split('/')[0]))
        {
            ScanToCheck[] scans =
            [
                .. pair.Select(s => new ScanToCheck(
                    s.Name, s.Mesh, s.IsUpper ? Jaw.Upper : Jaw.Lower, isUnlabelled ? [] : [.. s.Mesh.Triangles.ToArray().Select(t => FaceLabel(s.Labels, t))])),
            ];
            var clock = Stopwatch.StartNew();
            ScanQualityReport report = ScanQuality.Of(scans, Options, new RunContext(2));
            Print(pair.Key, report, clock.Elapsed.TotalSeconds);
        }
    }

    private static int FaceLabel(int[] labels, Triangle t) =>
        labels[t.A] == labels[t.B] || labels[t.A] == labels[t.C] ? labels[t.A] : labels[t.B] == labels[t.C] ? labels[t.B] : 0;

    private static SyntheticCase Made(int seed, int triangles) => SyntheticDentition.Create(
        Malocclusions[seed % Malocclusions.Length]((ulong)seed) with { TrianglesPerArch = triangles, Pose = ScanPose.Random, Palate = seed % 2 == 0 },
        new RunContext(2));

    private static void Print(string name, ScanQualityReport report, double seconds)
    {
        Console.WriteLine($"{name}: {report.Verdict}, {seconds:0.0} s");
        foreach (ScanQualityOfOne scan in report.Scans)
        {
            Console.WriteLine(
                $"  {scan.Name} {scan.Jaw}: {scan.Facts.FaceCount} faces, crown edge {scan.CrownEdgeMm:0.00}, noise {scan.NoiseMm:0.000}, teeth {string.Join(' ', scan.Teeth)}");
        }

        if (report.Bite is { } bite)
            Console.WriteLine($"  bite: right {bite.RightGapMm:0.00} left {bite.LeftGapMm:0.00} deepest {bite.DeepestMm:0.00} roll {bite.RollDeg:0.00} pitch {bite.PitchDeg:0.00}");
        foreach (ScanDefect d in report.Defects)
            Console.WriteLine($"    {d.Severity} {d.Code} {d.Tooth} {d.Surface}: {d.Message} @ {(d.At is { } p ? $"{p.X:0.0} {p.Y:0.0} {p.Z:0.0}" : "-")}");
    }
}
