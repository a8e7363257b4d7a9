namespace Archwright.Planning.Outcome;

/// <summary>
/// When a refinement is ordered. Method: each movement of an incisor, canine, premolar or first molar that ends over its tolerance (0.5 mm,
/// 2°) adds how far over it is, in tolerances, squared; the root of the sum is the patient's residual score, so that one tooth far off weighs as much as many
/// a little off. It is ordered where the score exceeds what this patient and doctor put up with, which differs from case to case: log-normal.
/// Source: that deviations count from 0.5 mm on, and more the larger they are, as in the ABO grading (for aligners Buschang 2015, Angle Orthod 85:723); the form of
/// the score, and median and spread of what is put up with, are engineering defaults chosen between published rates (docs/calibration.md). Not worse with more wear
/// in any patient, since no residual is.
/// </summary>
internal static class RefinementNeed
{
    /// <summary>Score that half of patients and doctors put up with.</summary>
    public const double MedianPutUpWith = 1.0;

    /// <summary>Spread of its logarithm.</summary>
    public const double Spread = 0.8;

    /// <summary>What one movement adds, squared: 0 up to its tolerance.</summary>
    /// <param name="residual">Distance from the clinical target in tolerances, any sign.</param>
    public static double Excess(double residual)
    {
        double over = Math.Max(0, Math.Abs(residual) - 1);
        return over * over;
    }

    /// <summary>What each simulated patient and doctor put up with, from standard normal deviates of their own.</summary>
    public static double[] PutUpWith(double[] deviates) => [.. deviates.Select(z => MedianPutUpWith * Math.Exp(Spread * z))];
}
