using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>Shares the trays out among the phases by what each needs most (STG-04).</summary>
internal static class PhaseShares
{
    /// <summary>The span of each phase: level and align together, then space, then detail; each on its own in the custom pattern.</summary>
    public static ImmutableSortedDictionary<StagingPhase, Window> Of(
        ImmutableArray<ToothProgram> programs,
        MacroScheme scheme,
        NeedOfParts need,
        int trays,
        AnchorageBudget anchorage,
        TreatmentPreferences preferences)
    {
        ImmutableArray<ImmutableArray<StagingPhase>> turns = Turns(scheme.Pattern, preferences.Staging);
        double[] needs = Needs(programs, scheme, turns, need, anchorage, preferences.Velocity);
        LeaveTheOverlapToTheLongest(needs, trays);
        double all = Math.Max(needs.Sum(), 1e-9);
        var shares = ImmutableSortedDictionary.CreateBuilder<StagingPhase, Window>();
        double done = 0;
        for (int t = 0; t < turns.Length; t++)
        {
            // Whole stages: a tray belongs to one phase.
            var span = new Window(
                Math.Round(trays * done / all), t == turns.Length - 1 ? trays : Math.Round(trays * (done + needs[t]) / all));
            foreach (StagingPhase phase in turns[t])
                shares[phase] = span;
            done += needs[t];
        }

        return shares.ToImmutable();
    }

    /// <summary>Trays without which no plan in which phases follow each other can do: each phase's own, one after the other.</summary>
    /// <param name="programs">Programmes in parts.</param>
    /// <param name="scheme">Its groups are not in phases.</param>
    /// <param name="need">Trays some parts of a tooth take from a stage on.</param>
    /// <param name="anchorage">What may move at once; null: anything.</param>
    /// <param name="preferences">Phase order, limits.</param>
    public static int Least(
        ImmutableArray<ToothProgram> programs, MacroScheme scheme, NeedOfParts need, AnchorageBudget? anchorage, TreatmentPreferences preferences) =>
        (int)Needs(programs, scheme, Turns(scheme.Pattern, preferences.Staging), need, anchorage, preferences.Velocity).Sum();

    /// <summary>Whole trays each turn needs: what the tooth with most to do in it needs, and what all together ask of their anchors.</summary>
    private static double[] Needs(
        ImmutableArray<ToothProgram> programs,
        MacroScheme scheme,
        ImmutableArray<ImmutableArray<StagingPhase>> turns,
        NeedOfParts need,
        AnchorageBudget? anchorage,
        VelocityPreferences limits)
    {
        var grouped = scheme.Groups.SelectMany(g => g.Members).ToHashSet();
        double[] needs = new double[turns.Length];
        int from = 0;
        for (int t = 0; t < turns.Length; t++)
        {
            ImmutableArray<int>[] parts =
            [
                .. programs.Select((program, i) => Enumerable.Range(0, program.Moves ? program.Parts.Length : 0)
                    .Where(p => turns[t].Contains(program.Parts[p].Phase) && !grouped.Contains((i, p)))
                    .ToImmutableArray()),
            ];
            int leading = Enumerable.Range(0, parts.Length).Where(i => !parts[i].IsEmpty).Select(i => need(i, parts[i], from)).DefaultIfEmpty(0).Max();
            needs[t] = Math.Max(leading, anchorage?.LeastTrays(i => programs[i].Need(parts[i], limits)) ?? 0);
            from += (int)needs[t];
        }

        return needs;
    }

    /// <summary>
    /// Where there are fewer trays than all phases need, the longest gives way: its leading teeth reach into the others, which
    /// keep what they need; unless those alone would take more than half of the trays.
    /// </summary>
    private static void LeaveTheOverlapToTheLongest(double[] needs, int trays)
    {
        int longest = Array.IndexOf(needs, needs.Max());
        double others = needs.Sum() - needs[longest];
        if (needs.Sum() > trays && others <= trays / 2.0)
            needs[longest] = trays - others;
    }

    private static ImmutableArray<ImmutableArray<StagingPhase>> Turns(MacroPattern pattern, StagingPreferences staging)
    {
        if (pattern != MacroPattern.Custom)
            return [[StagingPhase.Level, StagingPhase.Align], [StagingPhase.Space], [StagingPhase.Detail]];
        StagingPhase[] order = [.. staging.PhaseOrder.Distinct()];
        StagingPhase[] unnamed = [.. Enum.GetValues<StagingPhase>().Except(order)];
        return [.. order.Concat(unnamed).Select(p => ImmutableArray.Create(p))];
    }
}
