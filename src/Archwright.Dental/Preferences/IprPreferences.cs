namespace Archwright.Dental;

/// <summary>Interproximal reduction: caps and timing (IPR-01 … IPR-10).</summary>
public sealed record IprPreferences
{
    /// <summary>Earliest stage at which enamel may be reduced (IPR-01).</summary>
    [Option("stage", 0, 100, "requirements.csv IPR-01", SoftMin = 3)]
    public int EarliestStage { get; init; } = 3;

    /// <summary>Cap per contact (IPR-03).</summary>
    [Option("mm", 0, 1, "requirements.csv IPR-03", SoftMax = 0.3)]
    public double MaxPerContactMm { get; init; } = 0.3;

    /// <summary>Arch total above which a finding warns (IPR-04).</summary>
    [Option("mm", 0, 10, "requirements.csv IPR-04", SoftMax = 4)]
    public double ArchWarnMm { get; init; } = 4;

    /// <summary>Arch total above which a finding blocks unless justified in writing (IPR-04).</summary>
    [Option("mm", 0, 10, "requirements.csv IPR-04", SoftMax = 5)]
    public double ArchBlockMm { get; init; } = 5;

    /// <summary>Enamel one tooth may lose at both contacts together, over the whole treatment.</summary>
    [Option("mm", 0, 2, "engineering default, no clinical source: half of two contacts at the cap of IPR-03, doubled for one refinement", SoftMax = 0.6)]
    public double EnamelPerToothMm { get; init; } = 0.6;
}
