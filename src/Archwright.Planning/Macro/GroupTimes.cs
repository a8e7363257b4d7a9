using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// When the groups of a pattern start, and by when those that others wait for must have gone their share: the critical path
/// of the sequence, with the trays each tooth's parts need as lengths. Its length is the pattern's lower bound.
/// </summary>
internal sealed class GroupTimes
{
    private readonly ImmutableArray<ToothProgram> _programs;
    private readonly ImmutableArray<MacroGroup> _groups;
    private readonly ImmutableDictionary<(int Tooth, int Part), int> _groupOf;
    private readonly ImmutableHashSet<(int Tooth, int Part)> _awaited;
    private readonly ImmutableHashSet<(int Tooth, int Part)> _paced;
    private readonly int[] _least;
    private readonly int[] _chain;
    private readonly int[] _length;
    private readonly double[] _start;
    private readonly double[] _end;
    private readonly int _trays;

    private GroupTimes(
        ImmutableArray<ToothProgram> programs,
        ImmutableArray<MacroGroup> groups,
        int[] least,
        int[] chain,
        int[] length,
        int lowerBound,
        int trays)
    {
        _programs = programs;
        _groups = groups;
        _least = least;
        _chain = chain;
        _length = length;
        _trays = trays;
        LowerBound = lowerBound;
        _groupOf = groups.SelectMany((g, i) => g.Members.Select(m => KeyValuePair.Create(m, i))).ToImmutableDictionary();
        _awaited = [.. groups.SelectMany(g => g.After).Distinct().SelectMany(a => groups[a].Leads)];
        _paced = [.. groups.Where(g => g.Share < 1).SelectMany(g => g.After).Distinct().SelectMany(a => groups[a].Leads)];
        _start = new double[groups.Length];
        _end = new double[groups.Length];
        for (int g = 0; g < groups.Length; g++)
        {
            double room = Math.Max(1, (double)trays / Math.Max(1, length[chain[g]]));
            _start[g] = Math.Floor((least[g] * room) + 1e-9);
            _end[g] = trays;
        }

        for (int g = 0; g < groups.Length; g++)
        {
            foreach (int a in groups[g].After.Where(_ => groups[g].Share > 0))
            {
                double start = Math.Max(_start[a], Wait(programs, groups[a].Leads));
                _end[a] = Math.Min(_end[a], start + Math.Max(1, (_start[g] - start) / groups[g].Share));
            }
        }
    }

    /// <summary>Trays without which no plan in this sequence can do: 0 where there are no groups.</summary>
    public int LowerBound { get; }

    /// <summary>The critical path: its bound by the limits as they are, its starts by the share of them that steps use.</summary>
    /// <param name="programs">Programmes in parts.</param>
    /// <param name="groups">The pattern's groups.</param>
    /// <param name="need">Trays parts of one tooth take when they start together.</param>
    /// <param name="limits">Limits.</param>
    public static GroupTimes Of(
        ImmutableArray<ToothProgram> programs, ImmutableArray<MacroGroup> groups, NeedOfParts need, VelocityPreferences limits)
    {
        int bound = Path(programs, groups, need, limits, 1).Length.DefaultIfEmpty(0).Max();
        (int[] least, int[] chain, int[] length) = Path(programs, groups, need, limits, StepLimit.MaxUtilisation);
        return new GroupTimes(programs, groups, least, chain, length, bound, 0);
    }

    /// <summary>Trays the sequence takes with the steps staging makes.</summary>
    public int Length => _length.DefaultIfEmpty(0).Max();

    /// <summary>The same sequence with all the time there is.</summary>
    public GroupTimes StretchedTo(int trays) => new(_programs, _groups, _least, _chain, _length, LowerBound, trays);

    /// <summary>The group a part belongs to, or −1.</summary>
    public int GroupOf(int tooth, int part) => _groupOf.GetValueOrDefault((tooth, part), -1);

    /// <summary>True where others wait for the part.</summary>
    public bool IsAwaited(int tooth, int part) => _awaited.Contains((tooth, part));

    /// <summary>True where others wait for a share of the part's way, so that it takes its whole span at an even rate.</summary>
    public bool IsPaced(int tooth, int part) => _paced.Contains((tooth, part));

