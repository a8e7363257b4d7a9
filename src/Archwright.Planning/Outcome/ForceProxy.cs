using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// How much one tray asks of one tooth, all movements together (VEL-21): the sum of the shares of the reference limits (design.md 5)
/// that tip, torque, rotation, horizontal and vertical movement use. 1 is one movement at its limit; above 1.5 a tray asks for several
/// at once (clinical.md 3.1, D: the combined cap). It is no force in newtons: material, fit and geometry decide that.
/// The reference limits are fixed, so that a preference for a slower rate shows as a lower proxy.
/// </summary>
public static class ForceProxy
{
    /// <summary>Combined use above which a tray asks too much at once (clinical.md 3.1, D).</summary>
    public const double Combined = 1.5;

    private static readonly VelocityPreferences Reference = new();

    /// <summary>The proxy of a movement.</summary>
    public static double Of(ToothId tooth, Movement movement)
    {
        double sum = 0;
        foreach (LimitUse use in MovementLimits.Uses(tooth, movement, Reference))
        {
            if (!string.Equals(use.Component, "resultant", StringComparison.Ordinal))
                sum += use.Share;
        }

        return sum;
    }
}
