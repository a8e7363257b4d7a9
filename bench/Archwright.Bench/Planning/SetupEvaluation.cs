using System.Diagnostics;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Planning.Tests.Setup;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Planning;

/// <summary>
/// <c>setup-eval truth FIRST LAST [--mm 3] [--deg 20] | real FOLDER</c>: the target set-up against the ideal that a synthetic
/// dentition was perturbed from, with what the error is made of (a line a seed), or on every case of a folder with how far
/// teeth move, what is measured and what falls short.
/// </summary>
internal static class SetupEvaluation
{
    private static readonly TreatmentPreferences Preferences = new();

    public static void Run(ReadOnlySpan<string> args)
    {
        string[] all = args.ToArray();
        double Option(string name, double byDefault) =>
            Array.IndexOf(all, name) is var i and >= 0 ? double.Parse(all[i + 1]) : byDefault;
        if (all[0] == "truth")
            Truth(ulong.Parse(all[1]), ulong.Parse(all[2]), Option("--mm", 3), Option("--deg", 20));
        else
            Real(all[1]);
    }

    private static void Truth(ulong first, ulong last, double mm, double degrees)
    {
        Console.WriteLine("mean, median, p90 in mm and in degrees; rms in mm: both arches together, one against the other, single teeth (along, across, vertical); CPU s");
        var errors = new List<SetupErrors>();
        for (ulong seed = first; seed <= last; seed++)
        {
            SyntheticCase made = IdealArches.Perturbed(seed, mm, degrees, new RunContext(1));
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            SetupResult result = TargetSetup.Run(IdealArches.Case(made), Preferences, new RunContext(1));
            TimeSpan spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            errors.Add(SetupErrors.Of(
                [.. made.Teeth.Select(t => t.Tooth)], i => made.Teeth[i].IdealFromScanned, i => result.Target[made.Teeth[i].Id]));
            Console.WriteLine($"{seed,-5} {Line([errors[^1]])} {spent.TotalSeconds,6:0.0}");
        }

        Console.WriteLine($"all   {Line(errors)}");
        Console.WriteLine($"worst seed {errors.Max(e => e.Mm.Average()):0.000} mm, {errors.Max(e => e.Degrees.Average()):0.00}°");
    }

    private static string Line(IReadOnlyList<SetupErrors> errors)
    {
        string Three(Func<SetupErrors, double[]> of)
        {
            double[] sorted = [.. errors.SelectMany(of).Order()];
            return $"{sorted.Average(),6:0.000} {sorted[sorted.Length / 2],5:0.00} {sorted[sorted.Length * 9 / 10],5:0.00}";
        }

        string Rms(Func<SetupErrors, IEnumerable<double>> of) => $"{Math.Sqrt(errors.SelectMany(of).Average(v => v * v)),5:0.00}";
        string whole = Rms(e => e.Together.Select(v => v.Length)) + Rms(e => e.Apart.Select(v => v.Length)) + Rms(e => e.Alone.Select(v => v.Length));
        string axes = Rms(e => e.Alone.Select(v => v.X)) + Rms(e => e.Alone.Select(v => v.Y)) + Rms(e => e.Alone.Select(v => v.Z));
        return $"{Three(e => e.Mm)} mm {Three(e => e.Degrees)}° | {whole} ({axes})";
    }

    private static void Real(string folder)
    {
        foreach (string path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            CaseInput input = CaseFolder.Load(path, ImportMode.Repair).Require();
            MeasuredCase measured = ArchAnalysis.Run(input, new AnalysisOptions(), new RunContext(1)).Require();
            SetupResult result = TargetSetup.Run(measured, Preferences, new RunContext(1));
            double[] shifts =
            [
                .. measured.Arches.SelectMany(a => a.Teeth)
                    .Select(t => Vec3.Distance(t.CenterOfResistance, result.Target[t.Id].Apply(t.CenterOfResistance))),
            ];
            double[] turns = [.. result.Target.Values.Select(p => double.RadiansToDegrees(p.Rotation.ToVector().Length))];
            Console.WriteLine(
                $"{Path.GetFileName(path)}: {shifts.Length} teeth, {shifts.Sum():0.0} mm (most {shifts.Max():0.00}), {turns.Sum():0}° (most {turns.Max():0.0}), enamel {result.Ipr.Sum(i => i.Mm):0.0} mm");
            foreach (PlanMeasure m in result.Measures)
                Console.WriteLine($"  {m.Name} {m.Jaw}: {m.Start:0.00} -> {m.Target:0.00}");
            foreach (SetupShortfall s in result.Shortfalls)
                Console.WriteLine($"  {s.Code}: {s.Message}");
        }
    }
}
