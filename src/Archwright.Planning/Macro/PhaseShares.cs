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
        TreatmentPreferences preferences)
    {
        ImmutableArray<ImmutableArray<StagingPhase>> turns = Turns(scheme.Pattern, preferences.Staging);
        double[] needs = Needs(programs, scheme, turns, need);
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
    /// <param name="preferences">Phase order.</param>
    public static int Least(
        ImmutableArray<ToothProgram> programs, MacroScheme scheme, NeedOfParts need, TreatmentPreferences preferences) =>
        (int)Needs(programs, scheme, Turns(scheme.Pattern, preferences.Staging), need).Sum();

    /// <summary>Whole trays each turn needs: what the tooth with most to do in it needs.</summary>
    private static double[] Needs(
        ImmutableArray<ToothProgram> programs,
        MacroScheme scheme,
        ImmutableArray<ImmutableArray<StagingPhase>> turns,
        NeedOfParts need)
    {
        var grouped = scheme.Groups.SelectMany(g => g.Members).ToHashSet();
        double Need(ImmutableArray<StagingPhase> turn, int tooth, int from)
        {
            ImmutableArray<int> parts =
            [
                .. Enumerable.Range(0, programs[tooth].Parts.Length)
                    .Where(p => turn.Contains(programs[tooth].Parts[p].Phase) && !grouped.Contains((tooth, p))),
            ];
            return parts.IsEmpty ? 0 : need(tooth, parts, from);
        }

        double[] needs = new double[turns.Length];
        int from = 0;
        for (int t = 0; t < turns.Length; t++)
        {
            needs[t] = Enumerable.Range(0, programs.Length).Where(i => programs[i].Moves).Select(i => Need(turns[t], i, from)).DefaultIfEmpty(0).Max();
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
