using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// IPR is done by hand and seldom as much as planned: 45 and 37 % (De Felice 2020), 54 and 55 % (Hariharan 2022; clinical.md 1.5).
/// What is not removed keeps the two teeth apart: each stays half of it away from the contact. A known limit: teeth that under-express
/// anyway may not need the room, so the effect is counted in full where it may be felt in part.
/// </summary>
internal static class IprExecution
{
    /// <summary>Mean share of planned IPR that is done.</summary>
    public const double Mean = 0.5;

    /// <summary>Its standard deviation.</summary>
    public const double Deviation = 0.35;

    /// <summary>Share done by a draw.</summary>
    public static double Share(double patient, double contact) => Math.Clamp(
        Mean + (Deviation * ((Math.Sqrt(PatientDraws.Correlation) * patient) + (Math.Sqrt(1 - PatientDraws.Correlation) * contact))), 0, 1.2);

    /// <summary>Mesial displacement (mm) that lacking IPR leaves on a tooth, per contact: first stage and one value per patient.</summary>
    public static ImmutableArray<(int Stage, double[] Mm)> Of(ToothId tooth, OutcomeInput input, PatientDraws patients)
    {
        var found = ImmutableArray.CreateBuilder<(int Stage, double[] Mm)>();
        foreach (PlanIpr ipr in input.Ipr)
        {
            if (!ipr.Between.Contains(tooth.Fdi) || ipr.Between.Length != 2 || !ipr.Between.All(f => ToothId.TryFromFdi(f, out _)))
                continue;
            var other = ToothId.FromFdi(ipr.Between[0] == tooth.Fdi ? ipr.Between[1] : ipr.Between[0]);
            bool towardsLeft = other > tooth;
            double away = (tooth.IsRight == towardsLeft ? -1 : 1) * ipr.Mm / 2;
            double[] contact = patients.Normals($"ipr {ipr.Between.Min()}-{ipr.Between.Max()}");
            found.Add((ipr.Stage, [.. contact.Select((z, i) => away * Math.Max(0, 1 - Share(patients.Ipr[i], z)))]));
        }

        return found.ToImmutable();
    }
}
