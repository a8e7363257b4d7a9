namespace Archwright.Acceptance.Tests;

/// <summary>Synthetic cases for acceptance, small enough to plan in seconds.</summary>
internal static class SampleCase
{
    public static void Make(string folder, string malocclusion, int seed, int triangles = 10_000) =>
        CommandLine.Archwright("synth", "-o", folder, "-m", malocclusion, "--seed", $"{seed}", "--triangles", $"{triangles}")
            .ExitCode.ShouldBe(0);
}
