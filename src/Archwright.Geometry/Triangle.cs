namespace Archwright.Geometry;

/// <summary>Three vertex indices, counter-clockwise seen from outside.</summary>
/// <param name="A">First vertex.</param>
/// <param name="B">Second vertex.</param>
/// <param name="C">Third vertex.</param>
public readonly record struct Triangle(int A, int B, int C)
{
    /// <summary>The same triangle seen from the other side.</summary>
    public Triangle Flipped => new(A, C, B);
}
