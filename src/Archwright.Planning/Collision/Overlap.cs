using Archwright.Geometry;

namespace Archwright.Planning.Collision;

/// <summary>How deep two posed teeth reach into each other. The default value is "apart".</summary>
/// <param name="DepthMm">Greatest depth either reaches into the other, mm; 0 where apart.</param>
/// <param name="Point">Where that is.</param>
/// <param name="Direction">Unit direction along which the second tooth must move to separate from the first.</param>
public readonly record struct Overlap(double DepthMm, Vec3 Point, Vec3 Direction);
