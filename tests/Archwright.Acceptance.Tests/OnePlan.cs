namespace Archwright.Acceptance.Tests;

/// <summary>A small plan, made once for all tests that edit copies of it.</summary>
public sealed class OnePlan : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public OnePlan()
    {
        SampleCase.Make(_scratch["case"], "ideal", seed: 6, triangles: 20_000);
        CommandLine.Archwright("plan", _scratch["case"], "-o", Folder, "--no-models").ExitCode.ShouldBeOneOf(0, 2);
    }

    public string Folder => _scratch["plan"];

    public void Dispose() => _scratch.Dispose();
}

[CollectionDefinition(nameof(OnePlan))]
public sealed class OnePlanOfAll : ICollectionFixture<OnePlan>;