    /// <summary>The stages a part may run in.</summary>
    public Window SpanOf(int tooth, int part)
    {
        int group = GroupOf(tooth, part);
        if (group < 0)
            return new Window(0, _trays);
        return new Window(_start[group], IsAwaited(tooth, part) ? _end[group] : _trays);
    }

    /// <summary>Last stage before a group starts.</summary>
    public int StartOf(int group) => (int)_start[group];

    /// <summary>Last stage before the first group starts that waits for the part's own; the last of all where none does.</summary>
    public double NextStart(int tooth, int part)
    {
        int own = GroupOf(tooth, part);
        return Enumerable.Range(0, _groups.Length).Where(g => _groups[g].After.Contains(own)).Select(g => _start[g]).DefaultIfEmpty(_trays).Min();
    }

    /// <summary>Share of a part's way that the groups which wait for it wait for, the most of all; 0 where none does.</summary>
    public double AwaitedShare(int tooth, int part)
    {
        int own = GroupOf(tooth, part);
        return _groups.Where(g => g.After.Contains(own)).Select(g => g.Share).DefaultIfEmpty(0).Max();
    }

    private static (int[] Least, int[] Chain, int[] Length) Path(
        ImmutableArray<ToothProgram> programs,
        ImmutableArray<MacroGroup> groups,
        NeedOfParts need,
        VelocityPreferences limits,
        double utilisation)
    {
        int[] least = new int[groups.Length];
        int[] chain = [.. Enumerable.Range(0, groups.Length)];
        for (int g = 0; g < groups.Length; g++)
        {
            foreach (int a in groups[g].After)
            {
                least[g] = Math.Max(least[g], least[a] + Lead(programs, groups[a], least[a], groups[g].Share, utilisation, need, limits));
                Join(chain, a, g);
            }
        }

        int[] length = new int[groups.Length];
        var groupOf = groups.SelectMany((g, i) => g.Members.Select(m => KeyValuePair.Create(m, i))).ToImmutableDictionary();
        for (int i = 0; i < programs.Length; i++)
        {
            int[] starts = [.. programs[i].Parts.Select((_, p) => groupOf.TryGetValue((i, p), out int g) ? least[g] : 0)];
            foreach (int from in starts.Distinct())
            {
                int[] later = [.. Enumerable.Range(0, starts.Length).Where(p => starts[p] >= from && groupOf.ContainsKey((i, p)))];
                ImmutableArray<int> begun = [.. later.Where(p => starts[p] == from)];
                int together = MicroSchedule.TogetherTrays(programs[i], [.. later], from, limits, utilisation);
                int end = from + Math.Max(together, begun.IsEmpty ? 0 : need(i, begun, from));
                foreach (int p in later)
                    length[chain[groupOf[(i, p)]]] = Math.Max(length[chain[groupOf[(i, p)]]], end);
            }
        }

        return (least, chain, length);
    }

    /// <summary>Whole trays after which the leads of a group can have gone a share of their way; for the whole of it, in their order.</summary>
    private static int Lead(
        ImmutableArray<ToothProgram> programs,
        MacroGroup group,
        int from,
        double share,
        double utilisation,
        NeedOfParts need,
        VelocityPreferences limits) =>
        group.Leads
            .GroupBy(l => l.Tooth)
            .Select(l => share < 1
                ? Math.Max(0, Wait(programs, l) - from)
                    + (int)Math.Ceiling((share / utilisation * programs[l.Key].Need(l.Select(m => m.Part), limits)) - 1e-9)
                : need(l.Key, [.. l.Select(m => m.Part)], from))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Stage through which the last of some parts waits for its attachment.</summary>
    private static int Wait(ImmutableArray<ToothProgram> programs, IEnumerable<(int Tooth, int Part)> parts) =>
        parts.Select(m => programs[m.Tooth].Parts[m.Part].WaitsUntil).DefaultIfEmpty(0).Max();

    private static void Join(int[] chain, int a, int b)
    {
        (int keep, int drop) = (Math.Min(chain[a], chain[b]), Math.Max(chain[a], chain[b]));
        for (int i = 0; i < chain.Length; i++)
        {
            if (chain[i] == drop)
                chain[i] = keep;
        }
    }
}
