namespace Archwright.Dental;

/// <summary>Expansion limits per segment (EXP-01), cusp to cusp, both sides together; narrowing is not limited.</summary>
public sealed record ExpansionPreferences
{
    /// <summary>Greatest gain of width between canines.</summary>
    [Option("mm", 0, 6, "clinical.md 5.7 (M, unverified): lower intercanine within ±1 mm", SoftMax = 2)]
    public double CanineMaxMm { get; init; } = 2;

    /// <summary>Greatest gain of width between premolars.</summary>
    [Option("mm", 0, 8, "clinical.md 1.2: at most 2 mm a side", SoftMax = 4)]
    public double PremolarMaxMm { get; init; } = 4;

    /// <summary>Greatest gain of width between molars.</summary>
    [Option("mm", 0, 8, "clinical.md 1.2: at most 2 mm a side", SoftMax = 4)]
    public double MolarMaxMm { get; init; } = 3;
}
