namespace Archwright.Planning.Tests.Outcome;

/// <summary>
/// Three prescriptions in the classes of Meade 2023 by trays of the first series (under 15, 15–29, over 29), and the mixes they are weighed
/// in. Where refinement rates were published, how hard the single cases were was not: the prescriptions are ours.
/// </summary>
internal static class CaseMix
{
    /// <summary>Mild: incisors only, tipped in or out and turned.</summary>
    public static OutcomePlan Mild { get; } = Of(10, 2, 0, 0.8, 0, 6);

    /// <summary>Moderate: incisors to premolars, all that alignment asks for.</summary>
    public static OutcomePlan Moderate { get; } = Of(22, 5, 0.5, 0.8, 0.3, 6);

    /// <summary>Severe: up to the first molars, large movements.</summary>
    public static OutcomePlan Severe { get; } = Of(36, 6, 1.5, 1.2, 0.8, 12);

    /// <summary>All three, lightest first.</summary>
    public static OutcomePlan[] All { get; } = [Mild, Moderate, Severe];

    /// <summary>Share of cases that need a refinement where the three are met so often.</summary>
    public static double Rate(double mild, double moderate, double severe) =>
        (mild * Probability(Mild)) + (moderate * Probability(Moderate)) + (severe * Probability(Severe));

    public static double Probability(OutcomePlan plan) => plan.Run().Outcome.RefinementProbability!.Value;

    private static OutcomePlan Of(int trays, int lastPosition, double alongMm, double acrossMm, double verticalMm, double turnDeg)
    {
        var plan = new OutcomePlan { Trays = trays };
        int i = 0;
        foreach (int quadrant in new[] { 10, 20, 30, 40 })
        {
            for (int position = 1; position <= lastPosition; position++, i += 3)
            {
                plan.Tip(
                    quadrant + position,
                    (i & 1) == 0 ? alongMm : -alongMm,
                    (i & 2) == 0 ? acrossMm : -acrossMm,
                    (i & 4) == 0 ? verticalMm : -verticalMm,
                    (i & 8) == 0 ? turnDeg : -turnDeg);
            }
        }

        return plan;
    }
}
