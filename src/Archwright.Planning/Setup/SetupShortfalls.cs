using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>Says what a set-up could not meet: tooth, value, limit.</summary>
internal static class SetupShortfalls
{
    // what the collision rules allow at every stage; less than a scan resolves
    private const double OverlapToleranceMm = 0.05;

    // a contact open by more than this is seen and collects food; engineering default, no clinical source
    private const double OpenMm = 0.1;

    /// <summary>Overlap and gap of every pair, movements cut short, extrusion that needs help, objectives missed.</summary>
    public static ImmutableArray<SetupShortfall> Of(
        SetupState state,
        SetupConstraints constraints,
        IReadOnlyList<ToothPair> pairs,
        Nearness[] near,
        ImmutableArray<PlanObjective> objectives)
    {
        var shortfalls = ImmutableArray.CreateBuilder<SetupShortfall>();
        for (int k = 0; k < pairs.Count; k++)
            AddPair(shortfalls, state.Teeth[pairs[k].A].Tooth.Id, state.Teeth[pairs[k].B].Tooth.Id, pairs[k], near[k]);
        foreach (int i in constraints.Bounds)
        {
            ToothId id = state.Teeth[i].Tooth.Id;
            shortfalls.Add(new SetupShortfall(
                "movement-bounded",
                $"Tooth {id} would have to move further than aligners can take it; it stops at {SetupConstraints.MostMm:0} mm or {SetupConstraints.MostDeg:0}°.",
                id,
                Vec3.Distance(state.Center(i), state.Teeth[i].Center),
                SetupConstraints.MostMm,
                "mm"));
        }

        foreach (int i in constraints.InfraOccluded)
        {
            Tooth tooth = state.Teeth[i].Tooth;
            double mm = Movement.Between(tooth, RigidTransform.Identity, state.Poses[i]).ExtrusionMm;
            if (mm <= SetupConstraints.PosteriorExtrusionMm)
                continue;
            shortfalls.Add(new SetupShortfall(
                "posterior-extrusion",
                $"Tooth {tooth.Id} stands {mm:0.0} mm below its level and is extruded: this needs auxiliaries from the start.",
                tooth.Id,
                mm,
                SetupConstraints.PosteriorExtrusionMm,
                "mm"));
        }

        foreach (PlanObjective objective in objectives.Where(o => !o.Met))
        {
            shortfalls.Add(new SetupShortfall(
                "objective-unmet", $"{objective.Name}: {objective.Wanted} wanted, {objective.Planned} planned."));
        }

        return shortfalls.ToImmutable();
    }

    private static void AddPair(
        ImmutableArray<SetupShortfall>.Builder shortfalls, ToothId a, ToothId b, ToothPair pair, Nearness near)
    {
        double allowed = ResidualOverlaps.Allowed(pair);
        if (pair.AreAntagonists)
        {
            if (near.DepthMm > allowed + OverlapToleranceMm)
            {
                shortfalls.Add(new SetupShortfall(
                    "antagonist-overlap",
                    $"Teeth {a} and {b} reach {near.DepthMm:0.00} mm into each other at the target; {allowed:0.00} mm is allowed.",
                    a,
                    near.DepthMm,
                    allowed,
                    "mm"));
            }

            return;
        }

        if (near.DepthMm > allowed + OverlapToleranceMm)
        {
            shortfalls.Add(new SetupShortfall(
                "space-lacking",
                $"Between {a} and {b} {near.DepthMm - allowed:0.00} mm of space is lacking: {near.DepthMm:0.00} mm of overlap, {allowed:0.00} mm of enamel may be taken.",
                a,
                near.DepthMm,
                allowed,
                "mm"));
        }
        else if (pair.IsContact && near.GapMm > OpenMm)
        {
            shortfalls.Add(new SetupShortfall(
                "contact-open", $"Between {a} and {b} a gap of {near.GapMm:0.00} mm stays open.", a, near.GapMm, OpenMm, "mm"));
        }
    }
}
