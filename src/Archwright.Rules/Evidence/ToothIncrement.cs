using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>What one tray asks of one tooth. The movement from stage k − 1 to k belongs to stage k.</summary>
/// <param name="Tooth">The tooth at stage 0.</param>
/// <param name="Stage">The stage it reaches.</param>
/// <param name="Movement">The movement.</param>
/// <param name="Uses">Every limit it is held against.</param>
public sealed record ToothIncrement(Tooth Tooth, int Stage, Movement Movement, ImmutableArray<LimitUse> Uses)
{
    /// <summary>Turns and displacements below this are rounding: a tooth that makes no more stands still (deg, mm).</summary>
    internal const double StillMm = 1e-4;

    /// <summary>True where a movement is more than rounding.</summary>
    internal static bool IsMovement(Movement m) =>
        m.Crown.Length > StillMm || m.Apex.Length > StillMm
        || Math.Max(Math.Abs(m.RotationDeg), Math.Max(Math.Abs(m.TipDeg), Math.Abs(m.TorqueDeg))) > 10 * StillMm;

    /// <summary>The trays in which a tooth moves.</summary>
    internal static IEnumerable<ToothIncrement> Of(ToothTrack track, VelocityPreferences limits)
    {
        for (int k = 1; k < track.StageCount; k++)
        {
            Movement movement = Movement.Between(track.Tooth, track.Poses[k - 1], track.Poses[k]);
            if (IsMovement(movement))
            {
                yield return new ToothIncrement(
                    track.Tooth, k, movement, MovementLimits.Uses(track.Tooth.Id, movement, limits));
            }
        }
    }
}
