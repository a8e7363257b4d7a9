namespace Archwright.Dental;

/// <summary>Torque presets, tied to a named occlusal philosophy (OCC-01 … OCC-03). Offsets are added to the norms of the setup.</summary>
public sealed record TorquePreferences
{
    private const string Engineering = "engineering default, no clinical source: 0 keeps the norm";

    /// <summary>The doctor's occlusal philosophy, in the doctor's words (OCC-03).</summary>
    [Choice("requirements.csv OCC-03")]
    public string Philosophy { get; init; } = "six keys (Andrews)";

    /// <summary>Upper incisors and canines: added to the norm, + crown facially.</summary>
    [Option("deg", -15, 15, Engineering, SoftMin = -5, SoftMax = 5)]
    public double UpperAnteriorDeg { get; init; }

    /// <summary>Lower incisors and canines: added to the norm, + crown facially.</summary>
    [Option("deg", -15, 15, Engineering, SoftMin = -5, SoftMax = 5)]
    public double LowerAnteriorDeg { get; init; }

    /// <summary>Upper premolars and molars: added to the norm, + crown buccally; steers the curve of Wilson (OCC-01).</summary>
    [Option("deg", -15, 15, Engineering, SoftMin = -5, SoftMax = 5)]
    public double UpperPosteriorDeg { get; init; }

    /// <summary>Lower premolars and molars: added to the norm, + crown buccally; steers the curve of Wilson (OCC-01).</summary>
    [Option("deg", -15, 15, Engineering, SoftMin = -5, SoftMax = 5)]
    public double LowerPosteriorDeg { get; init; }

    /// <summary>What is added to the norm of a tooth, degrees.</summary>
    public double Of(ToothId tooth) => (tooth.Jaw, tooth.IsAnterior) switch
    {
        (Jaw.Upper, true) => UpperAnteriorDeg,
        (Jaw.Upper, false) => UpperPosteriorDeg,
        (_, true) => LowerAnteriorDeg,
        _ => LowerPosteriorDeg,
    };
}
