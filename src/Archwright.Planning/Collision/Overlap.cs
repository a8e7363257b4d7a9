using Archwright.Geometry;

namespace Archwright.Planning.Collision;

/// <summary>How deep two posed teeth reach into each other. The default value is "apart".</summary>
/// <param name="DepthMm">Greatest depth either surface reaches below the other, mm; 0 where apart.</param>
/// <param name="Point">Where that is.</param>
/// <param name="Direction">Unit direction along which the second tooth must move to separate from the first.</param>
public readonly record struct Overlap(double DepthMm, Vec3 Point, Vec3 Direction)
{
    /// <summary>How much more the teeth overlap than they may, mm; not above 0 where they are allowed to stand so.</summary>
    /// <param name="start">The pair at stage 0.</param>
    /// <param name="freedMm">What IPR has freed at the contact, mm.</param>
    public double ExcessMm(Overlap start, double freedMm) => DepthMm - Math.Max(start.DepthMm, freedMm);
}
