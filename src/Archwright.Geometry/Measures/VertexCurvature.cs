namespace Archwright.Geometry;

/// <summary>Principal curvatures at a vertex, 1/mm: positive where the surface bends away from its normal (convex).</summary>
/// <param name="Max">Greater principal curvature, 1/mm.</param>
/// <param name="Min">Lesser principal curvature, 1/mm.</param>
/// <param name="MaxDirection">Unit tangent of the greater one.</param>
/// <param name="MinDirection">Unit tangent of the lesser one.</param>
public readonly record struct VertexCurvature(double Max, double Min, Vec3 MaxDirection, Vec3 MinDirection)
{
    /// <summary>Mean curvature, 1/mm.</summary>
    public double Mean => (Max + Min) / 2;

    /// <summary>Gaussian curvature, 1/mm².</summary>
    public double Gaussian => Max * Min;
}
