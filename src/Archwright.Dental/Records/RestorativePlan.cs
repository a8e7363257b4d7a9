using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Restorative work planned beside the aligners. Present and without items says that none is planned.</summary>
public sealed record RestorativePlan : RecordItem
{
    /// <summary>Planned work.</summary>
    public ImmutableArray<RestorativeItem> Items { get; init; } = [];
}

/// <summary>One restoration.</summary>
public sealed record RestorativeItem
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>What.</summary>
    public required Restoration Kind { get; init; }

    /// <summary>True where it is made after the aligners, false where before.</summary>
    public required bool AfterAligners { get; init; }
}

/// <summary>Kinds of restoration.</summary>
public enum Restoration
{
    /// <summary>Composite build-up.</summary>
    Composite,

    /// <summary>Veneer.</summary>
    Veneer,

    /// <summary>Crown.</summary>
    Crown,

    /// <summary>Bridge.</summary>
    Bridge,

    /// <summary>Implant.</summary>
    Implant,
}
