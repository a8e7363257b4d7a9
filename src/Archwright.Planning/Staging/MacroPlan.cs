using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Staging;

/// <summary>
/// The macro pattern in numbers: how many trays, and in which of them each phase of each tooth runs. The stage count is the
/// least the leading tooth allows (N_LB, or the next count whose even split keeps every limit); the trays are shared out among
/// the phases by what they need most; a tooth whose part does not fit its phase's share starts earlier and ends later, just as
/// far as its own limits demand. So phases follow each other, and yet do not add up: the leading tooth works in every tray.
/// </summary>
internal sealed record MacroPlan(ImmutableArray<ToothProgram> Programs, ImmutableArray<Window> Shares, int Trays, int LowerBound, MacroPattern Pattern, ImmutableSortedSet<int> Early)
{
    private const int WideningSteps = 10;

    /// <summary>Sets the windows of all programmes.</summary>
    /// <param name="programs">Programmes, split by phase.</param>
    /// <param name="preferences">Limits and phase order.</param>
    /// <param name="pattern">How far phases overlap and how many more trays than the least there are.</param>
    /// <param name="early">Teeth whose later parts have joined alignment.</param>
    public static MacroPlan Build(
        ImmutableArray<ToothProgram> programs, TreatmentPreferences preferences, MacroPattern pattern, ImmutableSortedSet<int> early)
    {
        VelocityPreferences limits = preferences.Velocity;
        int bound = 0;
        foreach (ToothProgram program in programs.Where(p => p.Moves))
            bound = Math.Max(bound, StepLimit.LowerBound(program.Tooth, program.Target, limits));
        int trays = Math.Max(bound, programs.Any(p => p.Moves) ? 1 : 0);
        while (trays < preferences.Staging.MaxStages && !programs.All(p => !p.Moves || Even(p, trays).KeepsLimits(trays, limits)))
            trays++;
        trays = Math.Min(preferences.Staging.MaxStages, (int)Math.Ceiling((trays * pattern.Stretch) - 1e-9));

        ImmutableArray<Window> shares = ShareOut(programs, trays, limits);
        return new MacroPlan(
            [.. programs.Select(p => !p.Moves ? p : preferences.Staging.PhasesInOrder ? Fitted(p, shares, pattern.Overlap, trays, limits) : Even(p, trays))],
            shares,
            trays,
            bound,
            pattern,
            early);
    }

    private static ToothProgram Even(ToothProgram program, int trays) => program with
    {
        Windows = [.. Enumerable.Repeat(new Window(0, trays), ToothProgram.PhaseCount)],
    };

    /// <summary>The stages of each phase: level and align together, then space, then detail, each by its greatest need.</summary>
    private static ImmutableArray<Window> ShareOut(ImmutableArray<ToothProgram> programs, int trays, VelocityPreferences limits)
    {
        double Most(Phase phase) => programs.Where(p => p.Moves).Select(p => p.Need(phase, limits)).DefaultIfEmpty(0).Max();
        double align = Math.Max(Most(Phase.Level), Most(Phase.Align));
        double space = Most(Phase.Space);
        double detail = Most(Phase.Detail);
        double all = Math.Max(align + space + detail, 1e-9);
        double first = trays * align / all;
        double second = trays * (align + space) / all;
        return [new Window(0, first), new Window(0, first), new Window(first, second), new Window(second, trays)];
    }

    private static ToothProgram Fitted(
        ToothProgram program, ImmutableArray<Window> shares, double overlap, int trays, VelocityPreferences limits)
    {
        for (int step = (int)Math.Round(overlap * WideningSteps); step < WideningSteps; step++)
        {
            double share = (double)step / WideningSteps;
            ToothProgram tried = program with { Windows = [.. shares.Select(w => w.Widened(share, trays))] };
            if (tried.KeepsLimits(trays, limits))
                return tried;
        }

        return Even(program, trays);
    }
}

/// <summary>How strictly phases follow each other, and how much time there is.</summary>
/// <param name="Stretch">Trays over the least count the limits allow.</param>
/// <param name="Overlap">0: a phase reaches into another only where a tooth's limits demand it; 1: all phases run all the time.</param>
internal readonly record struct MacroPattern(double Stretch, double Overlap)
{
    /// <summary>What phases in order are worth, as a share of the plan's trays.</summary>
    private const double OrderWeight = 0.1;

    /// <summary>Cost of a run under this pattern.</summary>
    public double CostOf(StageOutcome outcome) => outcome.Cost + (OrderWeight * Overlap);

    /// <summary>The least cost a run under this pattern can have.</summary>
    public double LeastCost => Stretch - 1 + (OrderWeight * Overlap);
}
