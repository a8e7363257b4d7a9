using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>Each movement that asks for an attachment with what the plan puts beside it; what the attachment rules share.</summary>
internal static class MovementService
{
    /// <summary>A little more slack than planning takes, so that rounding of a pose decides nothing.</summary>
    public const double SlackShare = 0.05;

    /// <summary>The demands of every tooth, measured from its poses.</summary>
    public static ImmutableSortedDictionary<ToothId, ImmutableArray<MovementDemand>> DemandsOf(PlanView plan, ImmutableArray<ToothTrack> tracks) =>
        tracks.ToImmutableSortedDictionary(
            t => t.Tooth.Id,
            t => MovementDemands.Of(t.Tooth, t.Poses, plan.Preferences.Attachments, SlackShare)
                .RemoveAll(d => !PlanEvidence.IsOver(Math.Abs(d.Amount), d.Threshold)));

    /// <summary>Demands that ask for an attachment on their own tooth.</summary>
    public static IEnumerable<(ToothId Tooth, MovementDemand Demand)> OnTheTooth(PlanEvidence evidence) =>
        from tooth in evidence.Demands
        from demand in tooth.Value
        where AttachmentChoice.NeedsAttachment(tooth.Key, demand)
        select (tooth.Key, demand);

    /// <summary>The tooth's attachments that are worn in some tray of a movement, bite ramps left out.</summary>
    public static ImmutableArray<AttachmentEvidence> Beside(PlanEvidence evidence, ToothId tooth, MovementDemand demand) =>
    [
        .. evidence.Attachments.Where(a =>
            a.Tooth == tooth && a.Entry.Type != AttachmentType.BiteRamp && a.IsOnWithin(demand.From, demand.To)),
    ];

    /// <summary>True where attachments together are worn from the first to the last tray of a movement.</summary>
    public static bool CoverAll(IEnumerable<AttachmentEvidence> attachments, int from, int to) =>
        Enumerable.Range(from, to - from + 1).All(k => attachments.Any(a => a.IsOnWithin(k, k)));
}
