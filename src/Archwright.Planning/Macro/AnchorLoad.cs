using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>What a tray asks of the anchors of a jaw.</summary>
/// <param name="Jaw">The jaw.</param>
/// <param name="Ratio">Root surface that moves over what stands.</param>
/// <param name="Share">Root surface that moves over what may: above 1 the anchors are overloaded.</param>
internal readonly record struct AnchorLoad(Jaw Jaw, double Ratio, double Share)
{
    /// <summary>The load of so much root surface that moves, mm².</summary>
    public static AnchorLoad Of(AnchorageBudget anchorage, JawRoots jaw, double movingMm2) =>
        new(jaw.Jaw, AnchorageReaction.Ratio(movingMm2, jaw.AllMm2), movingMm2 / anchorage.MostMm2(jaw));
}
