using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>What is known of single teeth, from the list of conditions and from the records together.</summary>
public static class ToothConditions
{
    /// <summary>
    /// The conditions as written, then those the records show (CLN-01, CLN-02, CLN-13): a thin phenotype, a compromised periodontium
    /// (<see cref="PeriodontalPreferences"/>), a resorbed root. In order of FDI and condition after the written ones; none twice.
    /// </summary>
    public static ImmutableArray<ToothConditionEntry> Of(
        ImmutableArray<ToothConditionEntry> written, CaseRecords? records, PeriodontalPreferences limits)
    {
        IEnumerable<(int Fdi, ToothCondition Condition)> shown =
            from tooth in records?.Periodontal?.Teeth ?? []
            from condition in OfTooth(tooth, limits)
            select (tooth.Fdi, condition);
        IEnumerable<(int Fdi, ToothCondition Condition)> resorbed =
            (records?.Resorption?.Teeth ?? []).Select(t => (t.Fdi, ToothCondition.ShortRoot));
        return
        [
            .. written,
            .. shown.Concat(resorbed).Distinct().Where(s => !written.Any(w => w.Fdi == s.Fdi && w.Condition == s.Condition)).Order()
                .Select(s => new ToothConditionEntry { Fdi = s.Fdi, Condition = s.Condition }),
        ];
    }

    private static IEnumerable<ToothCondition> OfTooth(ToothPeriodontium tooth, PeriodontalPreferences limits)
    {
        if (limits.Compromise(tooth) is not null)
            yield return ToothCondition.Periodontal;
        if (tooth.Phenotype == GingivalPhenotype.Thin)
            yield return ToothCondition.ThinBiotype;
    }
}
