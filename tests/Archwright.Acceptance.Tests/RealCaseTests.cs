using System.Text.Json;
using Archwright.TestKit;

namespace Archwright.Acceptance.Tests;

/// <summary>
/// Every real case plans, and no tray of it breaks a limit, drives teeth into each other or overloads its anchors (VEL-18, CHK-01, CHK-02, ANC-03).
/// </summary>
public class RealCaseTests
{
    public static TheoryData<string> Cases => [.. RealData.CaseIds.DefaultIfEmpty("none")];

    [RealDataTheory]
    [MemberData(nameof(Cases))]
    public void Plans_and_verifies(string id)
    {
        using var scratch = new ScratchFolder();

        CommandLine.Outcome planned = CommandLine.Archwright("plan", RealData.Case(id), "-o", scratch["plan"], "--no-models");
        CommandLine.Outcome verified = CommandLine.Archwright("verify", scratch["plan"], "--json");

        planned.ExitCode.ShouldBeOneOf(0, 2);
        verified.ExitCode.ShouldBe(planned.ExitCode, verified.Error);
        using JsonDocument judged = JsonDocument.Parse(verified.Output);
        judged.RootElement.GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("severity").GetString() == "blocker")
            .Select(f => f.GetProperty("message").GetString() + " " + f.GetProperty("rule").GetString())
            .Where(m => m.Contains("MOV", StringComparison.Ordinal) || m.Contains("COL", StringComparison.Ordinal))
            .ShouldBeEmpty();
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllBytes(scratch["plan", "plan.json"]));
        JsonElement reaction = plan.RootElement.GetProperty("preferences").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "anchorage.reactionRatioMax");
        reaction.GetProperty("state").GetString().ShouldNotBe("broken", reaction.GetProperty("evidence").GetString());
    }
}
