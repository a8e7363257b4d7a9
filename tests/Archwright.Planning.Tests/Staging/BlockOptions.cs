using System.Collections.Immutable;

namespace Archwright.Planning.Tests.Staging;

/// <summary>What a block case is like.</summary>
internal sealed record BlockOptions
{
    public bool Lower { get; init; }

    public double ShiftMm { get; init; } = 1.5;

    public double TurnDeg { get; init; } = 10;

    /// <summary>Room less at every anterior contact at the target: what IPR has to free, mm.</summary>
    public double IprMm { get; init; }

    /// <summary>Room between neighbours at the target, mm.</summary>
    public double SpaceMm { get; init; } = 0.3;

    public ImmutableArray<int> Fixed { get; init; } = [];
}
