using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Movement velocities: the tray that uses most of each limit.</summary>
internal static class VelocityConformance
{
    private static readonly ImmutableArray<string> Names =
        [.. PreferenceCatalogue.All.Where(o => o.Category == "velocity").Select(o => o.Path)];

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        var greatest = new SortedDictionary<string, (LimitUse Use, ToothId Tooth, int Stage)>(StringComparer.Ordinal);
        foreach (ToothIncrement increment in evidence.Increments)
        {
            foreach (LimitUse use in increment.Uses.Where(u => u.Measured > Verdict.Rounding))
            {
                string name = MovementLimits.OptionOf(increment.Tooth.Id, use);
                if (!greatest.TryGetValue(name, out (LimitUse Use, ToothId, int) most) || use.Share > most.Use.Share)
                    greatest[name] = (use, increment.Tooth.Id, increment.Stage);
            }
        }

        foreach (string name in Names)
        {
            if (!greatest.TryGetValue(name, out (LimitUse Use, ToothId Tooth, int Stage) most))
            {
                yield return Verdict.NotApplicable(name, "no tray asks for this movement");
                continue;
            }

            yield return Verdict.Judge(
                name,
                !PlanEvidence.IsOver(most.Use.Measured, most.Use.Limit),
                $"most: {most.Use.Measured:0.000} of {most.Use.Limit:0.###} {most.Use.Unit} at {most.Tooth}, stage {most.Stage}");
        }
    }
}
