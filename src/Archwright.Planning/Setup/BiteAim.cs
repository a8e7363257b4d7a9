using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// Something the two arches are to have in common at the target (overjet, overbite, midline, class, cusp overlap), as a
/// residual in standard deviations. Soft aims fade when the dentition is far from them: a full Class II molar is not
/// dragged to Class I by a default.
/// </summary>
/// <param name="Name">overjet, overbite, midline, canine-right …</param>
/// <param name="Value">The measure at the given poses (index of the arch, index of the tooth), mm.</param>
/// <param name="WantedMm">Wanted value, mm.</param>
/// <param name="DeviationMm">How far off counts as one standard deviation, mm.</param>
/// <param name="IsSoft">True for a default; false for the doctor's own objective.</param>
internal sealed record BiteAim(
    string Name, Func<RigidTransform[][], double> Value, double WantedMm, double DeviationMm, bool IsSoft)
{
    /// <summary>Every value from <see cref="WantedMm"/> − this to <see cref="WantedMm"/> + this is as good as wanted, mm.</summary>
    public double ToleranceMm { get; init; }

    /// <summary>Residual in standard deviations.</summary>
    public double Residual(RigidTransform[][] poses)
    {
        double off = Value(poses) - WantedMm;
        return (off - Math.Clamp(off, -ToleranceMm, ToleranceMm)) / DeviationMm;
    }

    /// <summary>Cauchy weight of a soft aim at the present poses.</summary>
    public double Weight(RigidTransform[][] poses) =>
        IsSoft ? 1 / (1 + Math.Pow(Residual(poses) / 3, 2)) : 1;
}
