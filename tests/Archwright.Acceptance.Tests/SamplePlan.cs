namespace Archwright.Acceptance.Tests;

/// <summary>A small case that is planned once, for all tests that look at the plan or edit copies of it; nobody writes into its folder.</summary>
/// <param name="Root">Holds the case, the plan and nothing else.</param>
/// <param name="Planned">What the program said.</param>
internal sealed record SamplePlan(string Root, CommandLine.Outcome Planned)
{
    private static readonly Lazy<SamplePlan> IdealPlan = new(() => Make("ideal", 6, 20_000, "--no-models"));
    private static readonly Lazy<SamplePlan> CrowdedPlan = new(() => Make("crowding", 3, 10_000, "--threads", "1"));

    /// <summary>A dentition that is nearly as it should be; without models.</summary>
    public static SamplePlan Ideal => IdealPlan.Value;

    /// <summary>Crowding, with the printable models, planned on one thread.</summary>
    public static SamplePlan Crowded => CrowdedPlan.Value;

    /// <summary>The case folder.</summary>
    public string Case => Path.Combine(Root, "case");

    /// <summary>The plan folder.</summary>
    public string Folder => Path.Combine(Root, "plan");

    private static SamplePlan Make(string malocclusion, int seed, int triangles, params string[] options)
    {
        string root = ScratchFolder.OfAll["plans", malocclusion];
        SampleCase.Make(Path.Combine(root, "case"), malocclusion, seed, triangles);
        CommandLine.Outcome planned = CommandLine.Archwright(["plan", Path.Combine(root, "case"), "-o", Path.Combine(root, "plan"), .. options]);
        planned.ExitCode.ShouldBeOneOf(0, 2);
        return new SamplePlan(root, planned);
    }
}
