using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>PRF-01, PRF-07: each preference is shown obeyed, broken or not applicable.</summary>
public class PreferenceConformanceTests
{
    [Fact]
    public void A_tray_beyond_the_limit_breaks_its_preference_and_names_tooth_and_stage()
    {
        PlanView plan = new PlanBuilder().Tooth(13).Move(13, 2, rotation: 1.6).Build();

        PreferenceEvidence evidence = Of(plan, "velocity.rotationCaninePremolarDeg");

        evidence.State.ShouldBe("broken");
        evidence.Evidence.ShouldContain("13");
        evidence.Evidence.ShouldContain("stage 2");
    }

    [Fact]
    public void A_tray_at_the_limit_obeys() =>
        Of(new PlanBuilder().Tooth(13).Move(13, 1, rotation: 1.5).Build(), "velocity.rotationCaninePremolarDeg").State.ShouldBe("obeyed");

    [Fact]
    public void A_movement_no_tray_asks_for_is_not_applicable() =>
        Of(new PlanBuilder().Tooth(13).Move(13, 1, rotation: 1).Build(), "velocity.rotationMolarDeg").State.ShouldBe("not-applicable");

    [Fact]
    public void Ipr_before_its_earliest_stage_breaks_the_preference()
    {
        Of(new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.2, 2).Build(), "ipr.earliestStage").State.ShouldBe("broken");
        Of(new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.2, 3).Build(), "ipr.earliestStage").State.ShouldBe("obeyed");
    }

    [Fact]
    public void Ipr_at_one_contact_in_two_steps_counts_together()
    {
        PlanView plan = new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.2, 3).Ipr(21, 11, 0.2, 4).Build();

        Of(plan, "ipr.maxPerContactMm").State.ShouldBe("broken");
    }

    [Fact]
    public void Canines_driven_apart_beyond_the_limit_break_the_expansion_preference()
    {
        double half = new ExpansionPreferences().CanineMaxMm / 2;

        Of(Apart(half + 0.05), "expansion.canineMaxMm").State.ShouldBe("broken");
        Of(Apart(half - 0.05), "expansion.canineMaxMm").State.ShouldBe("obeyed");
    }

    [Fact]
    public void Every_preference_is_named_once()
    {
        string[] names = [.. PreferenceConformance.Of(new PlanBuilder().Tooth(11).Build()).Select(e => e.Name)];

        names.Distinct().Count().ShouldBe(names.Length);
        names.Count(n => n.StartsWith("velocity.", StringComparison.Ordinal))
            .ShouldBe(typeof(VelocityPreferences).GetProperties().Count(p => p.PropertyType == typeof(double)));
    }

    // The test teeth stand in a straight row, so distal movement of both canines widens the arch.
    private static PlanView Apart(double eachMm) =>
        new PlanBuilder().Tooth(13).Tooth(23).Move(13, 1, mesial: -eachMm).Move(23, 1, mesial: -eachMm).Build();

    private static PreferenceEvidence Of(PlanView plan, string name) =>
        PreferenceConformance.Of(plan).Single(e => e.Name == name);
}
