using Archwright.Geometry;

namespace Archwright.Planning.Collision;

/// <summary>How deep two posed teeth reach into each other. The default value is "apart".</summary>
/// <param name="DepthMm">Greatest depth either surface reaches below the other, mm; 0 where apart.</param>
/// <param name="VertexDepthMm">Greatest depth of a mesh vertex of either below the other's surface, exact, mm; 0 where apart.</param>
/// <param name="Point">Where that is.</param>
/// <param name="Direction">Unit direction along which the second tooth must move to separate from the first.</param>
public readonly record struct Overlap(double DepthMm, double VertexDepthMm, Vec3 Point, Vec3 Direction)
{
    /// <summary>
    /// How much more the teeth overlap than they may, mm; not above 0 where they are allowed to stand so. Both measures count,
    /// each against its own value at stage 0: surfaces are measured to 0.02 mm between vertices, vertices exactly, and a plan
    /// has to stand before either.
    /// </summary>
    /// <param name="start">The pair at stage 0.</param>
    /// <param name="freedMm">What IPR has freed at the contact, mm.</param>
    public double ExcessMm(Overlap start, double freedMm) => Math.Max(
        DepthMm - Math.Max(start.DepthMm, freedMm), VertexDepthMm - Math.Max(start.VertexDepthMm, freedMm));
}
