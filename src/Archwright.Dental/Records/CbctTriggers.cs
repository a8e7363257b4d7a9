using System.Collections.Immutable;
using System.Globalization;

namespace Archwright.Dental;

/// <summary>
/// What at intake asks for a cone-beam volume (REC-14): a compromised periodontium, a history of root resorption, a written target of
/// arch width further from where the arch is than a preference lets it. Planned movements are judged again on each plan by rules REC002 and REC003; torque
/// shows only there.
/// </summary>
public static class CbctTriggers
{
    /// <summary>All triggers of a case as handed in.</summary>
    /// <param name="description">The case.</param>
    /// <param name="upper">Measures of the upper arch, where there is one.</param>
    /// <param name="lower">Measures of the lower arch, where there is one.</param>
    /// <param name="preferences">Limits: <c>periodontium</c>, and <c>checks.expansionWithoutCbctMm</c>.</param>
    public static ImmutableArray<CbctTrigger> AtIntake(
        CaseDescription description, ArchMeasures? upper, ArchMeasures? lower, TreatmentPreferences preferences) =>
    [
        .. Periodontium(description.RecordSet, description.Conditions, preferences.Periodontium).Concat(Resorption(description.RecordSet))
            .Concat(Expansion(description.Objectives, upper, lower, preferences.Checks.ExpansionWithoutCbctMm)),
    ];

    /// <summary>The triggers of a measured case as data gaps; none where a volume is on record or the treating doctor goes without.</summary>
    /// <param name="measured">The case.</param>
    /// <param name="preferences">Limits, as for <see cref="AtIntake"/>.</param>
    public static IEnumerable<DataGap> Gaps(MeasuredCase measured, TreatmentPreferences preferences)
    {
        CaseDescription said = measured.Input.Description;
        return said.RecordSet is { HasCbct: true } or { WaivesCbct: true }
            ? []
            : AtIntake(said, measured.Upper?.Measures, measured.Lower?.Measures, preferences).Select(trigger => new DataGap(
                "cbct-required",
                $"A CBCT is required ({trigger.Trigger}): {trigger.Message}.",
                ToothId.TryFromFdi(trigger.Fdi, out ToothId tooth) ? tooth : null));
    }

    /// <summary>Teeth with a compromised periodontium, the charted ones first, worst first.</summary>
    public static IEnumerable<CbctTrigger> Periodontium(
        CaseRecords? records, ImmutableArray<ToothConditionEntry> conditions, PeriodontalPreferences limits)
    {
        ImmutableArray<ToothPeriodontium> chart = records?.Periodontal?.Teeth ?? [];
        var charted =
            from tooth in chart
            let found = limits.Compromise(tooth)
            where found is not null
            orderby found.Value.Value / found.Value.Limit descending, tooth.Fdi
            select (tooth.Fdi, Found: found.Value);
        foreach ((int fdi, (string What, double Value, double Limit, string Unit) found) in charted)
        {
            string amount = found.Unit == "mm" ? $"{Text(found.Value)} mm, limit {Text(found.Limit)} mm" : $"{Text(found.Value)}, limit below {Text(found.Limit)}";
            yield return new CbctTrigger("periodontium", fdi, found.Value, found.Limit, found.Unit, $"tooth {fdi}: {found.What} {amount}");
        }

        foreach (ToothConditionEntry entry in conditions.Where(c => c.Condition == ToothCondition.Periodontal && chart.All(t => t.Fdi != c.Fdi)).OrderBy(c => c.Fdi))
            yield return new CbctTrigger("periodontium", entry.Fdi, null, null, null, $"tooth {entry.Fdi}: recorded as periodontally compromised");
    }

    /// <summary>Teeth with resorbed roots, worst first.</summary>
    public static IEnumerable<CbctTrigger> Resorption(CaseRecords? records) =>
        from tooth in records?.Resorption?.Teeth ?? []
        orderby tooth.LostMm descending, tooth.Fdi
        select new CbctTrigger("resorption", tooth.Fdi, tooth.LostMm, 0, "mm", $"tooth {tooth.Fdi}: {Text(tooth.LostMm)} mm of its root are resorbed");

    private static IEnumerable<CbctTrigger> Expansion(CaseObjectives objectives, ArchMeasures? upper, ArchMeasures? lower, double limitMm)
    {
        foreach (ObjectiveTarget target in ObjectiveTargets.Of(objectives))
        {
            (double? now, int tooth, string name) = target.Measure switch
            {
                ObjectiveMeasure.IntercanineUpper => (upper?.IntercanineMm, 13, "upper intercanine width"),
                ObjectiveMeasure.IntercanineLower => (lower?.IntercanineMm, 43, "lower intercanine width"),
                ObjectiveMeasure.IntermolarUpper => (upper?.IntermolarMm, 16, "upper intermolar width"),
                ObjectiveMeasure.IntermolarLower => (lower?.IntermolarMm, 46, "lower intermolar width"),
                _ => (null, 0, ""),
            };
            if (target.Value - now is { } mm && mm > limitMm)
            {
                yield return new CbctTrigger(
                    "expansion", tooth, mm, limitMm, "mm", $"tooth {tooth}: {name} of {Text(target.Value)} mm is wanted, {Text(mm)} mm more than now, limit {Text(limitMm)} mm");
            }
        }
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>One reason why a cone-beam volume is asked for.</summary>
/// <param name="Trigger">periodontium, resorption or expansion.</param>
/// <param name="Fdi">The tooth.</param>
/// <param name="Value">What was measured; null where only the fact is known.</param>
/// <param name="Limit">The limit it is over.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Message">Tooth, value and limit in words.</param>
public sealed record CbctTrigger(string Trigger, int Fdi, double? Value, double? Limit, string? Unit, string Message);
