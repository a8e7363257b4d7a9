namespace Archwright.Planning.Collision;

/// <summary>Two teeth that can come near each other.</summary>
/// <param name="A">Index of the tooth that comes first in <see cref="CollisionScene.Teeth"/>.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Kind">Neighbours or antagonists.</param>
/// <param name="InitialOverlapMm">Depth they reach into each other at stage 0, mm: crowns cut from scans may overlap a little.</param>
public sealed record ScenePair(int A, int B, PairKind Kind, double InitialOverlapMm);
