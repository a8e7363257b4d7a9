namespace Archwright.Dental;

/// <summary>Anchorage strategies: what an anchor is and how far it may give way (ANC-01 … ANC-03).</summary>
public sealed record AnchoragePreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Planned movement of the crown point of an anchor tooth while it is an anchor (ANC-03).</summary>
    [Option("mm", 0, 2, Engineering + "; the bound itself is requirements.csv ANC-03", SoftMax = 0.5)]
    public double AnchorMovementMaxMm { get; init; } = 0.3;

    /// <summary>
    /// Reaction on the anchors: root surface of the teeth that move at once, each weighted by how much of its limit it uses,
    /// over the root surface of the teeth that stand. Above it a stage asks too much of its anchors.
    /// </summary>
    [Option("1", 0.1, 10, Engineering, SoftMax = 2)]
    public double ReactionRatioMax { get; init; } = 1.0;

    /// <summary>Molars stand still until the teeth in front of them are aligned (posterior anchorage).</summary>
    [Choice("requirements.csv ANC-03; Martínez-Lozano 2024, doi 10.3390/app14156690: align before leaning on a segment")]
    public bool HoldMolarsWhileAligning { get; init; }
}
