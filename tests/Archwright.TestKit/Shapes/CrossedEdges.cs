using Archwright.Geometry;

namespace Archwright.TestKit.Shapes;

/// <summary>Two cubes of which an edge of one crosses an edge of the other: they cut each other, yet no vertex of either is inside the other.</summary>
public static class CrossedEdges
{
    private const double EdgeMm = 4;

    private static double HalfDiagonalMm => EdgeMm / Math.Sqrt(2);

    /// <summary>Its upper edge lies along x through the origin.</summary>
    public static TriangleMesh Lower() => TestShapes.Cube(EdgeMm).Transformed(
        new RigidTransform(Rotation.About(Vec3.UnitX, Math.PI / 4), new Vec3(0, 0, -HalfDiagonalMm)));

    /// <summary>Its lower edge lies along y, so far below the other's that the two reach <paramref name="depthMm"/> into each other.</summary>
    public static TriangleMesh Upper(double depthMm) => TestShapes.Cube(EdgeMm).Transformed(
        new RigidTransform(Rotation.About(Vec3.UnitY, Math.PI / 4), new Vec3(0, 0, HalfDiagonalMm - (depthMm * Math.Sqrt(2)))));
}
