using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;
using Archwright.Primitives;
using Xunit.Abstractions;

namespace Archwright.Planning.Tests.Staging;

public class StagerGuaranteeTests(ITestOutputHelper output)
{
    private static readonly TreatmentPreferences Base = new();

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string kind in new[] { "mild", "crowded", "ipr", "spaced", "held", "bite" })
        {
            for (int seed = 1; seed <= 2; seed++)
                cases.Add(kind, seed);
        }

        return cases;
    }

    private static BlockOptions Options(string kind) => kind switch
    {
        "mild" => new BlockOptions { ShiftMm = 0.8, TurnDeg = 6 },
        "crowded" => new BlockOptions { ShiftMm = 2.5, TurnDeg = 18 },
        "ipr" => new BlockOptions { ShiftMm = 1.5, TurnDeg = 12, IprMm = 0.25 },
        "spaced" => new BlockOptions { ShiftMm = 1.5, TurnDeg = 10, SpaceMm = 0.9 },
        "held" => new BlockOptions { Fixed = [11, 25] },
        _ => new BlockOptions { Lower = true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Keeps_every_limit_and_lets_no_teeth_collide(string kind, int seed)
    {
        var block = BlockCase.Create(Options(kind), (ulong)seed);
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), block.Setup, Base, new RunContext());
        output.WriteLine($"{kind} {seed}: {plan.Stages.Length - 1} trays, N_LB {plan.LowerBound}, short {plan.Shortfalls.Length}, holds {plan.Events.Count(e => e.Kind == "hold")}, detours {plan.Events.Count(e => e.Kind == "detour")}, ipr {string.Join(' ', plan.Ipr.Select(i => i.Stage))}");
        foreach (var s in plan.Shortfalls)
            output.WriteLine("  " + s.Message);

        WorstUtilisation(block, plan).ShouldBeLessThanOrEqualTo(1);
        WorstExcess(block, plan).ShouldBeLessThanOrEqualTo(0.05);
        foreach (int held in block.Teeth.Where(t => !t.IsMovable).Select(t => t.Id.Fdi))
            plan.Stages.ShouldAllBe(s => s[ToothId.FromFdi(held)] == RigidTransform.Identity);
        plan.Ipr.ShouldAllBe(i => i.Stage >= Base.Ipr.EarliestStage);
        EveryStepHasItsCause(block, plan);
    }

    private static double WorstUtilisation(BlockCase block, StagingResult plan)
    {
        double worst = 0;
        for (int k = 1; k < plan.Stages.Length; k++)
        {
            foreach (Tooth t in block.Teeth)
            {
                var m = Movement.Between(t, plan.Stages[k - 1][t.Id], plan.Stages[k][t.Id]);
                worst = Math.Max(worst, MovementLimits.Utilisation(t.Id, m, Base.Velocity));
            }
        }

        return worst;
    }

    /// <summary>Overlap over what is allowed, measured with surfaces sampled more finely than the stager's.</summary>
    private static double WorstExcess(BlockCase block, StagingResult plan)
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

    private static void EveryStepHasItsCause(BlockCase block, StagingResult plan)
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
}
