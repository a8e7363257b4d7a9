namespace Archwright.Dental;

/// <summary>
/// One planned movement of one tooth against its published limit (CHK-05): the tray that uses most of it, the limit in force, the
/// figure it comes from and where that is published. Made anew by every check from the plan's poses.
/// </summary>
public sealed record PlanLimitUse
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>tip, torque, rotation, horizontal, vertical or resultant.</summary>
    public required string Component { get; init; }

    /// <summary>Movement type the limit belongs to, by crown against apex.</summary>
    public required MovementType Type { get; init; }

    /// <summary>Stage whose tray uses most of the limit.</summary>
    public required int Stage { get; init; }

    /// <summary>What that tray asks, mm or degrees.</summary>
    public required double Measured { get; init; }

    /// <summary>The limit in force for this plan.</summary>
    public required double Limit { get; init; }

    /// <summary>The figure as it is published; the limit in force may be another where the doctor's preferences say so.</summary>
    public required double Published { get; init; }

    /// <summary>mm or deg.</summary>
    public required string Unit { get; init; }

    /// <summary>The preference that holds the limit, as category.option.</summary>
    public required string Preference { get; init; }

    /// <summary>Where the published figure comes from.</summary>
    public required string Source { get; init; }
}
