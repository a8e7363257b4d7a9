using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Staging;

/// <summary>
/// Which way a tooth steps aside. Neighbours part along and across the arch, not up or down: a detour that extrudes a tooth for
/// a tray is a jerk no aligner can give, and a premolar or molar is never extruded for one (VEL-12).
/// </summary>
internal static class Aside
{
    /// <summary>A contact steeper than this cannot be parted sideways: squared horizontal share of its direction.</summary>
    private const double LeastFlat = 0.3;

    /// <summary>The shift that parts a tooth from another.</summary>
    /// <param name="tooth">The tooth that gives way.</param>
    /// <param name="kind">What stands against it.</param>
    /// <param name="away">Unit direction away from the other.</param>
    /// <param name="mm">How far they have to part along it.</param>
    public static Vec3 Of(Tooth tooth, PairKind kind, Vec3 away, double mm)
    {
        Vec3 occlusal = tooth.Frame.Occlusal;
        double vertical = Vec3.Dot(away, occlusal);
        Vec3 flat = away - (occlusal * vertical);
        double share = flat.LengthSquared;
        if (kind == PairKind.Neighbours && share >= LeastFlat)
            return flat * (mm / share);
        return vertical > 0 && !tooth.Id.IsAnterior ? flat * mm : away * mm;
    }
}
