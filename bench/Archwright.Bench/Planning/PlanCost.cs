using System.Globalization;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Planning.Attachments;
using Archwright.Planning.Collision;
using Archwright.Planning.Editing;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Planning;

/// <summary>
/// <c>plan-cost [TRIANGLES] [SEED] [THREADS] [ROUNDS]</c>: processor and wall seconds of each stage of a plan (mild crowding), the last round counts, since the
/// first compiles.
/// </summary>
internal static class PlanCost
{
    public static void Run(ReadOnlySpan<string> args)
    {
        int[] numbers = [.. args.ToArray().Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        int triangles = numbers.ElementAtOrDefault(0) is var t and > 0 ? t : 150_000;
        int seed = numbers.ElementAtOrDefault(1) is var s and > 0 ? s : 7;
        var context = new RunContext(Math.Max(1, numbers.ElementAtOrDefault(2)));
        var preferences = new TreatmentPreferences();
        CaseInput input = SyntheticDentition.Create(SynthesisPresets.MildCrowding((ulong)seed) with { TrianglesPerArch = triangles }, context).ToCaseInput();
        for (int round = 1; round <= Math.Max(2, numbers.ElementAtOrDefault(3)); round++)
        {
            Console.WriteLine($"round {round}");
            MeasuredCase measured = CpuClock.Timed("analysis", () => ArchAnalysis.Run(input, new AnalysisOptions(), context).Require());
            SetupResult setup = CpuClock.Timed("setup", () => TargetSetup.Run(measured, preferences, context));
            CollisionScene scene = CpuClock.Timed("collision scene", () => CollisionScene.Build(measured, context));
            StagingResult staging = CpuClock.Timed("staging on it", () => Stager.Run(scene, setup, CaseFacts.Of(measured), preferences, context));
            AttachmentResult attachments = CpuClock.Timed("attachments", () => AttachmentPlanner.Run(measured, staging, preferences, context));
            CpuClock.Timed("rules and expectation", () => PlanJudge.Judge(
                PlanComposer.Compose(measured, setup, staging, attachments, new Provenance("bench", "", preferences)),
                ToothFiles.Of(measured),
                AttachmentFiles.Of(measured, attachments),
                context));
            ToothId tooth = scene.Teeth.First(x => staging.Stages[^1][x.Id] != staging.Stages[0][x.Id]).Id;
            StagingEdit edit = new() { Fdi = tooth.Fdi, Kind = EditKind.Start, From = 3, By = "bench", Why = "cost" };
            CpuClock.Timed("edit of one tooth", () => StageEditor.Apply(scene, staging, [edit], preferences, context));
        }
    }
}
