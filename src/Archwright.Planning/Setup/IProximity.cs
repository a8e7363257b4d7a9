using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>Measures how near two teeth of the case are.</summary>
internal interface IProximity
{
    /// <summary>Nearness of teeth <paramref name="a"/> and <paramref name="b"/> at the given poses.</summary>
    Nearness Between(int a, RigidTransform poseA, int b, RigidTransform poseB);
}

/// <summary>How near two teeth are.</summary>
/// <param name="DepthMm">Greatest depth either reaches into the other, mm; 0 where apart.</param>
/// <param name="GapMm">Least distance, mm; 0 where they overlap; <paramref name="CutOffMm"/> where farther.</param>
/// <param name="Point">Where they are nearest.</param>
/// <param name="Direction">Unit direction along which b moves to separate from a.</param>
/// <param name="CutOffMm">Distances from here on are not measured.</param>
internal readonly record struct Nearness(double DepthMm, double GapMm, Vec3 Point, Vec3 Direction, double CutOffMm);
