using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Macro- and micro-staging: the pattern of groups, the order of phases, the order of one tooth's movements (STG-01 … STG-06).</summary>
public sealed record StagingPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Macro pattern; automatic chooses by case: Class II with correction of class → the Class II protocol's, front teeth into the space of a missing one → anterior retraction, deep bite → deep bite, otherwise level and align.</summary>
    [Choice("design.md 5: level and align by default; requirements.csv ANC-05")]
    public MacroPattern Pattern { get; init; } = MacroPattern.Automatic;

    /// <summary>Phases follow each other (STG-04); false runs all together.</summary>
    [Choice("requirements.csv STG-04")]
    public bool PhasesInOrder { get; init; } = true;

    /// <summary>Order of phases of the custom pattern.</summary>
    [Choice("requirements.csv STG-04")]
    public ImmutableArray<StagingPhase> PhaseOrder { get; init; } = [StagingPhase.Level, StagingPhase.Align, StagingPhase.Space, StagingPhase.Detail];

    /// <summary>Order of the movements of one tooth (STG-06); what is not named goes along with the first. Phases, and patterns that take a tooth's movements apart (space first, expansion first), go before it.</summary>
    [Choice("requirements.csv STG-06: intrusion, then torque, before final rotation")]
    public ImmutableArray<MicroMovement> MicroOrder { get; init; } =
        [MicroMovement.Intrusion, MicroMovement.Extrusion, MicroMovement.Torque, MicroMovement.Rotation];

    /// <summary>Share of its way a movement must have gone before the next in the order may start.</summary>
    [Option("1", 0, 1, Engineering + ": 0 lets all run together, 1 one after the other")]
    public double MicroLeadShare { get; init; } = 0.5;

    /// <summary>A tooth turns only where the space for it is there (space before rotation).</summary>
    [Choice("clinical.md 3.2 (S): space before rotation")]
    public bool SpaceBeforeRotation { get; init; } = true;

    /// <summary>Most stages a plan may have before staging gives up and says what is left.</summary>
    [Option("stage", 1, 300, Engineering, SoftMax = 120)]
    public int MaxStages { get; init; } = 120;

    /// <summary>Depth two teeth may reach into each other beyond what they had at the start or IPR has freed.</summary>
    [Option("mm", 0, 0.05, Engineering + ": half of scan noise (clinical.md 6.1)")]
    public double CollisionToleranceMm { get; init; } = 0.02;
}

/// <summary>Which groups move when, against which anchors.</summary>
public enum MacroPattern
{
    /// <summary>Chosen by case and Class II protocol; the plan names what was chosen and why.</summary>
    Automatic,

    /// <summary>Level and align, then space, then detail.</summary>
    LevelAndAlign,

    /// <summary>Space is made first (proclination, expansion, IPR), then teeth are aligned into it.</summary>
    SpaceFirst,

    /// <summary>Teeth go distally one after the other, molars first, against the teeth in front.</summary>
    SequentialDistalisation,

    /// <summary>Front teeth go back into extraction spaces against the posterior teeth.</summary>
    AnteriorRetraction,

    /// <summary>Posterior expansion first, then alignment in the wider arch.</summary>
    ExpansionFirst,

    /// <summary>Canines and incisors are intruded in turn, not together.</summary>
    DeepBite,

    /// <summary>Phases in the order the preferences give.</summary>
    Custom,
}

/// <summary>Phases of macro-staging.</summary>
public enum StagingPhase
{
    /// <summary>Vertical movement.</summary>
    Level,

    /// <summary>Rotation and inclination of crowns, and the movement along the arch that makes room for it.</summary>
    Align,

    /// <summary>Movement along the arch that closes or shares out space.</summary>
    Space,

    /// <summary>Root movement of crowns that stand right.</summary>
    Detail,
}

/// <summary>Movements of one tooth that micro-staging puts in order.</summary>
public enum MicroMovement
{
    /// <summary>Into the bone.</summary>
    Intrusion,

    /// <summary>Out of the bone.</summary>
    Extrusion,

    /// <summary>Faciolingual inclination.</summary>
    Torque,

    /// <summary>Mesiodistal angulation.</summary>
    Tip,

    /// <summary>Displacement of the centre of resistance along or across the arch.</summary>
    Translation,

    /// <summary>Turn about the long axis.</summary>
    Rotation,
}
