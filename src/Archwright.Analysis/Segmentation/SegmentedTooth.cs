using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>A tooth found in an unlabelled scan.</summary>
/// <param name="Id">Its number.</param>
/// <param name="AreaMm2">Area of its labelled surface.</param>
/// <param name="Confidence">How sure its being there and its number are, 0–1.</param>
/// <param name="BorderConfidence">How sure its border is, 0–1: share of the border that runs in a crease or between clear evidence.</param>
/// <param name="Borders">The same for each neighbour and for the gingiva, gingiva first, then by number.</param>
public sealed record SegmentedTooth(
    ToothId Id, double AreaMm2, double Confidence, double BorderConfidence, ImmutableArray<FoundBorder> Borders)
{
    /// <summary>Why it is taken for no sound crown; null where it looks like one.</summary>
    public UnknownTooth? Unsound { get; init; }

    /// <summary>True where a person has said which tooth it is.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The same as long as nobody has said which tooth it is.</summary>
    public UnknownTooth? Unknown => IsNamed ? null : Unsound;
}
