using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Rules.Tests;

/// <summary>PRF-01, PRF-07, PRF-08: every preference is shown obeyed, broken or not applicable, with what shows it.</summary>
public class PreferenceConformanceTests
{
    public static TheoryData<string> Breakable => [.. ConformanceCase.All.Select(c => c.Option)];

    [Fact]
    public void Every_option_of_every_category_has_one_entry_in_every_plan()
    {
        var evidence = PlanEvidence.Gather(new PlanBuilder().Tooth(11).Build(), new RunContext());
        ImmutableArray<PreferenceEvidence> entries = PreferenceConformance.Of(evidence, RuleSet.Evaluate(evidence));

        entries.Select(e => e.Name).ShouldBe(PreferenceCatalogue.All.Select(o => o.Path).Order(StringComparer.Ordinal));
        entries.ShouldAllBe(e => e.Evidence.Length > 0);
        entries.ShouldAllBe(e => e.State == "obeyed" || e.State == "not-applicable");
    }

    [Fact]
    public void Every_option_has_a_seeded_violation_or_a_reason_why_no_plan_can_break_it() =>
        ConformanceCase.All.Select(c => c.Option).Concat(ConformanceCase.Unbreakable.Keys).Order(StringComparer.Ordinal)
            .ShouldBe(PreferenceCatalogue.All.Select(o => o.Path).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Breakable))]
    public void A_seeded_violation_is_found_and_named(string option)
    {
        ConformanceCase seeded = ConformanceCase.All.Single(c => c.Option == option);

        PreferenceEvidence evidence = ConformanceCase.Of(seeded.Broken.Build(), option);

        evidence.State.ShouldBe("broken", evidence.Evidence);
        evidence.Evidence.ShouldContain(seeded.Says);
    }

    [Theory]
    [MemberData(nameof(Breakable))]
    public void Its_nearest_legal_neighbour_obeys(string option)
    {
        ConformanceCase seeded = ConformanceCase.All.Single(c => c.Option == option);

        PreferenceEvidence evidence = ConformanceCase.Of(seeded.Legal.Build(), option);

        evidence.State.ShouldBe("obeyed", evidence.Evidence);
    }

    [Fact]
    public void OCC_03_the_proof_of_the_torque_presets_names_the_doctors_philosophy() =>
        ConformanceCase.Of(new PlanBuilder().Tooth(11).Prefer(p => p with { Torque = p.Torque with { Philosophy = "bioprogressive" } }).Build(), "torque.philosophy")
            .Evidence.ShouldContain("bioprogressive");

    [Fact]
    public void A_movement_no_tray_asks_for_is_not_applicable() =>
        ConformanceCase.Of(new PlanBuilder().Tooth(13).Move(13, 1, rotation: 1).Build(), "velocity.rotationMolarDeg").State.ShouldBe("not-applicable");

    [Fact]
    public void Ipr_at_one_contact_in_two_steps_counts_together() =>
        ConformanceCase.Of(new PlanBuilder().Tooth(11).Tooth(21).Ipr(11, 21, 0.2, 3).Ipr(21, 11, 0.2, 4).Build(), "ipr.maxPerContactMm")
            .State.ShouldBe("broken");
}
