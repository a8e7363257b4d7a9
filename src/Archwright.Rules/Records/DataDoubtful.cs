using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Something in the data was repaired, inferred or stands for something else: worth knowing, no decision asked.</summary>
public sealed class DataDoubtful : IRule
{
    /// <summary>Gaps that are only worth knowing.</summary>
    internal static ImmutableArray<string> Codes { get; } = ["normals-flipped", "crown-mostly-inferred", "milk-tooth"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC006",
        nameof(DataDoubtful),
        "records",
        FindingSeverity.Advice,
        "Nothing in the data was turned, mostly inferred or measured by the norms of another tooth.",
        ["REC-04", "REC-05"],
        "user",
        ["requirements.csv REC-05 (a patched region is marked)"],
        "");

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence) =>
        from gap in evidence.Plan.Gaps
        where Codes.Contains(gap.Code)
        select Info.Finding($"{gap.Message.TrimEnd('.')} ({gap.Code}).", gap.Tooth);
}
