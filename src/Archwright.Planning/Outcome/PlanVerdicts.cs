using System.Globalization;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Overcorrection;

namespace Archwright.Planning.Outcome;

/// <summary>
/// Two verdicts that are not the same (VEL-22): what the software allows (the plan against its own per-tray limits) and what biology
/// allows (how much a tray asks at once, how fast a tooth goes by the month); and what would absorb a loss of wear (OVC-06).
/// </summary>
internal sealed record PlanVerdicts(string Software, string Biology, string Buffer)
{
    private const double DaysPerMonth = 365.25 / 12;

    public static PlanVerdicts Of(OutcomeInput input, IReadOnlyList<SimulatedTooth> teeth)
    {
        (double Use, int Fdi, int Stage) use = default;
        (double Force, int Fdi, int Stage) force = default;
        (double MmPerMonth, int Fdi, int Stage) rate = default;
        for (int k = 1; k < input.Stages.Length; k++)
        {
            foreach (Tooth tooth in teeth.Where(t => t.Moves).Select(t => t.Way.Tooth))
            {
                RigidTransform from = input.Stages[k - 1][tooth.Id];
                RigidTransform to = input.Stages[k][tooth.Id];
                if (from == to)
                    continue;
                var movement = Movement.Between(tooth, from, to);
                double used = MovementLimits.Utilisation(tooth.Id, movement, input.Preferences.Velocity);
                double asked = ForceProxy.Of(tooth.Id, movement);
                double month = new Vec3(movement.MesialMm, movement.FacialMm, movement.ExtrusionMm).Length * DaysPerMonth / Math.Max(1, k < input.WearDays.Length ? input.WearDays[k] : 1);
                use = used > use.Use ? (used, tooth.Id.Fdi, k) : use;
                force = asked > force.Force ? (asked, tooth.Id.Fdi, k) : force;
                rate = month > rate.MmPerMonth ? (month, tooth.Id.Fdi, k) : rate;
            }
        }

        string software = use.Use <= 1.001
            ? Text($"within the per-tray limits: at most {100 * use.Use:0} % of one is used")
            : Text($"over the per-tray limits: {100 * use.Use:0} % of one is used by tooth {use.Fdi} at stage {use.Stage}");
        double limit = input.Preferences.Checks.MonthlyRateMm;
        string biology = force.Fdi == 0
            ? "no tooth moves"
            : Text($"force proxy {force.Force:0.00} of {ForceProxy.Combined:0.0} (tooth {force.Fdi}, stage {force.Stage}), fastest root centre {rate.MmPerMonth:0.00} of {limit:0.0#} mm a month (tooth {rate.Fdi}, stage {rate.Stage}): ")
                + (force.Force > ForceProxy.Combined || rate.MmPerMonth > limit ? "asks more than biology follows" : "within what biology follows");
        return new PlanVerdicts(software, biology, BufferOf(input, teeth));
    }

    /// <summary>Overcorrection is read from poses: programmed beyond the clinical target. Recovery flexibility is wear time left in a tray.</summary>
    private static string BufferOf(OutcomeInput input, IReadOnlyList<SimulatedTooth> teeth)
    {
        int over = teeth.Where(t => t.Moves).Sum(t => OutcomePart.Of(t, true).Count(p => OvercorrectionShare.IsBeyond(p.Target, t.Way.Programmed[p.Component], p.Tolerance)));
        bool slow = input.WearDays.Skip(1).DefaultIfEmpty(0).Min() >= 10 && input.Preferences.Velocity.LinearMm <= 0.2;
        return (over > 0, slow) switch
        {
            (true, true) => Text($"overcorrection of {over} movements; recovery flexibility of a slow schedule"),
            (true, false) => Text($"overcorrection of {over} movements"),
            (false, true) => "recovery flexibility of a slow schedule",
            _ => ExpectedOutcome.NoBuffer,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
