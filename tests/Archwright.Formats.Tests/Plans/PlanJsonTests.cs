using System.Text;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Plans;

public class PlanJsonTests
{
    private static readonly string Text = Encoding.UTF8.GetString(PlanJson.Write(SamplePlan.Create()));

    [Fact]
    public void A_plan_reads_back_to_the_same_bytes()
    {
        PlanDocument read = PlanJson.Read(Encoding.UTF8.GetBytes(Text)).Require();

        Encoding.UTF8.GetString(PlanJson.Write(read)).ShouldBe(Text);
        read.Stages[1].Poses[11].T[2].ShouldBe(1.0 / 3);
        Text.ShouldContain("\"q\": [0.6, 0, 0.8, 0]");
        Text.ShouldContain("\"rootSource\": \"template\"");
        Text.ShouldContain("\"severity\": \"warning\"");
        Text.ShouldNotContain("\r");
        Text.ShouldEndWith("}\n");
    }

    [Theory]
    [InlineData("\"hasBite\": false", "\"hasBite\": false, \"hasBite\": true", "hasBite")]
    [InlineData("\"hasBite\": false", "\"hasBite\": false, \"colour\": 1", "colour")]
    [InlineData("\"hasBite\": false,", "", "hasBite")]
    [InlineData("\"caseLabel\": \"CASE-1\"", "\"caseLabel\": null", "caseLabel")]
    [InlineData("\"q\": [0.6, 0, 0.8, 0]", "\"q\": [0.6, 0, 0.8]", "$.occlusalFromScan.q")]
    [InlineData("\"q\": [0.6, 0, 0.8, 0]", "\"q\": [0.6, 0, 0.9, 0]", "unit quaternion")]
    [InlineData("\"q\": [0.6, 0, 0.8, 0]", "\"q\": [1e999, 0, 0.8, 0]", "finite")]
    [InlineData("\"orientationConfidence\": 0.9", "\"orientationConfidence\": 1e999", "orientationConfidence")]
    [InlineData("\"index\": 1", "\"index\": 2", "$.stages[1].index")]
    [InlineData("\"between\": [\n        11,\n        21\n      ],\n      \"mm\"", "\"between\": [11, 22],\n      \"mm\"", "$.ipr[0].between")]
    [InlineData("\"mesh\": \"teeth/11.ply\"", "\"mesh\": \"teeth/../../etc/passwd\"", "$.teeth[0].mesh")]
    [InlineData("\"severity\": \"warning\"", "\"severity\": \"trifle\"", "severity")]
    [InlineData("\"phases\": [\n        \"align\"\n      ]", "\"phases\": [null]", "$.stages[1].phases[0]")]
    [InlineData("\"phases\": [\n        \"align\"\n      ]", "\"phases\": null", "phases")]
    [InlineData("\"schema\": \"archwright.plan/1\"", "\"schema\": \"archwright.plan/2\"", "$.schema")]
    [InlineData("\"maxPerContactMm\": 0.3", "\"maxPerContactMm\": 3", "$.engine.preferences.ipr.maxPerContactMm")]
    public void A_change_that_breaks_the_contract_is_a_located_error(string before, string after, string place)
    {
        Text.ShouldContain(before);
        int at = Text.IndexOf(before, StringComparison.Ordinal);
        string changed = Text[..at] + after + Text[(at + before.Length)..];

        Result<PlanDocument> read = PlanJson.Read(Encoding.UTF8.GetBytes(changed));

        read.IsOk.ShouldBeFalse();
        read.Problems[0].ToString().ShouldContain(place);
        read.Problems[0].Location.ShouldStartWith("plan.json");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        byte[] deep = Encoding.ASCII.GetBytes(new string('[', 100_000));

        PlanJson.Read(deep).Problems[0].Code.ShouldBe("json-invalid");
    }

    [Fact]
    public void A_number_that_is_not_finite_is_the_callers_mistake()
    {
        PlanDocument plan = SamplePlan.Create() with { OrientationConfidence = double.NaN };

        Should.Throw<ArgumentException>(() => PlanJson.Write(plan));
    }
}
