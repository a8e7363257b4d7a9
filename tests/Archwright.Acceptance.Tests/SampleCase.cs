using System.Collections.Concurrent;

namespace Archwright.Acceptance.Tests;

/// <summary>Synthetic cases for acceptance, small enough to plan in seconds; each is made once and copied for every test that asks for it.</summary>
internal static class SampleCase
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Made = new(StringComparer.Ordinal);

    /// <summary>Puts a case into a folder of the test's own.</summary>
    public static void Make(string folder, string malocclusion, int seed, int triangles = 10_000)
    {
        string name = $"{malocclusion}-{seed}-{triangles}";
        ScratchFolder.Copy(Made.GetOrAdd(name, _ => new Lazy<string>(() => Synth(name, malocclusion, seed, triangles))).Value, folder);
    }

    private static string Synth(string name, string malocclusion, int seed, int triangles)
    {
        string folder = ScratchFolder.OfAll["cases", name];
        CommandLine.Archwright("synth", "-o", folder, "-m", malocclusion, "--seed", $"{seed}", "--triangles", $"{triangles}").ExitCode.ShouldBe(0);
        return folder;
    }
}
