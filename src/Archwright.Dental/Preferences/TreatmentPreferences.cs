namespace Archwright.Dental;

/// <summary>A doctor's protocol, resolved whole. Defaults are the base preset.</summary>
public sealed record TreatmentPreferences
{
    /// <summary>Preset id, for example <c>base</c>.</summary>
    public string Id { get; init; } = "base";

    /// <summary>Version of the preset.</summary>
    public string Version { get; init; } = "1";

    /// <summary>Per-tray movement limits.</summary>
    public VelocityPreferences Velocity { get; init; } = new();

    /// <summary>Interproximal reduction.</summary>
    public IprPreferences Ipr { get; init; } = new();

    /// <summary>Limits of the target setup: expansion, norms.</summary>
    public SetupPreferences Setup { get; init; } = new();

    /// <summary>Staging.</summary>
    public StagingPreferences Staging { get; init; } = new();

    /// <summary>Thresholds of the rules.</summary>
    public CheckPreferences Checks { get; init; } = new();
}

/// <summary>Interproximal reduction: caps and timing (IPR-01 … IPR-04).</summary>
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
}

/// <summary>How far the target setup may go.</summary>
public sealed record SetupPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Greatest change of intercanine width (cusp to cusp, total).</summary>
    [Option("mm", 0, 6, "clinical.md 5.7 (M, unverified): lower intercanine within ±1 mm", SoftMax = 2)]
    public double CanineExpansionMaxMm { get; init; } = 2;

    /// <summary>Greatest change of width between premolars of both sides (total).</summary>
    [Option("mm", 0, 8, "clinical.md 1.2: at most 2 mm a side", SoftMax = 4)]
    public double PremolarExpansionMaxMm { get; init; } = 4;

    /// <summary>Greatest change of width between molars of both sides (total).</summary>
    [Option("mm", 0, 8, "clinical.md 1.2: at most 2 mm a side", SoftMax = 4)]
    public double MolarExpansionMaxMm { get; init; } = 3;

    /// <summary>How strongly tip and torque are drawn to the norms, 0 (keep) – 1 (reach).</summary>
    [Option("1", 0, 1, Engineering)]
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

/// <summary>Macro- and micro-staging.</summary>
public sealed record StagingPreferences
{
    /// <summary>Level and align, then space, then detail (STG-04); false runs all phases together.</summary>
    public bool PhasesInOrder { get; init; } = true;

    /// <summary>Days each tray is worn.</summary>
    [Option("days", 5, 30, "clinical.md 3.1 (14 days, S)", SoftMin = 7, SoftMax = 21)]
    public int WearDays { get; init; } = 14;

    /// <summary>Most stages a plan may have before staging gives up and says what is left.</summary>
    [Option("stage", 1, 300, "engineering default, no clinical source", SoftMax = 120)]
    public int MaxStages { get; init; } = 120;

    /// <summary>Depth two teeth may reach into each other beyond what they had at the start or IPR has freed.</summary>
    [Option("mm", 0, 0.05, "engineering default, no clinical source: half of scan noise (clinical.md 6.1)")]
    public double CollisionToleranceMm { get; init; } = 0.02;
}
