using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Planning.Tests.Staging;

/// <summary>Whole dentitions of the sweep over patterns in which staging went wrong.</summary>
public class SyntheticStagingTests
{
    private static (MeasuredCase Case, StagingResult Plan) Stage(SynthesisOptions dentition, MacroPattern pattern)
    {
        var context = new RunContext();
        CaseInput input = SyntheticDentition.Create(dentition with { TrianglesPerArch = 10_000 }, context).ToCaseInput();
        MeasuredCase measured = ArchAnalysis.Run(input, new AnalysisOptions(), context).Require();
        var preferences = new TreatmentPreferences();
        preferences = preferences with { Staging = preferences.Staging with { Pattern = pattern } };
        return (measured, Stager.Run(measured, TargetSetup.Run(measured, preferences, context), preferences, context));
    }

    /// <summary>A tooth whose turn has not come was pushed aside by less than a detour's worth: four steps told of nothing.</summary>
    [Fact]
    public void STG_11_a_step_of_some_micrometres_has_its_cause_too()
    {
        (MeasuredCase measured, StagingResult plan) = Stage(SynthesisPresets.ClassII(2000), MacroPattern.DeepBite);
        plan.Events.ShouldAllBe(e => e.Cause.Length > 0 && e.From <= e.To && e.To < plan.Stages.Length);
        foreach (Tooth t in measured.Teeth)
        {
            PlanEvent[] own = [.. plan.Events.Where(e => e.Fdi == t.Id.Fdi && e.Kind is "start" or "detour")];
            for (int k = 1; k < plan.Stages.Length; k++)
            {
                Vec3 point = t.Landmarks.OcclusalPoint;
                double moved = Vec3.Distance(plan.Stages[k][t.Id].Apply(point), plan.Stages[k - 1][t.Id].Apply(point));
                if (moved > 0.002)
                    own.ShouldContain(e => e.From <= k && k <= e.To, $"{t.Id} moves {moved} in stage {k}");
            }
        }
    }

    /// <summary>Premolars were to go first, canines that waited for them stood in their way, and all stood to the end.</summary>
    [Fact]
    public void A_tooth_does_not_wait_for_one_that_it_keeps_from_going_itself()
    {
        StagingResult plan = Stage(SynthesisPresets.MildCrowding(2027), MacroPattern.ExpansionFirst).Plan;
        plan.Shortfalls.ShouldNotContain(s => s.Code == "staging-ended-early");
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(1.3 * plan.Strategy.LowerBound);
    }

    /// <summary>Incisors passing each other shifted one that was back already: the anchors stopped each time, and waited for the last hundredths of all.</summary>
    [Fact]
    public void ANC_03_posterior_teeth_whose_turn_has_come_go_on()
    {
        SynthesisOptions extracted = SynthesisPresets.SevereCrowding(5029) with { Missing = [.. new[] { 14, 24, 34, 44 }.Select(ToothId.FromFdi)] };
        (MeasuredCase measured, StagingResult plan) = Stage(extracted, MacroPattern.AnteriorRetraction);
        (plan.Stages.Length - 1.0).ShouldBeLessThanOrEqualTo(1.15 * plan.Strategy.LowerBound);
        foreach (ToothId molar in measured.Teeth.Where(t => t.Id is { Jaw: Jaw.Upper, Class: ToothClass.Molar }).Select(t => t.Id))
        {
            bool[] moves = [.. plan.Stages.Zip(plan.Stages.Skip(1), (a, b) => a[molar] != b[molar])];
            moves.SkipWhile(m => !m).TakeWhile(m => m).Count().ShouldBe(moves.Count(m => m), $"{molar} stops on its way");
        }
    }
}
