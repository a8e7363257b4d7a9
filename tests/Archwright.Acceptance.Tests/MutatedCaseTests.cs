namespace Archwright.Acceptance.Tests;

/// <summary>
/// Damaged scans, labels, cases, folders and plans through the whole program: no crash, no hang, no refusal without a
/// place, nothing half-written. <c>eng/mutate.sh</c> runs all ten thousand of which this is a sample.
/// </summary>
public class MutatedCaseTests
{
    [Fact]
    public void A_damaged_case_ends_with_a_plan_or_a_refusal_that_says_where()
    {
        CommandLine.Outcome swept = CommandLine.Run(
            "dotnet", Path.Combine(AppContext.BaseDirectory, "Archwright.Mutations.dll"), "--from", "0", "--count", "300", "--small");

        swept.ExitCode.ShouldBe(0, swept.Output + swept.Error);
        swept.Output.ShouldContain("| all | 300 |");
    }
}
