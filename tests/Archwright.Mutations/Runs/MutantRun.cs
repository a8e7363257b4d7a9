using System.Globalization;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Mutations.Cases;
using Archwright.Mutations.Forms;
using Archwright.Primitives;

namespace Archwright.Mutations.Runs;

/// <summary>
/// Makes the mutant of a number, runs the whole program on it and holds what happened against what may happen: an exit code of
/// the documented ones, no exception, a refusal that says where, and an output folder that is whole or untouched. Processor time is
/// held against what the sound case takes, tray by tray where the plan has more of them: two seconds more are counted as slow, five
/// more hang. So a slow machine does not make a hang, and a long plan does not either.
/// </summary>
internal sealed class MutantRun
{
    private const double SlowSeconds = 2;
    private const double HangSeconds = 5;
    private const ulong Seed = 20261120;

    // models are made of this one only: they are slow, and alike
    private const string Smallest = "upper";

    private static readonly string[] PlanCommands = ["verify", "verify", "check", "letter"];

    private readonly BaseCase[] _bases;
    private readonly SortedDictionary<string, byte[]> _plan = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (double Seconds, int Trays)> _clean = new(StringComparer.Ordinal);
    private readonly string _scratch;

    private MutantRun(string scratch, bool isSmall)
    {
        _scratch = scratch;
        _bases = [.. BaseCase.All(isSmall)];
    }

    /// <summary>
    /// Runs every base case as it is, with and without models: they must plan, and set what a clean run costs. A small run
    /// makes every mutant of a scan of the smallest case.
    /// </summary>
    public static MutantRun Prepare(string scratch, bool isSmall)
    {
        var run = new MutantRun(scratch, isSmall);
        // the first run pays for the compiler and does not count
        BaseCase smallest = run._bases.First(b => b.Name == Smallest);
        _ = run.Execute(Sound(smallest, models: true), withOldPlan: false, CancellationToken.None);
        foreach (BaseCase source in run._bases)
        {
            foreach (bool models in source == smallest ? new[] { false, true } : [false])
            {
                Mutant mutant = Sound(source, models);
                (InProcess clean, string folder) = run.Execute(mutant, withOldPlan: false, CancellationToken.None);
                if (clean.Exit is not (0 or 2))
                    throw new InvalidOperationException($"the sound case {source.Name} does not plan: {clean.Error}{clean.Thrown}");
                run._clean[$"{source.Name} {models}"] = (clean.CpuSeconds, Trays(Path.Combine(folder, "out")));
                if (source == run._bases[0] && !models)
                    ReadInto(run._plan, Path.Combine(folder, "out"));
                Directory.Delete(folder, recursive: true);
            }
        }

        return run;
    }

    private static Mutant Sound(BaseCase source, bool models) => new(source, new SeededRandom(Seed)) { MeshForm = "ply", Models = models };

