using System.Collections.Immutable;
using System.Globalization;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// Where the model knows nothing and says so. Bounds are what the studies behind the table have seen (clinical.md 1.1–1.4, 3.1) or what
/// is commonly referred (clinical.md 6.4, M); an engineering default where neither says.
/// </summary>
internal static class AssessmentRange
{
    // rounding of poses never decides
    private const double Rounding = 1.01;

    private static readonly ImmutableArray<(double Total, double Tray, string What, string Seen)> Bounds =
    [
        (4, 0.5, "mm along the arch", "molar studies reach 3.2 mm"),
        (30, 5, "° of tip", "more than 30° is commonly referred"),
        (4, 0.5, "mm across the arch", "expansion studies plan about 2 mm a side"),
        (20, 5, "° of torque", "torque studies plan little more than 10°"),
        (3, 0.5, "mm vertically", "2 mm is the most that studies call predictable"),
        (45, 5, "° of rotation", "more than 45° is commonly referred"),
    ];

    /// <summary>What of a tooth cannot be assessed; a reason without component is the whole tooth.</summary>
    public static IEnumerable<OutcomeUnknown> Of(ToothWay way, OutcomeInput input)
    {
        ToothId id = way.Tooth.Id;
        if (!Moves(way))
            yield break;
        string? whole =
            id.IsPrimary ? "no study reports the expression of milk teeth"
            : id.Position == 8 ? "no study reports the expression of third molars"
            : !way.Tooth.IsMovable ? $"the plan moves a tooth that may not move ({way.Tooth.Restriction.ToString().ToLowerInvariant()})"
            : input.Patient.Group == PatientGroup.Child ? "growth and eruption are not modelled: studies are of teens and adults"
            : null;
        if (whole is not null)
        {
            yield return new OutcomeUnknown { Fdi = id.Fdi, Reason = whole };
            yield break;
        }

        for (int c = 0; c < ToothWay.Components; c++)
        {
            (double total, double tray, string what, string seen) = Bounds[c];
            double size = Math.Abs(way.Programmed[c]);
            double step = Enumerable.Range(1, way.StageCount - 1).Max(k => Math.Abs(way.Step(k, c)));
            if (size > total * Rounding)
                yield return Unknown(id, c, $"{Text(size)} {what} is beyond what studies have seen ({seen})");
            else if (step > tray * Rounding)
                yield return Unknown(id, c, $"{Text(step)} {what} in one tray is beyond what any study has tried");
        }
    }

    /// <summary>True where a tooth does more than stand.</summary>
    public static bool Moves(ToothWay way)
    {
        for (int k = 1; k < way.StageCount; k++)
        {
            for (int c = 0; c < ToothWay.Components; c++)
            {
                if (Math.Abs(way.Step(k, c)) > 1e-3)
                    return true;
            }
        }

        return false;
    }

    private static OutcomeUnknown Unknown(ToothId id, int component, string reason) =>
        new() { Fdi = id.Fdi, Component = (OutcomeComponent)component, Reason = reason };

    private static string Text(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
