using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An arch is widened so far that the bone must be known, and the roots are templates.</summary>
public sealed class ExpansionWithoutCbct : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "REC002",
        nameof(ExpansionWithoutCbct),
        "records",
        FindingSeverity.Blocker,
        "At no stage does the distance of the crown points of a right and left tooth (canine to second molar) grow by more than the "
            + "threshold unless both roots are known from a volume or mesh, or a cone-beam volume is on record or waived by the treating doctor.",
        ["REC-04", "REC-14", "REC-15"],
        "user",
        ["requirements.csv REC-14 (CBCT required for planned expansion over 2 mm)"],
        "Practice pages keep expansion within 2 mm a side (clinical.md 1.2), twice the user's figure if that is read as a total.")
    {
        Options = ["checks.expansionWithoutCbctMm"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        double limit = evidence.Plan.Preferences.Checks.ExpansionWithoutCbctMm;
        if (RecordGate.IsCbctSettled(evidence))
            yield break;
        foreach (ArchSpread spread in ArchSpread.Of(evidence).Where(s => !s.RootsKnown && PlanEvidence.IsOver(s.GrowthMm, limit)))
        {
            yield return Info.Finding(
                $"Teeth {spread.Right} and {spread.Left} are spread by {RuleInfo.Text(spread.GrowthMm)} mm at stage {spread.Stage} and their roots are "
                    + $"templates; over {RuleInfo.Text(limit)} mm a CBCT is required.",
                spread.Right,
                spread.Left,
                spread.Stage,
                spread.GrowthMm,
                limit,
                "mm");
        }
    }
}
