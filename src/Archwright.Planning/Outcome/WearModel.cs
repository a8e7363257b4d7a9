using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// What the hours of wear leave of an expression. Hours differ from patient to patient: the mean is what the plan assumes less what the
/// doctor knows of the patient (CLN-11), the spread an engineering default. Factor: min(1, hours / 20)^0.7 (clinical.md 1.6, D).
/// </summary>
internal static class WearModel
{
    private const double FullHours = 20;
    private const double Exponent = 0.7;

    /// <summary>Share of a movement that is left at a patient's hours.</summary>
    /// <param name="hours">Mean hours of all patients like this one.</param>
    /// <param name="compliance">What the doctor knows.</param>
    /// <param name="z">The patient's standard normal deviate; the same at all hours, so that more wear is never worse.</param>
    public static double Factor(double hours, PatientCompliance? compliance, double z)
    {
        (double shift, double spread) = compliance switch
        {
            PatientCompliance.Good => (0, 0.75),
            PatientCompliance.Fair => (-1.5, 1.5),
            PatientCompliance.Poor => (-4, 2.5),
            _ => (0, 1.5),
        };
        return Math.Pow(Math.Clamp((hours + shift + (spread * z)) / FullHours, 0, 1), Exponent);
    }
}
