using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>History of root resorption. Present and without teeth says that it was asked and none is known.</summary>
public sealed record ResorptionHistory : RecordItem
{
    /// <summary>Teeth with resorbed roots.</summary>
    public ImmutableArray<ToothResorption> Teeth { get; init; } = [];
}

/// <summary>Resorption of one root.</summary>
public sealed record ToothResorption
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Length lost, mm.</summary>
    public required double LostMm { get; init; }
}
