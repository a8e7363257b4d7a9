using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Every planned movement of every tooth against its published limit (CHK-05).</summary>
public static class LimitMap
{
    /// <summary>
    /// For each tooth and component that moves, the tray that uses most of its limit; in order of tooth and component. Of trays that use
    /// as much, the first.
    /// </summary>
    public static ImmutableArray<PlanLimitUse> Of(PlanEvidence evidence) =>
    [
        .. from increment in evidence.Increments
           from use in increment.Uses
           where use.Measured > Verdict.Rounding
           group (increment.Tooth.Id, increment.Stage, Use: use) by (increment.Tooth.Id, use.Component) into movement
           orderby movement.Key.Id, movement.Key.Component
           let most = movement.MaxBy(m => m.Use.Share)
           select Entry(most.Id, most.Stage, most.Use),
    ];

    private static PlanLimitUse Entry(ToothId tooth, int stage, LimitUse use)
    {
        PreferenceOption option = PreferenceCatalogue.Find(MovementLimits.OptionOf(tooth, use))!;
        return new PlanLimitUse
        {
            Fdi = tooth.Fdi,
            Component = use.Component,
            Type = use.Type,
            Stage = stage,
            Measured = Math.Round(use.Measured, 4),
            Limit = use.Limit,
            Published = (double)option.Default,
            Unit = use.Unit,
            Preference = option.Path,
            Source = option.Source,
        };
    }
}
