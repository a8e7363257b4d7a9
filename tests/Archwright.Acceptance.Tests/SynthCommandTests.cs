namespace Archwright.Acceptance.Tests;

/// <summary>Whatever the generator writes, the planner reads.</summary>
public class SynthCommandTests
{
    [Theory]
    [InlineData("severe-crowding", "18446744073709551615")]
    [InlineData("open-bite", "1")]
    public void A_case_of_any_name_and_seed_can_be_inspected(string malocclusion, string seed)
    {
        using var scratch = new ScratchFolder();
        CommandLine.Archwright("synth", "-o", scratch["case"], "-m", malocclusion, "--seed", seed, "--triangles", "40000")
            .ExitCode.ShouldBe(0);

        CommandLine.Outcome inspected = CommandLine.Archwright("inspect", scratch["case"]);

        inspected.ExitCode.ShouldBe(0, inspected.Error);
        inspected.Output.ShouldContain("bite: registered");
    }
}
