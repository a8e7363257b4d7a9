using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The lines of the record checklist as gates see them.</summary>
internal static class RecordGate
{
    /// <summary>Why an item is missing, as half a sentence.</summary>
    public static string Why(RecordLine line) => line.Item?.Reason is { } reason ? $"absent ({reason.TrimEnd('.')})" : "not said of";

    /// <summary>Records of a plan.</summary>
    public static CaseRecords? Of(PlanEvidence evidence) => evidence.Plan.Patient.Records;

    /// <summary>True where a cone-beam volume is on record, or the treating doctor goes without.</summary>
    public static bool IsCbctSettled(PlanEvidence evidence) => Of(evidence) is { HasCbct: true } or { WaivesCbct: true };

    /// <summary>One finding for all triggers of a kind that no volume answers: the worst tooth, with the others named.</summary>
    public static IEnumerable<Finding> CbctAsked(RuleInfo info, PlanEvidence evidence, IEnumerable<CbctTrigger> triggers, string why)
    {
        if (IsCbctSettled(evidence))
            yield break;
        CbctTrigger[] open =
        [
            .. triggers.Where(t => !evidence.Plan.Teeth.Any(tooth => tooth.Id.Fdi == t.Fdi && tooth.RootSource != RootSource.Template)),
        ];
        if (open.Length == 0)
            yield break;
        string others = open.Length == 1 ? "" : $" Also {string.Join(", ", open.Skip(1).Select(t => t.Fdi).Distinct())}.";
        string message = char.ToUpperInvariant(open[0].Message[0]) + open[0].Message[1..];
        yield return info.Finding(
            $"{message}: {why}.{others}",
            ToothId.TryFromFdi(open[0].Fdi, out ToothId tooth) ? tooth : null,
            measured: open[0].Value,
            limit: open[0].Limit,
            unit: open[0].Unit);
    }
}
