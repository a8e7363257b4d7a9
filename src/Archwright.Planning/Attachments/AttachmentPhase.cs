using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Attachments;

/// <summary>What a tooth needs on its crown over a span of stages, before room and neighbours are looked at.</summary>
/// <param name="Type">The type wanted.</param>
/// <param name="Serves">The movement that decided it.</param>
/// <param name="Amount">That movement's signed amount.</param>
/// <param name="Demands">All movements it serves; empty for one that only holds the tray.</param>
/// <param name="From">First tray that needs it.</param>
/// <param name="To">Last tray that needs it.</param>
/// <param name="Anchors">Teeth it anchors, in order.</param>
/// <param name="Reason">Why this type.</param>
public sealed record AttachmentPhase(
    AttachmentType Type,
    MovementType Serves,
    double Amount,
    ImmutableArray<MovementDemand> Demands,
    int From,
    int To,
    ImmutableSortedSet<ToothId> Anchors,
    string Reason)
{
    /// <summary>This one kept on long enough to anchor a neighbour, too.</summary>
    public AttachmentPhase Anchoring(ToothId tooth, MovementDemand demand) =>
        this with { From = Math.Min(From, demand.From), To = Math.Max(To, demand.To), Anchors = Anchors.Add(tooth) };
}
