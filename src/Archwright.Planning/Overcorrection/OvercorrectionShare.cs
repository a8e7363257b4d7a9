namespace Archwright.Planning.Overcorrection;

/// <summary>Reads overcorrection off a plan's poses: how far a movement is programmed beyond its clinical target.</summary>
public static class OvercorrectionShare
{
    // Staging pushes teeth that would overlap apart by up to a tenth of a millimetre: that is no overcorrection.
    private const double LeastShare = 0.1;
    private const double LeastTolerances = 0.2;

    /// <summary>Programmed over clinical movement less 1; 0 where there is no clinical movement.</summary>
    public static double Of(double clinical, double programmed) => clinical == 0 ? 0 : (programmed / clinical) - 1;

    /// <summary>True where a movement is programmed beyond its clinical target on purpose: by more than 10 % and a fifth of the tolerance.</summary>
    /// <param name="clinical">Movement to the clinical target.</param>
    /// <param name="programmed">Movement to the staged end.</param>
    /// <param name="tolerance">Residual for which a refinement is made, same unit.</param>
    public static bool IsBeyond(double clinical, double programmed, double tolerance) =>
        Of(clinical, programmed) > LeastShare && Math.Abs(programmed - clinical) > LeastTolerances * tolerance;
}
