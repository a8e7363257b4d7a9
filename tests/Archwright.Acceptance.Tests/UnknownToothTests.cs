using System.Text.Json.Nodes;

namespace Archwright.Acceptance.Tests;

/// <summary>
/// A ground tooth in a scan without labels is planned by no guessed number: it is unknown, blocks (SEG001) and is released by a person's edit (REC-07, issue
/// 4).
/// </summary>
public class UnknownToothTests
{
    [Fact]
    public void A_ground_tooth_blocks_the_plan_until_a_person_says_which_it_is()
    {
        using var scratch = new ScratchFolder();
        CommandLine.Archwright("synth", "-o", scratch["case"], "-m", "spacing", "--seed", "5", "--triangles", "14000", "--prepared", "36", "--broken", "11")
            .ExitCode.ShouldBe(0);
        foreach (string labels in Directory.GetFiles(scratch["case", "scans"], "*.labels.json"))
            File.Delete(labels);

        string[] blocked = Unknown(scratch, "blocked", null);
        blocked.Length.ShouldBe(2);
        blocked.ShouldContain(
            m => m.Contains("between 35 and 37", StringComparison.Ordinal) && m.Contains("is expected of a sound 36", StringComparison.Ordinal));
        blocked.ShouldContain(m => m.Contains("between 12 and 21", StringComparison.Ordinal) && m.Contains("labels.edits.json", StringComparison.Ordinal));
        JsonArray found = JsonNode.Parse(File.ReadAllBytes(scratch["blocked", "labels", "lower.confidence.json"]))!["teeth"]!.AsArray();
        JsonNode unknown = found.Single(t => t!["unknown"] is not null)!;
        unknown["fdi"]!.GetValue<int>().ShouldBe(36);
        unknown["unknown"]!["between"]!.AsArray().Select(b => b!.GetValue<int>()).ShouldBe([35, 37], ignoreOrder: true);
        found.Count.ShouldBe(14);

        Unknown(scratch, "confirmed", """{"kind":"confirm","fdi":36}""").ShouldHaveSingleItem().ShouldContain("between 12 and 21");
        Unknown(scratch, "renumbered", """{"kind":"confirm","fdi":36},{"kind":"renumber","fdi":11,"to":51}""").ShouldBeEmpty();
    }

    private static string[] Unknown(ScratchFolder scratch, string plan, string? edits)
    {
        if (edits is not null)
            File.WriteAllText(scratch["case", "labels.edits.json"], $$"""{"schema":"archwright.label-edits/1","by":"dentist","edits":[{{edits}}]}""");
        CommandLine.Outcome planned = CommandLine.Archwright("plan", scratch["case"], "-o", scratch[plan], "--no-models");
        planned.ExitCode.ShouldBeOneOf(0, 2);
        string[] held =
        [
            .. JsonNode.Parse(File.ReadAllBytes(scratch[plan, "plan.json"]))!["findings"]!.AsArray().Select(f => f!.AsObject())
                .Where(f => f["rule"]!.GetValue<string>() == "SEG001" && f["severity"]!.GetValue<string>() == "blocker")
                .Select(f => f["message"]!.GetValue<string>()),
        ];
        if (held.Length > 0)
            planned.ExitCode.ShouldBe(2);
        return [.. held.Where(m => m.Contains("(segment-tooth-unknown)", StringComparison.Ordinal))];
    }
}
