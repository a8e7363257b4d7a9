using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Staging;

/// <summary>
/// How much of its limits one tray's step uses, on the safe side: where a movement's type hangs on the last digits (a crown
/// against apex ratio at the border of two types), the stricter type counts, so that rounding in files or a change of frame
/// can never turn a legal step into a broken limit.
/// </summary>
internal static class StepLimit
{
    /// <summary>Steps use at most this share of a limit: leaves room for rounding in files.</summary>
    public const double MaxUtilisation = 0.9995;

    /// <summary>A premolar or molar without an auxiliary is extruded by no more than noise in a tray, mm (VEL-12).</summary>
    public const double PosteriorNoiseMm = 0.018;

    private const double TypeMargin = 2e-3;

    /// <summary>The greatest share of any limit a step uses.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="from">Pose before.</param>
    /// <param name="to">Pose after.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="mayExtrude">False for a premolar or molar that no auxiliary extrudes.</param>
    public static double Utilisation(Tooth tooth, RigidTransform from, RigidTransform to, VelocityPreferences limits, bool mayExtrude = true)
    {
        Movement m = Movement.Between(tooth, from, to);
        double worst = mayExtrude ? 0 : m.ExtrusionMm / PosteriorNoiseMm;
        for (int variant = 0; variant < 4; variant++)
        {
            double crown = (variant & 1) == 0 ? 1 - TypeMargin : 1 + TypeMargin;
            double apex = (variant & 2) == 0 ? 1 - TypeMargin : 1 + TypeMargin;
            Movement shaken = m with { Crown = m.Crown * crown, Apex = m.Apex * apex };
            worst = Math.Max(worst, MovementLimits.Utilisation(tooth.Id, shaken, limits));
        }

        return worst;
    }

    /// <summary>The greatest share 0–1 of the step from <paramref name="from"/> that a tray may ask for.</summary>
    public static double GreatestShare(
        Tooth tooth, MovementVector from, RigidTransform fromPose, MovementVector step, VelocityPreferences limits, bool mayExtrude)
    {
        bool Fits(double s) =>
            Utilisation(tooth, fromPose, (from + (step * s)).Pose(tooth), limits, mayExtrude) <= MaxUtilisation;
        return Fits(1) ? 1 : Bisection.Greatest(0, 1, 14, Fits);
    }

    /// <summary>Least number of trays for the whole movement to <paramref name="target"/>: N_LB of one tooth.</summary>
    public static int LowerBound(Tooth tooth, RigidTransform target, VelocityPreferences limits)
    {
        Movement whole = Movement.Between(tooth, RigidTransform.Identity, target);
        return (int)Math.Ceiling(MovementLimits.Utilisation(tooth.Id, whole, limits) - 1e-9);
    }
}
