namespace Archwright.Dental;

/// <summary>What the target setup aims at.</summary>
public sealed record SetupPreferences
{
    /// <summary>How strongly tip and torque are drawn to the norms, 0 (keep) – 1 (reach).</summary>
    [Option("1", 0, 1, "engineering default, no clinical source")]
    public double NormWeight { get; init; } = 1;

    /// <summary>Depth of the curve of Spee left in the target.</summary>
    [Option("mm", 0, 4, "clinical.md 5.4 (Andrews, S): flat to 1.5 mm", SoftMax = 2)]
    public double SpeeMm { get; init; } = 1;

    /// <summary>Overjet aimed at where the case gives none.</summary>
    [Option("mm", 0, 6, "requirements.csv CLN-06", SoftMin = 1, SoftMax = 3)]
    public double OverjetMm { get; init; } = 2;

    /// <summary>Overbite aimed at where the case gives none.</summary>
    [Option("mm", 0, 6, "clinical.md 5.7 (M, unverified): 1–3 mm", SoftMin = 1, SoftMax = 3)]
    public double OverbiteMm { get; init; } = 2;
}
