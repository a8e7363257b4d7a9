using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Enamel to be removed at one contact, before the stage's tray is worn.</summary>
public sealed record PlanIpr
{
    /// <summary>FDI numbers of the two teeth.</summary>
    public required ImmutableArray<int> Between { get; init; }

    /// <summary>Amount at the contact (both teeth together), mm.</summary>
    public required double Mm { get; init; }

    /// <summary>Stage at whose start it is done.</summary>
    public required int Stage { get; init; }

    /// <summary>First stage of its window: what the preferences allow (IPR-01); absent in a plan that does not say.</summary>
    public int? Earliest { get; init; }

    /// <summary>Last stage of its window: the first that uses the space, or the last of the plan (IPR-05); absent in a plan that does not say.</summary>
    public int? Latest { get; init; }

    /// <summary>Why.</summary>
    public required string Cause { get; init; }
}

/// <summary>An auxiliary: elastics, button, cut-out, ramp.</summary>
public sealed record PlanAuxiliary
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Kind, for example extrusion-elastic.</summary>
    public required string Type { get; init; }

    /// <summary>First stage with it.</summary>
    public required int From { get; init; }

    /// <summary>Last stage with it.</summary>
    public required int To { get; init; }

    /// <summary>Why.</summary>
    public required string Cause { get; init; }
}

/// <summary>A staged start, stop, hold or detour.</summary>
public sealed record PlanEvent
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>start, stop, hold, detour, held or blocked.</summary>
    public required string Kind { get; init; }

    /// <summary>Phase or movement it concerns.</summary>
    public required string Movement { get; init; }

    /// <summary>First stage of it.</summary>
    public required int From { get; init; }

    /// <summary>Last stage of it.</summary>
    public required int To { get; init; }

    /// <summary>The rule, preference, tooth or person that made it so.</summary>
    public required string Cause { get; init; }
}
