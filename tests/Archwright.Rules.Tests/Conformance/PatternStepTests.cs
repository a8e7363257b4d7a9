using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>A pattern that takes a tooth's movements apart orders them itself; within one of its steps the order of the tooth holds (STG-01, STG-06).</summary>
public class PatternStepTests
{
    [Theory]
    [InlineData(MacroPattern.SpaceFirst, 6, 8, "obeyed")]
    [InlineData(MacroPattern.LevelAndAlign, 6, 8, "broken")]
    [InlineData(MacroPattern.SpaceFirst, 9, 6, "broken")]
    public void STG_06_the_order_within_a_tooth_holds_within_a_step_of_the_pattern(
        MacroPattern pattern, int intrusionFrom, int turnFrom, string state)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13).Prefer(p => p with { Staging = p.Staging with { Pattern = pattern } });
        for (int k = 1; k <= 13; k++)
        {
            plan.Move(
                13,
                k,
                torque: InFiveFrom(1, k) ? 1 : 0,
                extrusion: InFiveFrom(intrusionFrom, k) ? -0.1 : 0,
                rotation: InFiveFrom(turnFrom, k) ? 1 : 0);
        }

        PreferenceEvidence evidence = ConformanceCase.Of(plan.Build(), "staging.microOrder");

        evidence.State.ShouldBe(state, evidence.Evidence);
    }

    // Expansion takes only the posterior teeth apart: a canine that moves facially keeps its order.
    [Theory]
    [InlineData(14, "not-applicable")]
    [InlineData(13, "broken")]
    public void EXP_03_expansion_first_orders_the_posterior_teeth_it_widens(int tooth, string state)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(tooth).Prefer(p => p with { Staging = p.Staging with { Pattern = MacroPattern.ExpansionFirst } });
        for (int k = 1; k <= 10; k++)
            plan.Move(tooth, k, facial: k <= 5 ? 0.05 : 0, torque: k <= 5 ? 1 : 0, extrusion: k > 5 ? -0.1 : 0);

        PreferenceEvidence evidence = ConformanceCase.Of(plan.Build(), "staging.microOrder");

        evidence.State.ShouldBe(state, evidence.Evidence);
    }

    private static bool InFiveFrom(int first, int stage) => stage >= first && stage < first + 5;
}
