using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The rough course of an arch in its occlusal plane: half a circle in front, two straight legs behind that may spread.
/// It gives every point a place along the arch and directions mesial, facial and occlusal without knowing a tooth.
/// Frame: <see cref="ArchPose"/>'s, after its shift: x to one side, y posterior, z occlusal, centre of the circle at the origin.
/// </summary>
/// <param name="RadiusMm">Radius of the half circle.</param>
/// <param name="Spread">By how much the legs spread, mm per mm.</param>
internal readonly record struct ArchPath(double RadiusMm, double Spread)
{
    private double FrontMm => RadiusMm * Math.PI / 2;

    /// <summary>Place along the arch from the midline, mm: negative on the side of negative x.</summary>
    public double Along(double x, double y) =>
        y > 0 ? Math.CopySign(FrontMm + y, x) : RadiusMm * Math.Atan2(x, -y);

    /// <summary>Distance outwards from the path, mm.</summary>
    public double Outwards(double x, double y) =>
        (y > 0 ? Math.Abs(x) - (Spread * y) : Math.Sqrt((x * x) + (y * y))) - RadiusMm;

    /// <summary>Unit directions at a point: towards the midline along the arch, and outwards, in the plane.</summary>
    public static (Vec3 Mesial, Vec3 Facial) Directions(double x, double y)
    {
        double side = x < 0 ? -1 : 1;
        if (y > 0)
            return (new Vec3(0, -1, 0), new Vec3(side, 0, 0));
        double length = Math.Max(Math.Sqrt((x * x) + (y * y)), 1e-9);
        var facial = new Vec3(x / length, y / length, 0);
        return (new Vec3(facial.Y * side, -facial.X * side, 0), facial);
    }
}
