using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Restorative work planned beside the aligners. Present and without items says that none is planned.</summary>
public sealed record RestorativePlan : RecordItem
{
    /// <summary>Planned work.</summary>
    public ImmutableArray<RestorativeItem> Items { get; init; } = [];

    /// <summary>The ceramic that covers a surface while trays are worn, null where enamel does: a veneer the facial, a crown or bridge both.</summary>
    /// <param name="fdi">FDI number.</param>
    /// <param name="surface">Facial or lingual.</param>
    public Restoration? CeramicOn(int fdi, ToothSurface surface) => Items
        .Where(i => i.Fdi == fdi && !i.AfterAligners)
        .Select(i => (Restoration?)i.Kind)
        .FirstOrDefault(k => k is Restoration.Crown or Restoration.Bridge || (k == Restoration.Veneer && surface == ToothSurface.Facial));
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
