using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Staging;

/// <summary>What every plan must keep, measured without the stager's own means.</summary>
internal static class Guarantees
{
    public static double WorstUtilisation(BlockCase block, StagingResult plan)
    {
        double worst = 0;
        for (int k = 1; k < plan.Stages.Length; k++)
        {
            foreach (Tooth t in block.Teeth)
            {
                var m = Movement.Between(t, plan.Stages[k - 1][t.Id], plan.Stages[k][t.Id]);
                worst = Math.Max(worst, MovementLimits.Utilisation(t.Id, m, new VelocityPreferences()));
            }
        }

        return worst;
    }

    /// <summary>Overlap over what is allowed, measured with surfaces sampled more finely than the stager's.</summary>
    public static double WorstExcess(BlockCase block, StagingResult plan)
    {
        double worst = 0;
        for (int a = 0; a < block.Teeth.Length; a++)
        {
            for (int b = a + 1; b < block.Teeth.Length; b++)
            {
                Tooth ta = block.Teeth[a];
                Tooth tb = block.Teeth[b];
                if (Vec3.Distance(ta.Landmarks.OcclusalPoint, tb.Landmarks.OcclusalPoint) > 14)
                    continue;
                double start = block.Depth(a, RigidTransform.Identity, b, RigidTransform.Identity);
                PlanIpr? ipr = plan.Ipr.FirstOrDefault(i => i.Between[0] == ta.Id.Fdi && i.Between[1] == tb.Id.Fdi);
                for (int k = 1; k < plan.Stages.Length; k++)
                {
                    double depth = block.Depth(a, plan.Stages[k][ta.Id], b, plan.Stages[k][tb.Id]);
                    double free = Math.Max(start, ipr is not null && k >= ipr.Stage ? ipr.Mm : 0);
                    worst = Math.Max(worst, depth - free);
                }
            }
        }

        return worst;
    }

    public static void EveryStepHasItsCause(BlockCase block, StagingResult plan)
    {
        plan.Events.ShouldAllBe(e => e.Cause.Length > 0 && e.From <= e.To && e.To < plan.Stages.Length);
        foreach (Tooth t in block.Teeth)
        {
            ImmutableArray<PlanEvent> own = [.. plan.Events.Where(e => e.Fdi == t.Id.Fdi)];
            own.ShouldNotBeEmpty();
            for (int k = 1; k < plan.Stages.Length; k++)
            {
                Vec3 point = t.Landmarks.OcclusalPoint;
                double moved = Vec3.Distance(plan.Stages[k][t.Id].Apply(point), plan.Stages[k - 1][t.Id].Apply(point));
                if (moved > 0.002)
                    own.ShouldContain(e => e.Kind == "start" && e.From <= k && k <= e.To, $"{t.Id} moves {moved} in stage {k}");
            }
        }
    }

    /// <summary>Greatest root surface that moves in a jaw and stage over what stands there, a tooth at half of its limit by halves (ANC-03).</summary>
    public static double WorstReaction(IEnumerable<Tooth> teeth, StagingResult plan, VelocityPreferences limits)
    {
        double worst = 0;
        foreach (IGrouping<Jaw, Tooth> jaw in teeth.GroupBy(t => t.Id.Jaw))
        {
            for (int k = 1; k < plan.Stages.Length; k++)
            {
                double moves = 0;
                double stands = 0;
                foreach (Tooth t in jaw)
                {
                    double share = MovementLimits.Utilisation(t.Id, Movement.Between(t, plan.Stages[k - 1][t.Id], plan.Stages[k][t.Id]), limits);
                    moves += share * RootSurface.Mm2(t.Id);
                    stands += (1 - share) * RootSurface.Mm2(t.Id);
                }

                worst = Math.Max(worst, moves / stands);
            }
        }

        return worst;
    }

    /// <summary>Greatest movement of an anchor's crown point in the stages in which it anchors, mm (ANC-03).</summary>
    public static double WorstAnchor(BlockCase block, StagingResult plan)
    {
        double worst = 0;
        foreach (PlanGroup group in plan.Strategy.Groups.Where(g => g.Role == GroupRole.Anchor))
        {
            foreach (int fdi in group.Teeth)
            {
                Tooth tooth = block.Teeth.First(t => t.Id.Fdi == fdi);
                Vec3 point = tooth.Landmarks.OcclusalPoint;
                Vec3 before = plan.Stages[group.From - 1][tooth.Id].Apply(point);
                for (int k = group.From; k <= group.To; k++)
                    worst = Math.Max(worst, Vec3.Distance(plan.Stages[k][tooth.Id].Apply(point), before));
            }
        }

        return worst;
    }
}
