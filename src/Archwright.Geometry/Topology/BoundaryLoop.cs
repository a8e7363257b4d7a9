using System.Collections.Immutable;

namespace Archwright.Geometry;

/// <summary>One simple closed chain of boundary edges.</summary>
/// <param name="Vertices">Vertices in the direction the faces beside them run, each once; the last joins the first.</param>
/// <param name="LengthMm">Length of the chain, mm.</param>
public sealed record BoundaryLoop(ImmutableArray<int> Vertices, double LengthMm);
