using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>
/// The macro patterns as lists of groups (STG-01, STG-02, ANC-01). Sources: sequence of distalisation, space before rotation,
/// canines and incisors intruded in turn: clinical.md 3.2 (Martínez-Lozano 2024, doi 10.3390/app14156690); phases STG-04.
/// </summary>
internal static class MacroPatterns
{
    /// <summary>The groups of a chosen pattern; none where phases alone give the order.</summary>
    public static MacroScheme Of(PatternChoice choice, ImmutableArray<ArchMoves> arches, TreatmentPreferences preferences)
    {
        var groups = new List<MacroGroup>();
        foreach (ArchMoves arch in arches)
        {
            switch (choice.Pattern)
            {
                case MacroPattern.SequentialDistalisation when arch.Jaw == Jaw.Upper:
                    Distalise(groups, arch, preferences);
                    break;
                case MacroPattern.AnteriorRetraction when arch.RetractsIntoSpace():
                    Retract(groups, arch, preferences);
                    break;
                case MacroPattern.SpaceFirst:
                    SpaceFirst(groups, arch, preferences);
                    break;
                case MacroPattern.ExpansionFirst:
                    ExpandFirst(groups, arch, preferences);
                    break;
                case MacroPattern.DeepBite when arch.IntrudesFront(0):
                    IntrudeInTurn(groups, arch, preferences);
                    break;
                default:
                    break;
            }

            if (preferences.Anchorage.HoldMolarsWhileAligning && !groups.SelectMany(g => g.Members).Any(m => arch.Teeth.Contains(m.Tooth)))
                HoldMolars(groups, arch);
        }

        return new MacroScheme(choice.Pattern, [.. groups], choice.Reason);
    }

    private static void Distalise(List<MacroGroup> groups, ArchMoves arch, TreatmentPreferences preferences)
    {
        double share = preferences.ClassTwo.NextStartsAtShare;
        var canines = new List<int>();
        foreach (ImmutableArray<int> chain in arch.DistalChains())
        {
            int before = -1;
            foreach (int tooth in chain)
            {
                ToothId id = arch.Programs[tooth].Tooth.Id;
                bool distal = arch.Programs[tooth].Total.Mesial < 0;
                groups.Add(new MacroGroup(
                    $"distalise {id}",
                    All(arch, [tooth]),
                    before < 0
                        ? "sequential distalisation starts with the last molar (ANC-01)"
                        : $"sequential distalisation: starts when {Names(arch, groups[before])} has gone {share:P0} of its way (classTwo.nextStartsAtShare, ANC-01)")
                {
                    After = before < 0 ? [] : [before],
                    Share = share,
                    Leads = distal ? Where(arch, [tooth], p => p.IsAlong) : [],
                    MakesSpace = distal,
                });
                before = groups.Count - 1;
            }

            canines.Add(before);
        }

        int[] incisors = [.. arch.Teeth.Where(i => arch.Position(i) <= 2 && arch.Programs[i].Moves)];
        if (canines.Count > 0 && incisors.Length > 0)
        {
            groups.Add(new MacroGroup("retract incisors", All(arch, incisors), "sequential distalisation: incisors follow the canines (ANC-01)")
            {
                After = [.. canines],
                Share = share,
            });
        }
    }

    private static void Retract(List<MacroGroup> groups, ArchMoves arch, TreatmentPreferences preferences)
    {
        (bool Right, int Position)[] spaces = [.. arch.SpacePositions()];
        bool IsAhead(int tooth) => spaces.Any(s => arch.Programs[tooth].Tooth.Id.IsRight == s.Right && arch.Position(tooth) < s.Position);
        int[] canines = [.. arch.Teeth.Where(i => arch.Position(i) >= 3 && IsAhead(i) && arch.Programs[i].Moves)];
        int[] incisors = [.. arch.Teeth.Where(i => arch.Position(i) <= 2 && arch.Programs[i].Moves)];
        int[] posterior = [.. arch.Teeth.Where(i => arch.Position(i) > 2 && !canines.Contains(i) && arch.Programs[i].Moves)];
        int first = groups.Count;
        double share = preferences.Staging.MicroLeadShare;
        if (canines.Length > 0)
        {
            groups.Add(new MacroGroup("retract canines", All(arch, canines), "anterior retraction: canines go back into the space first (ANC-01)")
            {
                Leads = Where(arch, canines, p => p.IsAlong),
                MakesSpace = true,
            });
        }

        if (incisors.Length > 0)
        {
            groups.Add(new MacroGroup(
                "retract incisors",
                All(arch, incisors),
                $"anterior retraction: incisors follow when the canines have gone {share:P0} of their way (staging.microLeadShare)")
            {
                After = canines.Length > 0 ? [first] : [],
                Share = share,
                Leads = Where(arch, incisors, p => p.IsAcross || p.IsAlong),
            });
        }

        if (posterior.Length > 0 && groups.Count > first)
        {
            groups.Add(new MacroGroup(
                "finish posterior teeth", All(arch, posterior), "posterior teeth are the anchors of the retraction and move after it (ANC-03)")
            {
                After = [.. Enumerable.Range(first, groups.Count - first)],
            });
        }
    }

