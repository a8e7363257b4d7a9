using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// The curve of an arch in the occlusal plane (occlusal frame: x to the patient's left, y posterior): a polynomial
/// y = c₀ + c₁·x + c₂·x² + c₄·x⁴ + c₆·x⁶ through the teeth's facial-axis points (Noroozi 2001: even sextic; c₁ carries
/// asymmetry).
/// </summary>
/// <param name="C0">Foremost point, mm.</param>
/// <param name="C1">Asymmetry.</param>
/// <param name="C2">Quadratic coefficient, 1/mm.</param>
/// <param name="C4">Quartic coefficient, 1/mm³.</param>
/// <param name="C6">Sextic coefficient, 1/mm⁵.</param>
/// <param name="HalfWidthMm">The curve is meant for |x| up to this, mm.</param>
/// <param name="ResidualMm">Root mean square distance of the points from the curve, mm.</param>
public sealed record ArchForm(double C0, double C1, double C2, double C4, double C6, double HalfWidthMm, double ResidualMm)
{
    /// <summary>y on the curve at <paramref name="x"/>, mm.</summary>
    public double At(double x)
    {
        double x2 = x * x;
        return C0 + (C1 * x) + (x2 * (C2 + (x2 * (C4 + (x2 * C6)))));
    }

    /// <summary>Slope dy/dx at <paramref name="x"/>.</summary>
    public double SlopeAt(double x)
    {
        double x2 = x * x;
        return C1 + (x * ((2 * C2) + (x2 * ((4 * C4) + (6 * x2 * C6)))));
    }

    /// <summary>Unit tangent at <paramref name="x"/>, towards the patient's left.</summary>
    public Vec3 TangentAt(double x) => new Vec3(1, SlopeAt(x), 0).Normalized();

    /// <summary>Unit normal at <paramref name="x"/>, outwards (facial).</summary>
    public Vec3 OutwardAt(double x)
    {
        Vec3 t = TangentAt(x);
        return new Vec3(t.Y, -t.X, 0);
    }
}
