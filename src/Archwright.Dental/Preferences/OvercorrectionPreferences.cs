namespace Archwright.Dental;

/// <summary>Overcorrection: a policy and a layer, not a constant (OVC-01 … OVC-03). Shares are added to a movement beyond its clinical target.</summary>
public sealed record OvercorrectionPreferences
{
    private const string User = "requirements.csv VEL-08 … VEL-14 (user's table, middle of the range)";

    /// <summary>None, targeted at movements that under-express, or custom.</summary>
    [Choice("design.md 5: overcorrection is a policy; targeted after requirements.csv OVC-02")]
    public OvercorrectionPolicy Policy { get; init; } = OvercorrectionPolicy.None;

    /// <summary>Rotation of round-rooted incisors (VEL-09).</summary>
    [Option("1", 0, 0.5, User, SoftMax = 0.15)]
    public double RotationIncisorShare { get; init; } = 0.125;

    /// <summary>Rotation of canines and premolars (VEL-10).</summary>
    [Option("1", 0, 0.5, User, SoftMax = 0.3)]
    public double RotationCaninePremolarShare { get; init; } = 0.25;

    /// <summary>Anterior extrusion (VEL-11).</summary>
    [Option("1", 0, 0.5, User, SoftMax = 0.3)]
    public double ExtrusionAnteriorShare { get; init; } = 0.275;

    /// <summary>Root uprighting (VEL-13).</summary>
    [Option("1", 0, 0.5, User, SoftMax = 0.2)]
    public double RootUprightingShare { get; init; } = 0.2;

    /// <summary>Bodily translation (VEL-14).</summary>
    [Option("1", 0, 0.5, User, SoftMax = 0.2)]
    public double BodilyShare { get; init; } = 0.175;

    /// <summary>Easy movements (crown tipping, other translation); a share above 0 needs the custom policy and is a finding (OVC-02).</summary>
    [Option("1", 0, 0.5, "requirements.csv OVC-02: none", SoftMax = 0)]
    public double EasyShare { get; init; }
}

/// <summary>Overcorrection policy.</summary>
public enum OvercorrectionPolicy
{
    /// <summary>Programmed is the clinical target.</summary>
    None,

    /// <summary>Movements that under-express get their share; easy ones none.</summary>
    Targeted,

    /// <summary>All shares as set, easy movements included.</summary>
    Custom,
}
