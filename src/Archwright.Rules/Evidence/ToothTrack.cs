using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>The way of one tooth through the stages.</summary>
/// <param name="Tooth">The tooth at stage 0.</param>
/// <param name="Poses">Pose per stage, relative to stage 0.</param>
/// <param name="FromStart">Movement from stage 0 per stage, read in the tooth's frame at stage 0.</param>
public sealed record ToothTrack(Tooth Tooth, ImmutableArray<RigidTransform> Poses, ImmutableArray<Movement> FromStart)
{
    /// <summary>The six components in the order of <see cref="Component"/>.</summary>
    internal static ImmutableArray<string> ComponentNames { get; } =
        ["mesiodistally", "faciolingually", "vertically", "in rotation", "in tip", "in torque"];

    /// <summary>Number of stages, stage 0 included.</summary>
    public int StageCount => Poses.Length;

    /// <summary>Measures a way.</summary>
    public static ToothTrack Of(Tooth tooth, ImmutableArray<RigidTransform> poses) =>
        new(tooth, poses, [.. poses.Select(p => Movement.Between(tooth, RigidTransform.Identity, p))]);

    /// <summary>One of a movement's six components, 0–5: mesial, facial, extrusion (mm), rotation, tip, torque (deg).</summary>
    internal static double Component(Movement movement, int index) => index switch
    {
        0 => movement.MesialMm,
        1 => movement.FacialMm,
        2 => movement.ExtrusionMm,
        3 => movement.RotationDeg,
        4 => movement.TipDeg,
        _ => movement.TorqueDeg,
    };
}
