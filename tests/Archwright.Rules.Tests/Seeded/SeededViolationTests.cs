using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>
/// One violation per rule, planted in a clean plan of a whole dentition and judged the whole way of <c>check</c>: found where it is,
/// with what it measures, and nothing else with it; its nearest legal neighbour is not.
/// </summary>
public sealed class SeededViolationTests(StandingPlan clean) : IClassFixture<StandingPlan>
{
    public static TheoryData<string> Rules => [.. SeededViolation.All.Select(s => s.Rule)];

    [Fact]
    public void Every_rule_of_the_catalogue_has_a_planted_violation() =>
        SeededViolation.All.Select(s => s.Rule).Order(StringComparer.Ordinal).ShouldBe(RuleCatalogue.All.Select(r => r.Info.Id));

    [Fact]
    public void The_clean_plan_has_nothing_to_find() => clean.Base.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_planted_violation_is_found_where_it_is_and_nothing_else(string rule)
    {
        SeededViolation seed = SeededViolation.All.Single(s => s.Rule == rule);

        ImmutableArray<Finding> findings = Judged(seed, seed.Broken);

        Finding? found = findings.FirstOrDefault(f => f.Rule == rule && (seed.Tooth is null || f.Tooth == seed.Tooth));
        found.ShouldNotBeNull(string.Join('\n', findings.Select(f => $"{f.Rule} {f.Tooth} {f.Message}")));
        if (seed.Stage is { } stage)
            found.Stage.ShouldBe(stage);
        if (seed.Measured is { } measured)
            found.Measured!.Value.ShouldBe(measured, Math.Max(0.02, 0.02 * measured));
        if (seed.Limit is { } limit)
            found.Limit!.Value.ShouldBe(limit, 1e-6);
        string[] others = [.. findings.Where(f => f.Severity != FindingSeverity.Advice && f.Rule != rule).Select(f => f.Rule).Distinct().Except(seed.Also)];
        others.ShouldBeEmpty(string.Join('\n', findings.Where(f => others.Contains(f.Rule)).Select(f => f.Message)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_nearest_legal_neighbour_is_not_found(string rule)
    {
        SeededViolation seed = SeededViolation.All.Single(s => s.Rule == rule);

        Judged(seed, seed.Legal).Where(f => f.Rule == rule).Select(f => f.Message).ShouldBeEmpty();
    }

    // whatever moves is staged for a reason, but where that is what is broken
    private ImmutableArray<Finding> Judged(SeededViolation seed, Func<PlanBuilder, PlanBuilder> plant)
    {
        PlanBuilder untouched = clean.Clean();
        PlanBuilder plan = plant(untouched);
        return clean.Judge(seed.Rule == "STG002" ? plan : plan.Explained());
    }
}
