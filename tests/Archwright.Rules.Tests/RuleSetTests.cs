using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Rules.Tests;

public class RuleSetTests
{
    private static PlanView Bad() => new PlanBuilder()
        .Tooth(13).Tooth(12).Tooth(11).Tooth(21).Tooth(46).Tooth(45)
        .Move(45, 1, extrusion: 0.3)
        .Move(11, 2, rotation: 4)
        .Move(13, 1, mesial: -0.35)
        .Move(13, 3, mesial: -0.35)
        .Ipr(11, 21, 0.4, 1)
        .Gap("no-case-description", "none")
        .WearDays(7)
        .Build();

    [Fact]
    public void Findings_stand_by_severity_rule_stage_and_place_in_the_arch()
    {
        ImmutableArray<Finding> findings = RuleSet.Evaluate(Bad());

        findings.Select(f => f.Severity).ShouldBeInOrder();
        foreach (IGrouping<FindingSeverity, Finding> group in findings.GroupBy(f => f.Severity))
            group.Select(f => f.Rule).ShouldBeInOrder();
        findings.Where(f => f.Rule == "MOV010").Select(f => f.Stage).ShouldBe([1, 3]);
    }

    [Fact]
    public void The_same_plan_gives_the_same_findings_on_one_and_two_threads_and_with_teeth_shuffled()
    {
        PlanView plan = Bad();
        ImmutableArray<Finding> one = RuleSet.Evaluate(plan);

        RuleSet.Evaluate(plan, new RunContext(threads: 2)).ShouldBe(one);
        RuleSet.Evaluate(plan with { Teeth = [.. plan.Teeth.Reverse()] }).ShouldBe(one);
    }

    [Fact]
    public void A_plan_that_only_stands_still_has_no_finding()
    {
        // where the blocks stand; whole records, whole objectives
        var objectives = new CaseObjectives { OverjetMm = 0, OverbiteMm = -1, MidlineMm = 0, CanineClass = "keep" };
        PlanView plan = new PlanBuilder().Tooth(12).Tooth(11).Tooth(42).Tooth(41).Stages(1).Objectives(objectives).Build();

        RuleSet.Evaluate(plan).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_without_teeth_or_stages_is_judged_without_a_throw()
    {
        PlanView plan = new PlanBuilder().Build();

        RuleSet.Evaluate(plan with { Stages = [], WearDays = [], HasBite = false }).Select(f => f.Rule).ShouldBe(["REC001", "STG004"]);
    }

    [Fact]
    public void A_finding_says_where_its_limit_comes_from()
    {
        RuleSet.Evaluate(Bad()).ShouldAllBe(f => f.Source.Length > 10 && f.Message.EndsWith('.'));
    }
}