    /// <summary>The mutant of a number, run and judged; its folder stays where <paramref name="keep"/> says so.</summary>
    public Outcome Run(int index, bool keep = false)
    {
        SeededRandom random = new SeededRandom(Seed).Fork($"mutant {index}");
        Form form = Form.Of(index);
        Mutant mutant = Make(form, random);
        string what = $"{mutant.BaseName}, {mutant.MeshForm}: {string.Join("; ", mutant.Notes)}";
        bool withOldPlan = mutant.Command == "plan" && random.Next(6) == 0;
        using var watch = new CancellationTokenSource();
        using Watchdog dog = Watchdog.Over(index, form.Name, what, watch, Clean(mutant, new StagingPreferences().MaxStages) + HangSeconds);
        if (mutant.CancelAfter is { } after)
            watch.CancelAfter(after);
        (InProcess ran, string folder) = Execute(mutant, withOldPlan, watch.Token);
        double cpu = ran.CpuSeconds;
        var failures = new List<string>();
        failures.AddRange(Judge(mutant, ran, folder, withOldPlan, mutant.CancelAfter is not null || dog.HasBarked));
        int trays = mutant.Command == "plan" && ran.Exit is 0 or 2 ? Trays(OutputOf(mutant, folder)) : 0;
        double clean = Clean(mutant, trays);
        bool isSlow = cpu > clean + SlowSeconds;
        if (dog.HasBarked || cpu > clean + HangSeconds)
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"hang: {cpu:0.0} s of processor time, the sound case takes {clean:0.0} s for {trays} trays"));
        dog.Rest();
        if (mutant.Command == "plan" && ran.Exit is 0 or 2 && failures.Count == 0 && mutant.Arguments is null && random.Next(4) == 0)
            failures.AddRange(Verify(folder, ran.Exit));
        if (keep)
            Console.Error.WriteLine($"{folder}\n{ran.Error}");
        else
            Directory.Delete(folder, recursive: true);
        return new Outcome(index, form.Name, what, ran.Exit, cpu, isSlow, [.. failures]);
    }

    private Mutant Make(Form form, SeededRandom random)
    {
        string name = Pick.From(form.Bases, random);
        if (name == "plan")
        {
            var plan = new Mutant(_bases[0] with { Name = "plan", Scans = [] }, random) { Command = Pick.From(PlanCommands, random), MeshForm = "ply" };
            plan.Files.Clear();
            foreach ((string path, byte[] bytes) in _plan)
                plan.Files[path] = bytes;
            form.Apply(plan, random);
            return plan;
        }

        var mutant = new Mutant(_bases.SingleOrDefault(b => b.Name == name) ?? _bases[0], random);
        form.Apply(mutant, random);
        // Shapes that are written out may be hit once more, as files.
        if (form.EditsShapes && random.Next(8) == 0)
            Pick.From([.. Form.All.Where(f => f.Name.StartsWith("case.json", StringComparison.Ordinal) || f.Name == "preferences")], random).Apply(mutant, random);
        if (mutant.Arguments is null && mutant.CancelAfter is null && random.Next(10) == 0)
            mutant.Command = "inspect";
        mutant.Models |= form.EditsShapes && random.Next(12) == 0;
        mutant.Models &= mutant.BaseName == Smallest;
        return mutant;
    }

    // a letter plans its alternatives anew, of the plan of the first case
    private double Clean(Mutant mutant, int trays) => mutant.Command switch
    {
        "plan" => PerTray(_clean.GetValueOrDefault($"{mutant.BaseName} {mutant.Models}"), trays),
        "letter" => _clean[$"{_bases[0].Name} False"].Seconds,
        _ => 0,
    };

    private static double PerTray((double Seconds, int Trays) clean, int trays) => clean.Seconds * Math.Max(1, (double)trays / Math.Max(1, clean.Trays));

    private static int Trays(string folder) => PlanFolder.Load(folder) is { IsOk: true } plan ? plan.Value.Document.Stages.Length - 1 : 0;

    private (InProcess Ran, string Folder) Execute(Mutant mutant, bool withOldPlan, CancellationToken cancel)
    {
        string folder = Path.Combine(_scratch, "run");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        mutant.WriteTo(Path.Combine(folder, "case"));
        if (withOldPlan)
            WriteOldPlan(Path.Combine(folder, "out"));
        if (mutant.Preferences is { } preferences)
            File.WriteAllBytes(Path.Combine(folder, "preferences.json"), preferences);
        Environment.CurrentDirectory = folder;
        InProcess ran = InProcess.Run(Arguments(mutant, folder), cancel);
        Environment.CurrentDirectory = _scratch;
        return (ran, folder);
    }

    // where arguments of its own lead below the usual output, the plan stands there
    private static string OutputOf(Mutant mutant, string folder)
    {
        string usual = Path.Combine(folder, "out");
        string[] words = Arguments(mutant, folder);
        int at = Array.FindLastIndex(words, w => w is "-o" or "--output") + 1;
        return at > 0 && at < words.Length && words[at].StartsWith(usual + "/", StringComparison.Ordinal)
            ? Path.TrimEndingDirectorySeparator(words[at])
            : usual;
    }

    private static string[] Arguments(Mutant mutant, string folder)
    {
        string input = Path.Combine(folder, "case");
        string output = Path.Combine(folder, "out");
        if (mutant.Arguments is { } words)
        {
            return [.. words.Select(w => w
                .Replace("{case}", input, StringComparison.Ordinal)
                .Replace("{out}", output, StringComparison.Ordinal)
                .Replace("{scratch}", folder, StringComparison.Ordinal))];
        }

        List<string> arguments = [mutant.Command, input, "--threads", "1"];
        if (mutant.Command == "letter")
            arguments.AddRange(["--alternatives", "1"]);
        if (mutant.Command != "plan")
            return [.. arguments];
        arguments.AddRange(["-o", output]);
        if (!mutant.Models)
            arguments.Add("--no-models");
        if (mutant.Preferences is not null)
            arguments.AddRange(["--preferences", Path.Combine(folder, "preferences.json")]);
        return [.. arguments];
    }

    private IEnumerable<string> Judge(Mutant mutant, InProcess ran, string folder, bool withOldPlan, bool mayBeCancelled)
    {
        if (ran.Thrown is not null)
            yield return "crash: " + ran.Thrown;
        bool mayBeUsage = mutant.Arguments is not null;
        bool isKnown = ran.Exit is 0 or 2 or 3 || (ran.Exit == 4 && mayBeUsage) || (ran.Exit == 130 && mayBeCancelled);
        if (!isKnown && ran.Thrown is null)
            yield return $"exit code {ran.Exit}: {FirstLine(ran.Error)}";
        if (ran.Exit == 3 && !SaysWhere(mutant, ran.Error))
            yield return $"a refusal that says no place: {FirstLine(ran.Error)}";
        string output = OutputOf(mutant, folder);
        // arguments of its own may lead elsewhere, or by a detour to the same folder, whose old plan a whole new one may replace
        bool isPlanned = mutant.Command == "plan" && ran.Exit is 0 or 2
            && (mutant.Arguments is null || (Directory.Exists(output) && !IsOldPlan(output)));
        if (isPlanned)
        {
            Result<LoadedPlan> loaded = PlanFolder.Load(output);
            if (!loaded.IsOk || loaded.Problems.Any(p => p.Code.StartsWith("output-", StringComparison.Ordinal)))
                yield return $"a plan folder that is not whole: {string.Join("; ", loaded.Problems.Take(2))}";
        }
        else if (mutant.Arguments is null && withOldPlan != Directory.Exists(output))
        {
            yield return withOldPlan ? "the old plan is gone" : "an output folder is left behind";
        }
        else if (withOldPlan && !IsOldPlan(output))
        {
            yield return "the old plan was changed";
        }

        // a damaged folder may hold links out of it, even to the folder it lies in: they are not followed
        var inside = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string left in Directory.EnumerateFileSystemEntries(folder, "*.partial*", inside))
            yield return $"half-written: {Path.GetFileName(left)}";
    }

    private static IEnumerable<string> Verify(string folder, int exit)
    {
        InProcess verified = InProcess.Run(["verify", Path.Combine(folder, "out"), "--threads", "1"], CancellationToken.None);
        if (verified.Thrown is not null)
            yield return "verify crashes: " + verified.Thrown;
        else if (verified.Exit != exit)
            yield return $"plan ends with {exit}, verify of that plan with {verified.Exit}: {FirstLine(verified.Error)}";
    }

    // An error line names a file of the input, a jaw, or the folder.
    private bool SaysWhere(Mutant mutant, string error)
    {
        string[] names =
        [
            "case", "upper", "lower", "preferences.json", "out", "plan.json",
            .. mutant.Files.Keys, .. mutant.Files.Keys.Select(k => Path.GetFileName(k)), .. mutant.Links.Keys, .. mutant.EmptyFolders, .. _plan.Keys,
        ];
        return error.Split('\n').Any(line =>
            (line.StartsWith("error ", StringComparison.Ordinal) && line.Contains(" at ", StringComparison.Ordinal) && names.Any(n => line.Contains(n, StringComparison.OrdinalIgnoreCase)))
            || (mutant.Arguments is not null && line.StartsWith("error ", StringComparison.Ordinal)));
    }

    private static string FirstLine(string text) => text.Split('\n').FirstOrDefault(l => l.StartsWith("error", StringComparison.Ordinal)) ?? text.Split('\n')[0];

    private void WriteOldPlan(string folder)
    {
        foreach ((string path, byte[] bytes) in _plan)
        {
            string full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }

    private bool IsOldPlan(string folder)
    {
        var now = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        ReadInto(now, folder);
        return now.Keys.SequenceEqual(_plan.Keys) && now.All(f => f.Value.AsSpan().SequenceEqual(_plan[f.Key]));
    }

    private static void ReadInto(SortedDictionary<string, byte[]> files, string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = File.ReadAllBytes(path);
    }
}
