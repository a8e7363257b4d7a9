using System.Text.Json;
using Archwright.TestKit;

namespace Archwright.Acceptance.Tests;

/// <summary>The sample of ANC-07, crowding and Class II in an adult, as its page says: what the plan has to look like.</summary>
public sealed class CrowdedClassTwoTests(CrowdedClassTwoTests.SamplePlan sample) : IClassFixture<CrowdedClassTwoTests.SamplePlan>
{
    private readonly JsonElement _plan = sample.Plan;

    /// <summary>The sample as its page has it, planned once.</summary>
    public sealed class SamplePlan : IDisposable
    {
        private readonly ScratchFolder _scratch = new();

        public SamplePlan()
        {
            CommandLine.Archwright("synth", "-o", _scratch["case"], "-m", "crowded-class2", "--seed", "11", "--triangles", "20000").ExitCode.ShouldBe(0);
            foreach (string file in new[] { "case.json", "preferences.json" })
                File.Copy(RepositoryRoot.Combine("samples", "crowded-class-two", file), _scratch["case", file], overwrite: true);
            CommandLine.Archwright("plan", _scratch["case"], "-o", _scratch["plan"], "--no-models").ExitCode.ShouldBeOneOf(0, 2);
            Plan = JsonDocument.Parse(File.ReadAllBytes(_scratch["plan", "plan.json"])).RootElement;
        }

        public JsonElement Plan { get; }

        public void Dispose() => _scratch.Dispose();
    }

    [Fact]
    public void It_is_planned_as_the_protocol_says()
    {
        // ANC-07, ANC-05, ANC-06: the named strategy stands in the header
        _plan.GetProperty("engine").GetProperty("preferencesChain").EnumerateArray().Select(p => p.GetProperty("id").GetString())
            .ShouldBe(["base", "slow-and-safe", "adult", "crowded-class-two"]);
        JsonElement strategy = _plan.GetProperty("strategy");
        strategy.GetProperty("pattern").GetString().ShouldBe("sequential-distalisation");
        strategy.GetProperty("classTwo").GetString().ShouldBe("sequential-distalisation");
        Evidence("classTwo.strategy").State.ShouldBe("obeyed");
        Evidence("staging.pattern").State.ShouldBe("obeyed");

        // IPR-01: enamel not before stage 3, by this protocol not before stage 6
        _plan.GetProperty("ipr").EnumerateArray().Select(i => i.GetProperty("stage").GetInt32()).ShouldAllBe(stage => stage >= 6);

        // ANC-03: anchors stand within their bound
        strategy.GetProperty("groups").EnumerateArray().ShouldContain(g => g.GetProperty("role").GetString() == "anchor");
        Evidence("anchorage.anchorMovementMaxMm").State.ShouldBe("obeyed");
        Evidence("anchorage.reactionRatioMax").State.ShouldBe("obeyed");

        // low velocity; OCC-02: torque presets
        foreach (JsonElement p in _plan.GetProperty("preferences").EnumerateArray())
        {
            string name = p.GetProperty("name").GetString()!;
            if (name.StartsWith("velocity.", StringComparison.Ordinal) || name.StartsWith("torque.", StringComparison.Ordinal))
                p.GetProperty("state").GetString().ShouldNotBe("broken", name);
        }

        // ATT-12: attachments come with their movements, none before stage 3
        JsonElement[] attachments = [.. _plan.GetProperty("attachments").EnumerateArray()];
        attachments.ShouldNotBeEmpty();
        attachments.Select(a => a.GetProperty("on").GetInt32()).ShouldAllBe(stage => stage >= 3);
        attachments.Select(a => a.GetProperty("on").GetInt32()).Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void The_discrepancy_between_centric_relation_and_the_bite_is_read_tracked_and_reported()
    {
        // ANC-07, OCC-05: a record of 1.5 mm, followed through every stage
        JsonElement bite = _plan.GetProperty("bite");
        bite.GetProperty("isCentricTracked").GetBoolean().ShouldBeTrue();
        bite.GetProperty("slideDoubtMm").GetDouble().ShouldBeInRange(0, 1);
        JsonElement[] stages = [.. bite.GetProperty("stages").EnumerateArray()];
        stages.Length.ShouldBe(_plan.GetProperty("stages").GetArrayLength());
        JsonElement start = stages[0].GetProperty("slide");
        start.GetProperty("forwardMm").GetDouble().ShouldBeInRange(1.3, 2.2);
        start.GetProperty("contacts").GetArrayLength().ShouldBeGreaterThan(0);
        stages.ShouldAllBe(s => s.GetProperty("slide").ValueKind == JsonValueKind.Object && s.GetProperty("contacts").GetArrayLength() > 0);

        // the plan is drawn in the scanned bite, and the slide it leaves is said
        JsonElement left = _plan.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("rule").GetString() == "OCC002");
        left.GetProperty("measured").GetDouble().ShouldBe(stages[^1].GetProperty("slide").GetProperty("mm").GetDouble(), 1e-6);
        Evidence("biteRamps.centricSlideMm").State.ShouldBe("broken");
        Evidence("biteRamps.unintendedShiftMm").State.ShouldBe("obeyed");
        _plan.GetProperty("summary").GetProperty("complexity").GetProperty("parts").EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "centric-shift").GetProperty("points").GetInt32().ShouldBe(2);
    }

    private (string State, string Text) Evidence(string name)
    {
        JsonElement entry = _plan.GetProperty("preferences").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);
        return (entry.GetProperty("state").GetString()!, entry.GetProperty("evidence").GetString()!);
    }
}
