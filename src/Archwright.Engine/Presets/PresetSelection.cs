using Archwright.Dental;

namespace Archwright.Engine;

/// <summary>What a case and the person planning it ask for.</summary>
public sealed record PresetSelection
{
    /// <summary>The preset planned with: the doctor's or the practice's, or a shipped one; null is the base.</summary>
    public PreferencePreset? Preset { get; init; }

    /// <summary>Patient group, whose preset stands on top of it; null where it is unknown.</summary>
    public PatientGroup? PatientGroup { get; init; }

    /// <summary>The case's own preferences, on top of all; null where it has none.</summary>
    public PreferencePreset? Case { get; init; }

    /// <summary>Aligner system of the case; null where none is chosen.</summary>
    public string? AlignerSystem { get; init; }
}
