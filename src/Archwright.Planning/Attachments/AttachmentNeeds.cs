using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Attachments;

/// <summary>Which teeth need attachments when: for their own movements, and to anchor their neighbours' (ATT-07).</summary>
public static class AttachmentNeeds
{
    /// <summary>The phases of every tooth that needs any.</summary>
    public static ImmutableSortedDictionary<ToothId, ImmutableArray<AttachmentPhase>> Of(
        ImmutableArray<Tooth> teeth, StagingResult staging, AttachmentPreferences preferences)
    {
        var demands = teeth.ToImmutableSortedDictionary(
            t => t.Id, t => MovementDemands.Of(t, [.. staging.Stages.Select(s => s[t.Id])], preferences));
        var phases = demands.ToImmutableSortedDictionary(d => d.Key, d => AttachmentChoice.Phases(d.Key, d.Value, preferences)).ToBuilder();
        foreach ((ToothId tooth, ImmutableArray<MovementDemand> own) in demands)
        {
            foreach (MovementDemand demand in own)
            {
                foreach (ToothId anchor in AnchorsOf(tooth, demand, teeth, demands, preferences))
                    phases[anchor] = WithAnchorage(phases[anchor], tooth, demand);
            }
        }

        return phases.ToImmutable();
    }

    /// <summary>
    /// The teeth that anchor a vertical movement: on either side the nearest that does not make it, too, and carries enamel. An
    /// extruding tooth wants its neighbours held (where the preferences say so), an intruding front tooth the nearest posterior ones.
    /// </summary>
    public static IEnumerable<ToothId> AnchorsOf(
        ToothId tooth,
        MovementDemand demand,
        ImmutableArray<Tooth> teeth,
        IReadOnlyDictionary<ToothId, ImmutableArray<MovementDemand>> demands,
        AttachmentPreferences preferences)
    {
        bool extrudes = demand.Type == MovementType.Extrusion;
        if (!(extrudes && preferences.AnchorNeighbours) && demand.Type != MovementType.Intrusion)
            yield break;
        ImmutableArray<Tooth> row = [.. teeth.Where(t => t.Id.Jaw == tooth.Jaw).OrderBy(t => t.Id)];
        int at = row.ToList().FindIndex(t => t.Id == tooth);
        foreach (int side in new[] { -1, 1 })
        {
            for (int i = at + side; i >= 0 && i < row.Length; i += side)
            {
                ToothId other = row[i].Id;
                bool moves = demands[other].Any(d => d.Type == demand.Type);
                bool carries = row[i].Restriction is not (ToothRestriction.Implant or ToothRestriction.Bridge) && !other.IsPrimary;
                if (moves || (!extrudes && tooth.IsAnterior && other.IsAnterior))
                    continue;
                if (carries)
                    yield return other;
                break;
            }
        }
    }

    private static ImmutableArray<AttachmentPhase> WithAnchorage(ImmutableArray<AttachmentPhase> phases, ToothId tooth, MovementDemand demand)
    {
        if (phases.IsEmpty)
        {
            string why = demand.Type == MovementType.Extrusion ? "attachments.anchorNeighbours, ATT-07" : "attachments.intrusionFromMm";
            return
            [
                new AttachmentPhase(
                    AttachmentType.Retention, demand.Type, 0, [], demand.From, demand.To, [tooth], $"anchorage of {demand.Type.ToString().ToLowerInvariant()} ({why})"),
            ];
        }

        // the attachments it has already hold the tray as well: the first comes earlier, the last stays longer
        ImmutableArray<AttachmentPhase> kept = phases;
        AttachmentPhase held = kept[0].Anchoring(tooth, demand with { To = Math.Max(demand.From, Math.Min(demand.To, kept[0].To)) });
        kept = kept.SetItem(0, held);
        return kept.SetItem(kept.Length - 1, kept[^1].Anchoring(tooth, demand with { From = Math.Max(demand.From, kept[^1].From) }));
    }
}
