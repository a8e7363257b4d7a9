namespace Archwright.Planning.Collision;

/// <summary>Two teeth that can come near each other.</summary>
/// <param name="A">Index of the tooth that comes first in <see cref="CollisionScene.Teeth"/>.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Kind">Neighbours or antagonists.</param>
/// <param name="Start">How they stand to each other at stage 0: crowns cut from scans may overlap a little.</param>
public sealed record ScenePair(int A, int B, PairKind Kind, Overlap Start)
{
    /// <summary>Depth they reach into each other at stage 0, mm.</summary>
    public double InitialOverlapMm => Start.DepthMm;
}
