using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>
/// What if: one case planned under several preferences, measured once. All variants meet the same simulated patients, so that their
/// difference is the plans' own. Variants run in parallel; the result does not depend on it.
/// </summary>
/// <param name="Variants">The variants in the order given.</param>
public sealed record PlanComparison(ImmutableArray<ComparedPlan> Variants)
{
    /// <summary>The variants in the order given, each with those that dominate it.</summary>
    /// <param name="input">The case.</param>
    /// <param name="variants">Preferences to try, resolved, each with the name it was asked for by.</param>
    /// <param name="context">Progress and threads.</param>
    public static Result<PlanComparison> Run(CaseInput input, ImmutableArray<(string Name, Provenance Preferences)> variants, RunContext context)
    {
        context.Report("analysis", 0);
        Result<MeasuredCase> analysis = ArchAnalysis.Run(input, new AnalysisOptions(), context);
        if (!analysis.IsOk)
            return Result<PlanComparison>.Fail(analysis.Problems);
        context.Report("analysis", 1);

        MeasuredCase measured = TreatmentPipeline.Judged(analysis.Value, context);

        // With fewer variants than threads each variant may use several.
        var inner = new RunContext(Math.Max(1, context.Threads / Math.Max(1, variants.Length)), cancel: context.Cancel);
        var plans = new Result<TreatmentPlan>[variants.Length];
        context.Report("plans", 0);
        context.For(variants.Length, i => plans[i] = TreatmentPipeline.Run(measured, variants[i].Preferences, inner));
        context.Report("plans", 1);

        if (plans.FirstOrDefault(p => !p.IsOk) is { } failed)
            return Result<PlanComparison>.Fail(failed.Problems);
        ComparedPlan[] compared = [.. plans.Select((p, i) => ComparedPlan.Of(variants[i].Name, p.Require().Document))];
        return Result<PlanComparison>.Ok(
            new PlanComparison([.. compared.Select(c => c with { DominatedBy = [.. compared.Where(o => o.Dominates(c)).Select(o => o.Preferences)] })]),
            analysis.Problems);
    }
}
