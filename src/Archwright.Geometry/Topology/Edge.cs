namespace Archwright.Geometry;

/// <summary>An edge between two vertices, directed as its face runs.</summary>
/// <param name="From">Vertex it leaves.</param>
/// <param name="To">Vertex it reaches.</param>
public readonly record struct Edge(int From, int To);
