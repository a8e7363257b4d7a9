using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Engine;

/// <summary>One preference variant of a case, in the numbers a decision is made by.</summary>
public sealed record ComparedPlan
{
    /// <summary>What the variant was asked for as: preset id or file.</summary>
    public required string Preferences { get; init; }

    /// <summary>Hash of the resolved preferences.</summary>
    public required string PreferencesSha256 { get; init; }

    /// <summary>Trays of the longer arch.</summary>
    public required int Trays { get; init; }

    /// <summary>Weeks of wear.</summary>
    public required double Weeks { get; init; }

    /// <summary>Enamel removed in all, mm.</summary>
    public required double IprMm { get; init; }

    /// <summary>Attachments.</summary>
    public required int Attachments { get; init; }

    /// <summary>Open blocking findings.</summary>
    public required int Blockers { get; init; }

    /// <summary>
    /// Movements of a tooth in a tray over the reference limits (the base preset's), whatever the variant's own limits allow: the software's
    /// verdict and biology's are two (VEL-22).
    /// </summary>
    public required int OverReference { get; init; }

    /// <summary>What set-up, staging and attachments could not reach.</summary>
    public required int Shortfalls { get; init; }

    /// <summary>Mean number of movements that miss their clinical target without a refinement: the residual.</summary>
    public required double MissedMovements { get; init; }

    /// <summary>Movements or teeth that cannot be assessed.</summary>
    public required int NotAssessed { get; init; }

    /// <summary>Probability of a refinement; null where it cannot be assessed.</summary>
    public required double? RefinementProbability { get; init; }

    /// <summary>Ids of the variants that are nowhere worse and somewhere better; empty where there is none.</summary>
    public ImmutableArray<string> DominatedBy { get; init; } = [];

    /// <summary>The numbers of a plan.</summary>
    public static ComparedPlan Of(string name, PlanDocument plan)
    {
        PlanOutcome? outcome = plan.Outcome;
        return new ComparedPlan
        {
            Preferences = name,
            PreferencesSha256 = plan.Engine.PreferencesSha256,
            Trays = Math.Max(plan.Summary.TraysUpper, plan.Summary.TraysLower),
            Weeks = plan.Summary.Weeks,
            IprMm = plan.Summary.IprMm,
            Attachments = plan.Summary.Attachments,
            Blockers = plan.Summary.Blockers,
            OverReference = Over(plan),
            Shortfalls = plan.Shortfalls.Length,
            MissedMovements = outcome?.Wear.FirstOrDefault(w => w.HoursPerDay == outcome.WearHoursPerDay)?.MissedMovements ?? 0,
            NotAssessed = outcome?.NotAssessed.Length ?? 0,
            RefinementProbability = outcome?.RefinementProbability,
        };
    }

    /// <summary>
    /// True where this variant is nowhere worse than <paramref name="other"/> and somewhere better. What cannot be assessed counts as
    /// worse than any estimate: ignorance is no advantage.
    /// </summary>
    public bool Dominates(ComparedPlan other)
    {
        double[] own = Costs();
        double[] others = other.Costs();
        return own.Zip(others).All(c => c.First <= c.Second) && own.Zip(others).Any(c => c.First < c.Second);
    }

    private static int Over(PlanDocument plan)
    {
        var reference = new VelocityPreferences();
        int over = 0;
        foreach (Tooth tooth in plan.Teeth.Select(t => PlanToothConversion.ToTooth(t, TriangleMesh.Empty)))
        {
            RigidTransform[] poses = [.. plan.Stages.Select(s => PoseConversion.ToTransform(s.Poses[tooth.Id.Fdi]))];
            for (int k = 1; k < poses.Length; k++)
                over += MovementLimits.Utilisation(tooth.Id, Movement.Between(tooth, poses[k - 1], poses[k]), reference) > 1.001 ? 1 : 0;
        }

        return over;
    }

    private double[] Costs() =>
        [Trays, Weeks, IprMm, Attachments, Blockers, OverReference, Shortfalls, MissedMovements, NotAssessed, RefinementProbability ?? 2];
}
