namespace Archwright.Dental;

/// <summary>Bite ramps and occlusal management (OCC-04, OCC-05).</summary>
public sealed record BiteRampPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Ramps are planned where the overbite asks for them.</summary>
    [Choice(Engineering)]
    public bool Use { get; init; } = true;

    /// <summary>Overbite at the start from which on ramps are planned.</summary>
    [Option("mm", 1, 10, Engineering, SoftMin = 3)]
    public double OverbiteFromMm { get; init; } = 4;

    /// <summary>First stage with ramps.</summary>
    [Option("stage", 1, 60, Engineering, SoftMax = 10)]
    public int OnStage { get; init; } = 1;

    /// <summary>Overbite at which ramps come off again.</summary>
    [Option("mm", 0, 6, Engineering, SoftMin = 1, SoftMax = 4)]
    public double OffOverbiteMm { get; init; } = 3;

    /// <summary>Shift between centric relation and maximum intercuspation that arises on the way, from which on it is a finding (OCC-05).</summary>
    [Option("mm", 0.1, 5, Engineering, SoftMax = 1.5)]
    public double UnintendedShiftMm { get; init; } = 1;

    /// <summary>Slide from centric relation to maximum intercuspation from which on a plan may not end with it unanswered (OCC-05).</summary>
    [Option("mm", 0.2, 5, "clinical reports call 1 mm (Crawford 1999, unverified) to 2 mm (Hidaka 2002) of condylar shift large; 1 mm at the incisors is an engineering default", SoftMax = 2)]
    public double CentricSlideMm { get; init; } = 1;
}
