using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>A tooth goes back over its own path: a round trip, which costs time and root.</summary>
public sealed class ToothMovesThereAndBack : IRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "MOV014",
        nameof(ToothMovesThereAndBack),
        "movement",
        FindingSeverity.Warning,
        "No component of a tooth's movement from stage 0 goes forth and then back by more than the round-trip threshold.",
        ["IPR-02", "STG-07"],
        "engineering",
        ["engineering default, no clinical source: round trips named by the user as a risk (IPR-02)"],
        "Some protocols plan a round trip on purpose (procline to make space, then retract); the finding then carries its cause.")
    {
        Options = ["checks.roundTripMm", "checks.roundTripDeg"],
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        CheckPreferences checks = evidence.Plan.Preferences.Checks;
        foreach (ToothTrack track in evidence.Tracks)
        {
            (double Back, int Turn, int Component) worst = (0, 0, -1);
            double worstShare = 0;
            for (int c = 0; c < 6; c++)
            {
                double limit = c < 3 ? checks.RoundTripMm : checks.RoundTripDeg;
                (double back, int turn) = Greatest([.. track.FromStart.Select(m => ToothTrack.Component(m, c))]);
                if (PlanEvidence.IsOver(back, limit) && back / limit > worstShare)
                {
                    worstShare = back / limit;
                    worst = (back, turn, c);
                }
            }

            if (worst.Component >= 0)
                yield return Describe(evidence.Plan, track.Tooth.Id, worst.Back, worst.Turn, worst.Component);
        }
    }

    /// <summary>The most a series goes one way and then back, and where it turns.</summary>
    internal static (double Back, int Turn) Greatest(double[] series)
    {
        double best = 0;
        int turn = 0;
        for (int j = 1; j < series.Length - 1; j++)
        {
            double before = series[j];
            double after = series[j];
            double beforeHigh = series[j];
            double afterHigh = series[j];
            for (int i = 0; i < series.Length; i++)
            {
                if (i < j)
                    (before, beforeHigh) = (Math.Min(before, series[i]), Math.Max(beforeHigh, series[i]));
                else
                    (after, afterHigh) = (Math.Min(after, series[i]), Math.Max(afterHigh, series[i]));
            }

            double back = Math.Max(
                Math.Min(series[j] - before, series[j] - after), Math.Min(beforeHigh - series[j], afterHigh - series[j]));
            if (back > best + 1e-9)
                (best, turn) = (back, j);
        }

        return (best, turn);
    }

    private Finding Describe(PlanView plan, ToothId tooth, double back, int turn, int component)
    {
        bool linear = component < 3;
        double limit = linear ? plan.Preferences.Checks.RoundTripMm : plan.Preferences.Checks.RoundTripDeg;
        PlanEvent? cause = plan.Events.FirstOrDefault(
            e => e.Fdi == tooth.Fdi && e.Kind == "detour" && e.From <= turn + 1 && e.To >= turn && e.Cause.Length > 0);
        string unit = linear ? " mm" : "°";
        return Info.Finding(
            $"Tooth {tooth} goes back {ToothTrack.ComponentNames[component]} by {RuleInfo.Text(back)}{unit} after stage {turn}; "
                + (cause is null ? "no event says why." : $"the plan says why: {cause.Cause}."),
            tooth,
            stage: turn,
            measured: back,
            limit: limit,
            unit: linear ? "mm" : "deg");
    }
}
