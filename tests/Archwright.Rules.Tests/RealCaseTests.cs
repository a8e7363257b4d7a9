using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Rules.Tests;

/// <summary>A real target split evenly into trays, as naive staging does: the rules have to see what is wrong with it.</summary>
public class RealCaseTests
{
    [RealDataFact]
    public void An_even_split_of_a_crowded_lower_arch_is_found_to_do_everything_at_once_and_without_a_cause()
    {
        CaseInput input = CaseFolder.Load(RealData.Case("striar-s1"), ImportMode.Repair).Require() with { Upper = null };
        MeasuredCase measured = ArchAnalysis.Run(input, new AnalysisOptions(), new RunContext(threads: 2)).Require();
        SetupResult setup = TargetSetup.Run(measured, new TreatmentPreferences(), new RunContext(threads: 2));
        PlanView plan = EvenSplit(measured, setup, trays: 20);

        ImmutableArray<Finding> findings = RuleSet.Evaluate(plan, new RunContext(threads: 2));

        string[] rules = [.. findings.Select(f => f.Rule).Distinct()];
        rules.ShouldContain("REC001");
        rules.ShouldContain("REC005");
        rules.ShouldContain("STG001");
        rules.ShouldContain("STG002");
        rules.ShouldNotContain("STG003");
        rules.ShouldNotContain("STG004");
        findings.ShouldAllBe(f => f.Stage == null || (f.Stage >= 1 && f.Stage <= 20));
        RuleSet.Evaluate(plan).ShouldBe(findings);
    }

    private static PlanView EvenSplit(MeasuredCase measured, SetupResult setup, int trays)
    {
        ImmutableArray<Tooth> teeth = [.. measured.Teeth];
        return new PlanView
        {
            Teeth = teeth,
            Stages =
            [
                .. Enumerable.Range(0, trays + 1).Select(k => teeth.ToImmutableSortedDictionary(
                    t => t.Id,
                    t => k == 0 ? RigidTransform.Identity : ScrewMotion.Interpolate(
                        RigidTransform.Identity, setup.Target.GetValueOrDefault(t.Id, RigidTransform.Identity), t.CenterOfResistance, (double)k / trays))),
            ],
            WearDays = [0, .. Enumerable.Repeat(14, trays)],
            Ipr = [.. setup.Ipr.Select(i => new PlanIpr { Between = [i.A.Fdi, i.B.Fdi], Mm = i.Mm, Stage = 3, Cause = "test" })],
            Auxiliaries = [],
            Attachments = [],
            Events = [],
            Preferences = new TreatmentPreferences(),
            HasBite = measured.HasBite,
            Gaps = measured.Gaps,
            Shortfalls = [.. setup.Shortfalls.Select(s => new DataGap(s.Code, s.Message, s.Tooth))],
        };
    }
}
