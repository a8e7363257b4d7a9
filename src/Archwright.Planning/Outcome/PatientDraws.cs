using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Planning.Outcome;

/// <summary>
/// The simulated patients: what all teeth of one patient share. Seeded by the case (which teeth there are and how wide), not by the plan,
/// so that two plans of one case meet the same patients and their difference is the plans' own.
/// </summary>
internal sealed class PatientDraws
{
    /// <summary>Number of simulated patients.</summary>
    public const int Count = 2000;

    /// <summary>Share of the variance of expression that belongs to the patient (clinical.md 1.6, D).</summary>
    public const double Correlation = 0.4;

    private readonly SeededRandom _seed;

    public PatientDraws(IEnumerable<Tooth> teeth)
    {
        _seed = new SeededRandom(1).Fork(string.Join(
            ' ', teeth.Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Id.Fdi}:{t.Landmarks.WidthMm:0.00}"))));
        Expression = Normals("expression");
        Wear = Normals("wear");
        Ipr = Normals("ipr");
        Demand = Normals("demand");
    }

    /// <summary>Biology and habits.</summary>
    public double[] Expression { get; }

    /// <summary>Hours of wear.</summary>
    public double[] Wear { get; }

    /// <summary>How much of planned IPR is done.</summary>
    public double[] Ipr { get; }

    /// <summary>How much is put up with before a refinement is ordered.</summary>
    public double[] Demand { get; }

    /// <summary>Standard normal deviates of one purpose.</summary>
    public double[] Normals(string purpose)
    {
        SeededRandom random = _seed.Fork(purpose);
        var z = new double[Count];
        for (int i = 0; i < Count; i++)
            z[i] = random.Normal();
        return z;
    }

    /// <summary>Wear factor of each patient.</summary>
    public double[] WearFactors(double hours, PatientCompliance? compliance) =>
        [.. Wear.Select(z => WearModel.Factor(hours, compliance, z))];
}
