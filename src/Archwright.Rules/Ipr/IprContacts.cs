using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The plan's IPR gathered by contact; what the IPR rules share.</summary>
internal static class IprContacts
{
    /// <summary>Contacts with enamel to be removed, in order along the arches. Entries that name no two teeth are left out (IPR007).</summary>
    public static ImmutableArray<IprContact> Of(PlanView plan) =>
    [
        .. plan.Ipr
            .Where(i => Teeth(i) is not null)
            .GroupBy(i => Teeth(i)!.Value)
            .OrderBy(g => g.Key.A)
            .ThenBy(g => g.Key.B)
            .Select(g => new IprContact(g.Key.A, g.Key.B, [.. g.OrderBy(i => i.Stage)])),
    ];

    /// <summary>The two teeth of an entry, nearer the patient's right first; null where it does not name two different teeth.</summary>
    public static (ToothId A, ToothId B)? Teeth(PlanIpr ipr)
    {
        if (ipr.Between.IsDefault || ipr.Between.Length != 2
            || !ToothId.TryFromFdi(ipr.Between[0], out ToothId a) || !ToothId.TryFromFdi(ipr.Between[1], out ToothId b) || a == b)
        {
            return null;
        }

        return a < b ? (a, b) : (b, a);
    }

    /// <summary>Enamel removed at a contact by the time stage <paramref name="stage"/>'s tray is worn, mm.</summary>
    public static double DoneMm(PlanView plan, ToothId a, ToothId b, int stage)
    {
        double sum = 0;
        foreach (PlanIpr ipr in plan.Ipr)
        {
            if (ipr.Stage <= stage && Teeth(ipr) == (a < b ? (a, b) : (b, a)))
                sum += ipr.Mm;
        }

        return sum;
    }
}

/// <summary>One contact with its IPR.</summary>
/// <param name="A">Tooth nearer the patient's right.</param>
/// <param name="B">Its neighbour.</param>
/// <param name="Entries">Its entries by stage.</param>
internal sealed record IprContact(ToothId A, ToothId B, ImmutableArray<PlanIpr> Entries)
{
    /// <summary>Enamel removed in all, mm.</summary>
    public double TotalMm => Entries.Sum(e => e.Mm);

    /// <summary>First stage at which some is removed.</summary>
    public int FirstStage => Entries[0].Stage;
}
