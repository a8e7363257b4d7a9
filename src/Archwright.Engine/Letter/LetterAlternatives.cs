using System.Collections.Immutable;
using System.Globalization;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>
/// Works out alternatives for one movement that will under-express (CHK-08): programme it beyond its target and stage the whole plan
/// anew; plan a short second series for what is left; give it an attachment where it lacks one. Nothing here is looked up: each cost is
/// the count of trays that come out.
/// </summary>
internal static class LetterAlternatives
{
    /// <summary>The most a movement is overcorrected here (requirements.csv OVC-01).</summary>
    private const double ShareMax = 0.3;

    /// <summary>Alternatives for a movement, in the order they are worth reading.</summary>
    public static ImmutableArray<LetterAlternative> Of(StagedPlan staged, PlanDocument plan, ExpectedMovement movement, RunContext context)
    {
        var found = ImmutableArray.CreateBuilder<LetterAlternative>();
        Tooth tooth = staged.Teeth.Single(t => t.Id.Fdi == movement.Fdi);
        found.Add(Overcorrected(staged, plan, tooth, movement, context));
        // An attachment that promises nothing is no alternative.
        if (movement.Modifiers.Contains("no attachment", StringComparison.Ordinal)
            && Attached(staged, plan, movement, context) is { } attached
            && attached.Shortfall < OutcomeText.Shortfall(movement) - (OutcomeText.Tolerance(movement) / 20))
        {
            found.Add(attached);
        }

        found.Add(SecondSeries(plan, tooth, staged.Target[tooth.Id], movement, context));
        return found.ToImmutable();
    }

    private static LetterAlternative Overcorrected(
        StagedPlan staged, PlanDocument plan, Tooth tooth, ExpectedMovement movement, RunContext context)
    {
        double expression = movement.Programmed == 0 ? 0.5 : Math.Clamp(movement.Expected / movement.Programmed, 0.3, 1);
        double share = Math.Min(ShareMax, (1 / expression) - 1);
        RigidTransform beyond = Scaled(tooth, staged.Target[tooth.Id], movement.Component, 1 + share);
        StagingResult anew = staged.Stage(staged.Target.SetItem(tooth.Id, beyond), plan.Engine.Preferences, context);
        int trays = anew.Stages.Length - plan.Stages.Length;
        PlanOutcome outcome = staged.Expect(anew.Stages, anew.Ipr, context);
        return new LetterAlternative(
            string.Create(CultureInfo.InvariantCulture, $"Overcorrect this movement by {100 * share:0} %"),
            trays,
            Weeks(plan, trays),
            0,
            Left(outcome, movement),
            "whole plan staged anew under the same limits");
    }

    private static LetterAlternative Attached(StagedPlan staged, PlanDocument plan, ExpectedMovement movement, RunContext context)
    {
        var attachment = new ToothSupport(movement.Fdi, 1, plan.Stages.Length);
        PlanOutcome outcome = staged.Expect(staged.OwnStages(), plan.Ipr, context, attachment);
        return new LetterAlternative("Place an attachment that serves it", 0, 0, 1, Left(outcome, movement), "same trays, estimated anew; trials disagree on the benefit");
    }

    /// <summary>A second series begins where the first is expected to end and goes to the same target within the same limits.</summary>
    private static LetterAlternative SecondSeries(PlanDocument plan, Tooth tooth, RigidTransform target, ExpectedMovement movement, RunContext context)
    {
        var whole = Movement.Between(tooth, RigidTransform.Identity, target);
        double reached = movement.Clinical == 0 ? 0 : movement.Expected / movement.Clinical;
        RigidTransform start = Scaled(tooth, RigidTransform.Identity, whole, movement.Component, reached);
        Tooth moved = tooth.Moved(start);
        RigidTransform rest = Scaled(tooth, RigidTransform.Identity, whole, movement.Component, 1) * start.Inverse;
        int trays = Math.Max(1, (int)Math.Ceiling(MovementLimits.Utilisation(
            tooth.Id, Movement.Between(moved, RigidTransform.Identity, rest), plan.Engine.Preferences.Velocity) - 1e-9));
        PlanOutcome outcome = ExpectedOutcome.Run(
            new OutcomeInput
            {
                Teeth = [moved],
                Stages = [.. Enumerable.Range(0, trays + 1).Select(k => ImmutableSortedDictionary<ToothId, RigidTransform>.Empty.Add(
                    tooth.Id, ScrewMotion.Interpolate(RigidTransform.Identity, rest, moved.CenterOfResistance, (double)k / trays)))],
                Target = ImmutableSortedDictionary<ToothId, RigidTransform>.Empty.Add(tooth.Id, rest),
                WearDays = [.. Enumerable.Range(0, trays + 1).Select(k => k == 0 ? 0 : plan.Engine.Preferences.Wear.PerTrayDays)],
                Supports = [.. plan.Attachments.Where(a => a.Fdi == tooth.Id.Fdi).Select(a => new ToothSupport(a.Fdi, 1, trays))],
                Ipr = [],
                Patient = plan.Patient,
                Preferences = plan.Engine.Preferences,
                HasBite = false,
            },
            context).Outcome;
        return new LetterAlternative(
            "Plan a second series for what is left and tell the patient now",
            trays,
            Weeks(plan, trays),
            0,
            Left(outcome, movement),
            "this tooth alone from its expected end; other teeth use the same trays");
    }

    private static double? Left(PlanOutcome outcome, ExpectedMovement movement) =>
        outcome.Movements.FirstOrDefault(m => m.Fdi == movement.Fdi && m.Component == movement.Component) is { } now
            ? OutcomeText.Shortfall(now)
            : null;

    private static double Weeks(PlanDocument plan, int trays) => trays * plan.Engine.Preferences.Wear.PerTrayDays / 7.0;

    private static RigidTransform Scaled(Tooth tooth, RigidTransform target, OutcomeComponent component, double factor) =>
        Scaled(tooth, RigidTransform.Identity, Movement.Between(tooth, RigidTransform.Identity, target), component, factor, 1);

    /// <summary>One component (a plane as a whole) times a factor, the others times another: 1 keeps them, 0 leaves them out.</summary>
    private static RigidTransform Scaled(
        Tooth tooth, RigidTransform from, Movement m, OutcomeComponent component, double factor, double others = 0)
    {
        double Of(params OutcomeComponent[] which) => which.Contains(component) ? factor : others;
        double md = Of(OutcomeComponent.Mesiodistal, OutcomeComponent.Tip);
        double fl = Of(OutcomeComponent.Faciolingual, OutcomeComponent.Torque);
        return Movement.Apply(
            tooth, from, m.MesialMm * md, m.FacialMm * fl, m.ExtrusionMm * Of(OutcomeComponent.Vertical),
            m.RotationDeg * Of(OutcomeComponent.Rotation), m.TipDeg * md, m.TorqueDeg * fl);
    }
}
