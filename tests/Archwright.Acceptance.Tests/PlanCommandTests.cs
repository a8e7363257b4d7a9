using System.Text.Json;

namespace Archwright.Acceptance.Tests;

/// <summary>A case folder to a plan folder, through the real program (CHK-03, STG-09, OUT-01).</summary>
public class PlanCommandTests
{
    [Fact]
    public void A_synthetic_case_becomes_a_whole_plan_folder_that_verifies()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "crowding", seed: 3);

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"]);

        planned.ExitCode.ShouldBeOneOf(0, 2);
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(scratch["plan", "plan.json"]));
        int stages = plan.RootElement.GetProperty("stages").GetArrayLength();
        stages.ShouldBeGreaterThan(3);
        plan.RootElement.GetProperty("summary").GetProperty("state").GetString().ShouldBe("initial");
        Directory.GetFiles(scratch["plan", "teeth"], "*.ply").Length.ShouldBe(plan.RootElement.GetProperty("teeth").GetArrayLength());
        Directory.GetFiles(scratch["plan", "models"], "upper-*.stl").Length.ShouldBe(stages);
        Directory.GetFiles(scratch["plan", "models"], "lower-*.stl").Length.ShouldBe(stages);
        File.ReadAllText(scratch["plan", "review.html"]).ShouldContain("archwright.review/1");
        Directory.GetFileSystemEntries(scratch.Root).Length.ShouldBe(2);
        CommandLine.Archwright("verify", scratch["plan"]).ExitCode.ShouldBe(planned.ExitCode);
    }

    [Fact]
    public void An_edited_tooth_is_a_blocking_finding_of_verify()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "crowding", seed: 4);
        CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--no-models").ExitCode.ShouldBeOneOf(0, 2);
        string tooth = Directory.GetFiles(scratch["plan", "teeth"]).Order(StringComparer.Ordinal).First();
        byte[] bytes = File.ReadAllBytes(tooth);
        bytes[^1] ^= 1;
        File.WriteAllBytes(tooth, bytes);

        CommandLine.Outcome verified = CommandLine.Archwright("verify", scratch["plan"], "--json");

        verified.ExitCode.ShouldBe(2);
        using JsonDocument findings = JsonDocument.Parse(verified.Output);
        findings.RootElement.GetProperty("findings").EnumerateArray()
            .Count(f => f.GetProperty("rule").GetString() == "PLN000").ShouldBe(1);
    }

    [Fact]
    public void Output_that_is_piped_is_plain_text()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 5);

        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--no-models");

        planned.Output.ShouldStartWith("initial plan:");
        planned.Output.ShouldNotContain("\u001b");
        planned.Error.ShouldNotContain("\u001b");
    }
}
