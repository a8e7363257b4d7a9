namespace Archwright.Dental;

/// <summary>Per-tray movement limits by movement type and tooth class (VEL-04 … VEL-19).</summary>
public sealed record VelocityPreferences
{
    private const string User = "requirements.csv VEL-08 … VEL-14 (user's table)";
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Crown tipping of incisors per tray (VEL-08).</summary>
    [Option("deg/tray", 0.1, 5, User, SoftMax = 2.5)]
    public double CrownTippingIncisorDeg { get; init; } = 2.5;

    /// <summary>Crown tipping of canines, premolars and molars per tray.</summary>
    [Option("deg/tray", 0.1, 5, "clinical.md 3.1 (ArchForm default, S); not from the user's table", SoftMax = 2)]
    public double CrownTippingOtherDeg { get; init; } = 2.0;

    /// <summary>Rotation of incisors per tray (VEL-09).</summary>
    [Option("deg/tray", 0.1, 5, User, SoftMax = 2)]
    public double RotationIncisorDeg { get; init; } = 2.0;

    /// <summary>Rotation of canines and premolars per tray (VEL-10).</summary>
    [Option("deg/tray", 0.1, 5, User, SoftMax = 1.5)]
    public double RotationCaninePremolarDeg { get; init; } = 1.5;

    /// <summary>Rotation of molars per tray (VEL-05, lower end of the general range).</summary>
    [Option("deg/tray", 0.1, 5, "requirements.csv VEL-05", SoftMax = 2)]
    public double RotationMolarDeg { get; init; } = 2.0;

    /// <summary>Extrusion of incisors and canines per tray (VEL-11).</summary>
    [Option("mm/tray", 0.02, 0.5, User, SoftMax = 0.25)]
    public double ExtrusionAnteriorMm { get; init; } = 0.25;

    /// <summary>Extrusion of premolars and molars per tray, only with auxiliaries from the start (VEL-12).</summary>
    [Option("mm/tray", 0.02, 0.5, Engineering, SoftMax = 0.2)]
    public double ExtrusionPosteriorWithAuxiliariesMm { get; init; } = 0.2;

    /// <summary>Root uprighting (mesiodistal root movement) per tray (VEL-13).</summary>
    [Option("deg/tray", 0.1, 5, User, SoftMax = 1.5)]
    public double RootUprightingDeg { get; init; } = 1.5;

    /// <summary>Torque (faciolingual root movement) per tray (VEL-06; number from design.md 5).</summary>
    [Option("deg/tray", 0.1, 5, "design.md 5; clinical.md 3.1 (ArchForm default, S); not from the user's table", SoftMax = 1)]
    public double TorqueDeg { get; init; } = 1.0;

    /// <summary>Bodily translation per tray (VEL-14).</summary>
    [Option("mm/tray", 0.02, 0.5, User, SoftMax = 0.2)]
    public double BodilyMm { get; init; } = 0.20;

    /// <summary>Any other linear movement, and the whole displacement of the centre of resistance, per tray (VEL-04).</summary>
    [Option("mm/tray", 0.02, 0.5, "requirements.csv VEL-04", SoftMax = 0.25)]
    public double LinearMm { get; init; } = 0.25;

    /// <summary>Intrusion per tray.</summary>
    [Option("mm/tray", 0.02, 0.5, "design.md 5; not from the user's table", SoftMax = 0.2)]
    public double IntrusionMm { get; init; } = 0.20;
}
