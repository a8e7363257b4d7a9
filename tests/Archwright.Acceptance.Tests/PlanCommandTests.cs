using System.Text.Json;

namespace Archwright.Acceptance.Tests;

/// <summary>A case folder to a plan folder, through the real program (CHK-03, STG-09, OUT-01).</summary>
public class PlanCommandTests
{
    [Fact]
    public void A_synthetic_case_becomes_a_whole_plan_folder_that_verifies()
    {
        SamplePlan crowded = SamplePlan.Crowded;

        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(crowded.Folder, "plan.json")));
        int stages = plan.RootElement.GetProperty("stages").GetArrayLength();
        stages.ShouldBeGreaterThan(3);
        plan.RootElement.GetProperty("summary").GetProperty("state").GetString().ShouldBe("initial");
        Directory.GetFiles(Path.Combine(crowded.Folder, "teeth"), "*.ply").Length.ShouldBe(plan.RootElement.GetProperty("teeth").GetArrayLength());
        Directory.GetFiles(Path.Combine(crowded.Folder, "models"), "upper-*.stl").Length.ShouldBe(stages);
        Directory.GetFiles(Path.Combine(crowded.Folder, "models"), "lower-*.stl").Length.ShouldBe(stages);
        File.ReadAllText(Path.Combine(crowded.Folder, "review.html")).ShouldContain("archwright.review/1");
        Directory.GetFileSystemEntries(crowded.Root).Length.ShouldBe(2);
        CommandLine.Archwright("verify", crowded.Folder).ExitCode.ShouldBe(crowded.Planned.ExitCode);
    }

    [Fact]
    public void An_edited_tooth_is_a_blocking_finding_of_verify()
    {
        using var scratch = new ScratchFolder();
        PlanCopy.Into(scratch);
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
        CommandLine.Outcome planned = SamplePlan.Ideal.Planned;

        planned.Output.ShouldStartWith("initial plan:");
        planned.Output.ShouldNotContain("\u001b");
        planned.Error.ShouldNotContain("\u001b");
    }
}
