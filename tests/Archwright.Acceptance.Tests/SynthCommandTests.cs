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

    [Theory]
    [InlineData("named more than once", "--prepared", "16", "--broken", "16")]
    [InlineData("--third-molars", "--broken", "18")]
    [InlineData("--prepared takes FDI numbers", "--prepared", "19")]
    [InlineData("--abutment takes FDI numbers", "--abutment", "55")]
    public void A_damaged_tooth_that_cannot_be_made_is_wrong_usage(string says, params string[] damaged)
    {
        using var scratch = new ScratchFolder();
        CommandLine.Outcome result = CommandLine.Archwright(["synth", "-o", scratch["case"], .. damaged]);

        result.ExitCode.ShouldBe(4, result.Error);
        result.Error.ShouldContain(says);
        Directory.Exists(scratch["case"]).ShouldBeFalse();
    }
}
