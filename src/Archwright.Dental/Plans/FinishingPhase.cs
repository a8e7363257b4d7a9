namespace Archwright.Dental;

/// <summary>
/// What waits for detailed finishing (STG-04): small movement of a root whose crown stands right. A root that has far to go takes
/// longest of all and begins with alignment.
/// </summary>
public static class FinishingPhase
{
    /// <summary>Greatest displacement of the crown point, mm; more, and alignment needs the movement. Engineering default.</summary>
    public const double CrownStandsMm = 0.5;

    /// <summary>Most trays, at the limit, that a root movement may take in finishing. Engineering default, no clinical source.</summary>
    public const double MostTrays = 5;
}