    private static void SpaceFirst(List<MacroGroup> groups, ArchMoves arch, TreatmentPreferences preferences)
    {
        ImmutableArray<(int Tooth, int Part)> space = Where(arch, arch.Teeth, p => p.IsAlong || p.IsAcross);
        Then(
            groups,
            new MacroGroup("make space", space, "space first: movement along and across the arch makes room (clinical.md 3.2)") { MakesSpace = true },
            new MacroGroup(
                "align into the space",
                Where(arch, arch.Teeth, p => !p.IsAlong && !p.IsAcross),
                "space before rotation: turns and levelling start when the space is made (staging.pattern, clinical.md 3.2)"),
            preferences.Staging.MicroLeadShare);
    }

    private static void ExpandFirst(List<MacroGroup> groups, ArchMoves arch, TreatmentPreferences preferences)
    {
        int[] posterior = [.. arch.Teeth.Where(i => arch.Position(i) >= 4)];
        ImmutableArray<(int Tooth, int Part)> widening = Where(arch, posterior, p => p.IsAcross && p.By.Facial > 0);
        Then(
            groups,
            new MacroGroup("expand posterior teeth", widening, "expansion first: an early source of space (EXP-03)") { MakesSpace = true },
            new MacroGroup(
                "align in the wider arch",
                [.. All(arch, arch.Teeth).Except(widening)],
                "expansion first: alignment starts when the arch is wider (staging.pattern, EXP-03)"),
            preferences.Staging.MicroLeadShare);
    }

    // What follows an intrusion in the order of one tooth goes with it.
    private static void IntrudeInTurn(List<MacroGroup> groups, ArchMoves arch, TreatmentPreferences preferences)
    {
        int[] canines = [.. arch.Teeth.Where(i => arch.Position(i) == 3 && arch.Intrudes(i, 0))];
        int[] incisors = [.. arch.Teeth.Where(i => arch.Position(i) <= 2 && arch.Intrudes(i, 0))];
        Then(
            groups,
            new MacroGroup(
                "intrude canines",
                Where(arch, canines, p => preferences.Staging.MicroOrder.Contains(p.Kind)),
                "deep bite: canines and incisors are intruded in turn, canines first (clinical.md 3.2)")
            {
                Leads = Where(arch, canines, p => p.IsVertical),
            },
            new MacroGroup(
                "intrude incisors",
                Where(arch, incisors, p => preferences.Staging.MicroOrder.Contains(p.Kind)),
                "deep bite: incisors are intruded when the canines are, against them (clinical.md 3.2)"),
            1);
    }

    private static void HoldMolars(List<MacroGroup> groups, ArchMoves arch)
    {
        int[] molars = [.. arch.Teeth.Where(i => arch.Position(i) >= 6)];
        int[] others = [.. arch.Teeth.Except(molars)];
        Then(
            groups,
            new MacroGroup(
                "align against the molars",
                Where(arch, others, p => p.Phase is StagingPhase.Level or StagingPhase.Align),
                "teeth in front of the molars are aligned against them (anchorage.holdMolarsWhileAligning)"),
            new MacroGroup("move molars", All(arch, molars), "molars stand until the teeth in front are aligned (anchorage.holdMolarsWhileAligning, ANC-03)"),
            1);
    }

    private static void Then(List<MacroGroup> groups, MacroGroup first, MacroGroup second, double share)
    {
        if (first.Members.IsEmpty || second.Members.IsEmpty)
            return;
        groups.Add(first);
        groups.Add(second with { After = [groups.Count - 1], Share = share });
    }

    private static ImmutableArray<(int Tooth, int Part)> All(ArchMoves arch, IEnumerable<int> teeth) => Where(arch, teeth, _ => true);

    private static ImmutableArray<(int Tooth, int Part)> Where(ArchMoves arch, IEnumerable<int> teeth, Func<ToothPart, bool> which) =>
    [
        .. teeth.Where(i => arch.Programs[i].Moves).SelectMany(i => Enumerable.Range(0, arch.Programs[i].Parts.Length)
            .Where(p => which(arch.Programs[i].Parts[p]))
            .Select(p => (i, p))),
    ];

    private static string Names(ArchMoves arch, MacroGroup group) =>
        string.Join(", ", group.Members.Select(m => arch.Programs[m.Tooth].Tooth.Id).Distinct());
}
