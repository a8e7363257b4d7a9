using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Principal directions of weighted vectors.</summary>
internal static class Scatter
{
    /// <summary>Eigenvalues and axes of Σ w·d·dᵀ.</summary>
    public static SymmetricEigen Of(IEnumerable<(Vec3 Direction, double Weight)> items)
    {
        SymmetricMatrix3 sum = default;
        foreach ((Vec3 direction, double weight) in items)
            sum += SymmetricMatrix3.Outer(direction) * weight;
        return sum.Eigen();
    }
}
