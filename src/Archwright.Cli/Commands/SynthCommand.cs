using System.Collections.Immutable;
using System.CommandLine;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Cli.Commands;

/// <summary><c>archwright synth -o CASE</c>: a synthetic case folder with its ground truth.</summary>
internal static class SynthCommand
{
    internal sealed record Request(
        string Output, string Malocclusion, ulong Seed, int Triangles, bool RandomPose, bool ThirdMolars = false)
    {
        /// <summary>What treatment shall reach; by default alignment alone, which leaves the bite to the preferences.</summary>
        public CaseObjectives Objectives { get; init; } = SyntheticRecords.AlignmentOnly;

        /// <summary>How far behind the scanned bite the seated jaw stands, mm; null: no bite in centric relation on record.</summary>
        public double? CentricSlideMm { get; init; }

        /// <summary>Teeth whose crowns are not sound.</summary>
        public ImmutableArray<ToothDamage> Damaged { get; init; } = [];
    }

    public static Command Create()
    {
        Option<string> output = SharedOptions.Output("Case folder to write.");
        var malocclusion = new Option<string>("--malocclusion", "-m")
        {
            Description = $"What is wrong with it: {string.Join(", ", SyntheticPresets.Names)}.",
            DefaultValueFactory = _ => "crowding",
        };
        malocclusion.AcceptOnlyFromAmong([.. SyntheticPresets.Names]);
        var seed = new Option<ulong>("--seed") { Description = "Everything random follows from it.", DefaultValueFactory = _ => 1 };
        var triangles = new Option<int>("--triangles")
        {
            Description = "Triangles an arch, 10000 to 300000.",
            DefaultValueFactory = _ => 60_000,
        };
        SharedOptions.TakesWholeNumber(triangles, 10_000, 300_000, "a number from 10000 to 300000");
        var randomPose = new Option<bool>("--random-pose") { Description = "Turn the scans any way, as scanners may." };
        var thirdMolars = new Option<bool>("--third-molars") { Description = "With third molars." };
        var centric = new Option<double?>("--cr-slide")
        {
            Description = "With a bite in centric relation on record: the seated jaw stands this far behind the scanned bite, 0 to 4 mm.",
        };
        SharedOptions.TakesNumber(centric, 0, 4, "a number from 0 to 4");
        Option<int[]> prepared = SharedOptions.Teeth("--prepared", "Teeth ground for a crown, FDI numbers: 16 21.");
        Option<int[]> broken = SharedOptions.Teeth("--broken", "Teeth of which a large part is broken off, FDI numbers.");
        Option<int[]> abutments = SharedOptions.Teeth("--abutment", "Places, by FDI number, where a healing abutment stands instead of a tooth.");
        Option<int> threads = SharedOptions.Threads();
        var command = new Command("synth", "Generate a synthetic case: labelled scans and their ground truth.")
        {
            output, malocclusion, seed, triangles, randomPose, thirdMolars, centric, prepared, broken, abutments, threads,
        };
        command.Validators.Add(result =>
        {
            string[] damaged = [.. new[] { prepared, broken, abutments }.SelectMany(o => result.GetResult(o)?.Tokens ?? []).Select(t => t.Value)];
            foreach (string twice in damaged.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key))
                result.AddError($"tooth {twice} is named more than once by --prepared, --broken and --abutment");
            if (damaged.FirstOrDefault(t => t.EndsWith('8')) is { } third && !result.GetValue(thirdMolars))
                result.AddError($"tooth {third} is not there: third molars are made with --third-molars");
        });
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new Request(
                parsed.GetRequiredValue(output),
                parsed.GetRequiredValue(malocclusion),
                parsed.GetValue(seed),
                parsed.GetValue(triangles),
                parsed.GetValue(randomPose),
                parsed.GetValue(thirdMolars))
            {
                CentricSlideMm = parsed.GetValue(centric),
                Damaged =
                [
                    .. Damage(parsed.GetValue(prepared), ToothDamageKind.Prepared),
                    .. Damage(parsed.GetValue(broken), ToothDamageKind.Broken),
                    .. Damage(parsed.GetValue(abutments), ToothDamageKind.HealingAbutment),
                ],
            },
            parsed.GetValue(threads),
            cancel)));
        return command;
    }

    private static IEnumerable<ToothDamage> Damage(int[]? fdi, ToothDamageKind kind) => (fdi ?? []).Select(f => new ToothDamage(ToothId.FromFdi(f), kind));

    internal static int Run(Request request, int threads, CancellationToken cancel)
    {
        SynthesisOptions options = SyntheticPresets.Of(request.Malocclusion, request.Seed) with
        {
            TrianglesPerArch = request.Triangles,
            Pose = request.RandomPose ? ScanPose.Random : ScanPose.Occlusal,
            ThirdMolars = request.ThirdMolars,
            Damaged = request.Damaged,
        };
        SyntheticCase made = RunDisplay.Run(quiet: false, threads, cancel, context => SyntheticDentition.Create(options, context));
        Result<WrittenFolder> written = CaseFolder.Write(
            request.Output, SyntheticFiles.Input(made, $"synth-{request.Seed % 1_000_000}", request.Objectives, request.CentricSlideMm), [SyntheticFiles.Truth(made)], cancel);
        RunDisplay.Print(written.Problems);
        return written.IsOk ? ExitCode.Ok : ExitCode.InputRefused;
    }
}
