namespace Archwright.Fabrication;

/// <summary>How printable models are made. Engineering defaults, no clinical source.</summary>
public sealed record ModelOptions
{
    /// <summary>The defaults.</summary>
    public static ModelOptions Default { get; } = new();

    /// <summary>Spacing of the lattice the model is cut from, mm: decides fidelity, size and time.</summary>
    public double SpacingMm { get; init; } = 0.3;

    /// <summary>Height of the base below the lowest gingival margin, mm.</summary>
    public double BaseBelowMarginMm { get; init; } = 6;

    /// <summary>Gingiva kept beside the teeth, from the middle line of the arch, mm; beyond it the model is open (horseshoe).</summary>
    public double HalfWidthMm { get; init; } = 12;

    /// <summary>Height of the raised letters, mm.</summary>
    public double EmbossMm { get; init; } = 0.5;
}
