using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Outcome;

/// <summary>
/// The programmed way of one tooth in the six components an expectation is given for, read in the tooth's frame at stage 0: crown point
/// along and across the arch (mm), tip, torque (deg), vertical (mm), rotation (deg), in the order of <see cref="OutcomeComponent"/>.
/// </summary>
internal sealed class ToothWay
{
    /// <summary>Number of components.</summary>
    public const int Components = 6;

    private const double RadPerDeg = Math.PI / 180;

    private readonly double[][] _at;

    private ToothWay(Tooth tooth, double[][] at, double[] target, Movement whole)
    {
        Whole = whole;
        Tooth = tooth;
        _at = at;
        Target = [.. target];
    }

    public Tooth Tooth { get; }

    /// <summary>The whole movement to the clinical target.</summary>
    public Movement Whole { get; }

    /// <summary>Stages, stage 0 included.</summary>
    public int StageCount => _at.Length;

    /// <summary>The clinical target.</summary>
    public ImmutableArray<double> Target { get; }

    /// <summary>The staged end.</summary>
    public ReadOnlySpan<double> Programmed => _at[^1];

    /// <summary>Height of the crown point over the centre of resistance, mm.</summary>
    public double CrownLeverMm => Lever(Tooth, Tooth.Landmarks.OcclusalPoint);

    /// <summary>Depth of the apex under the centre of resistance, mm.</summary>
    public double ApexLeverMm => -Lever(Tooth, Tooth.Apex);

    /// <summary>Components at a stage.</summary>
    public ReadOnlySpan<double> At(int stage) => _at[stage];

    /// <summary>What the tray that reaches a stage adds to a component.</summary>
    public double Step(int stage, int component) => _at[stage][component] - _at[stage - 1][component];

    /// <summary>What the tray adds to the apex in the plane of an angle component: along the arch (tip) or across it (torque), mm.</summary>
    public double ApexStep(int stage, int crown, int angle) =>
        Step(stage, crown) - (Step(stage, angle) * RadPerDeg * (CrownLeverMm + ApexLeverMm));

    /// <summary>The way of a tooth.</summary>
    public static ToothWay Of(Tooth tooth, ImmutableArray<RigidTransform> poses, RigidTransform target) =>
        new(tooth, [.. poses.Select(p => Read(tooth, p))], Read(tooth, target), Movement.Between(tooth, RigidTransform.Identity, target));

    /// <summary>The pose whose components are given.</summary>
    public static RigidTransform Pose(Tooth tooth, ReadOnlySpan<double> c)
    {
        double lever = Lever(tooth, tooth.Landmarks.OcclusalPoint) * RadPerDeg;
        return Movement.Apply(tooth, RigidTransform.Identity, c[0] - (c[1] * lever), c[2] - (c[3] * lever), c[4], c[5], c[1], c[3]);
    }

    private static double[] Read(Tooth tooth, RigidTransform pose)
    {
        var m = Movement.Between(tooth, RigidTransform.Identity, pose);
        double lever = Lever(tooth, tooth.Landmarks.OcclusalPoint) * RadPerDeg;
        return [m.MesialMm + (m.TipDeg * lever), m.TipDeg, m.FacialMm + (m.TorqueDeg * lever), m.TorqueDeg, m.ExtrusionMm, m.RotationDeg];
    }

    private static double Lever(Tooth tooth, Vec3 point) => Vec3.Dot(point - tooth.CenterOfResistance, tooth.Frame.Occlusal);
}
