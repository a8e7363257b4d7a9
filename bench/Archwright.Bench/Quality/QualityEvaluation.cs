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
/// <c>quality-eval clean FIRST LAST TRIANGLES | defects FIRST LAST TRIANGLES [--only TEXT] [--words] | real FOLDER [--unlabelled] |
/// parts TRIANGLES</c>: scan quality
/// control on clean synthetic scans (everything reported is a false alarm), on seeded defects, one place per seed, and on real arches.
/// </summary>
internal static class QualityEvaluation
{
    private static readonly ScanQualityOptions Options = new() { Today = DefectTrials.Today };

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
                Clean(int.Parse(all[1]), int.Parse(all[2]), int.Parse(all[3]));
                break;
            case "defects":
                Defects(int.Parse(all[1]), int.Parse(all[2]), int.Parse(all[3]), Array.IndexOf(all, "--only") is var i and >= 0 ? all[i + 1] : "", all.Contains("--words"));
                break;
            case "parts":
                QualityParts.Run(int.Parse(all[1]));
                break;
            default:
                Real(all[1], all.Contains("--unlabelled"));
                break;
        }
    }

    private static void Clean(int first, int last, int triangles)
    {
        int alarms = 0;
        for (int seed = first; seed <= last; seed++)
        {
            SyntheticCase made = Made(seed, triangles);
            var clock = Stopwatch.StartNew();
            ScanQualityReport report = ScanQuality.Of(DefectTrial.Clean(made), Options, new RunContext(2));
            alarms += report.Defects.Count(d => d.Severity == DefectSeverity.Rescan);
            Print($"seed {seed} {Malocclusions[seed % Malocclusions.Length].Method.Name}", report, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{last - first + 1} cases, {alarms} false alarms");
    }

    private static void Defects(int first, int last, int triangles, string only, bool isWordy)
    {
        var table = new TrialTable();
        for (int seed = first; seed <= last; seed++)
        {
            SyntheticCase made = Made(seed, triangles);
            foreach (DefectTrial trial in DefectTrials.All.Where(t => t.Name.Contains(only, StringComparison.Ordinal)))
            {
                SeededDefect seeded = trial.Make(made, seed);
                ScanQualityReport report = ScanQuality.Of(seeded.Scans, Options, new RunContext(2));
                TrialOutcome outcome = trial.Judge(seeded, report);
                ScanDefect[] strays = [.. trial.Strays(report)];
                table.Add(trial, outcome, strays);
                if (outcome != TrialOutcome.Right)
                    Console.WriteLine($"seed {seed}: {outcome} {trial.Name} at {seeded.Fdi} {seeded.Side}, size {seeded.Value}");
                foreach (ScanDefect d in report.Defects.Where(d => isWordy && ((outcome != TrialOutcome.Right && trial.Codes.Contains(d.Code)) || strays.Contains(d))))
                    Console.WriteLine($"      {(strays.Contains(d) ? $"stray (of {trial.Name})" : "")} {d.Severity} {d.Code} {d.Tooth} {d.Surface}: {d.Message}");
            }
        }

        table.Print();
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
