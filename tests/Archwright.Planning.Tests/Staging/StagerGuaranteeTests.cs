using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Macro;
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
    [InlineData(MacroPattern.SpaceFirst)]
    [InlineData(MacroPattern.SequentialDistalisation)]
    [InlineData(MacroPattern.AnteriorRetraction)]
    [InlineData(MacroPattern.ExpansionFirst)]
    [InlineData(MacroPattern.DeepBite)]
    [InlineData(MacroPattern.Custom)]
    public void STG_01_every_pattern_keeps_limits_anchors_and_distances_whatever_the_target(MacroPattern pattern)
    {
        var block = BlockCase.Create(new BlockOptions { Lower = true, ShiftMm = 1.2, TurnDeg = 8 }, (ulong)(20 + (int)pattern));
        TreatmentPreferences ordered = Base with { Staging = Base.Staging with { Pattern = pattern } };
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), block.Setup, CaseFacts.None, ordered, new RunContext());
        output.WriteLine($"{pattern}: {plan.Stages.Length - 1} trays, pattern {plan.Strategy.LowerBound}, target {plan.LowerBound}: {plan.Strategy.Reason}");
        plan.Strategy.Pattern.ShouldBe(pattern);
        plan.Strategy.LowerBound.ShouldBeGreaterThanOrEqualTo(plan.LowerBound);
        Guarantees.WorstUtilisation(block, plan).ShouldBeLessThanOrEqualTo(1);
        Guarantees.WorstExcess(block, plan).ShouldBeLessThanOrEqualTo(0.05);
        Guarantees.WorstAnchor(block, plan).ShouldBeLessThanOrEqualTo(ordered.Anchorage.AnchorMovementMaxMm);
        Guarantees.EveryStepHasItsCause(block, plan);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Keeps_every_limit_and_lets_no_teeth_collide(string kind, int seed)
    {
        var block = BlockCase.Create(Options(kind), (ulong)seed);
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), block.Setup, CaseFacts.None, Base, new RunContext());
        output.WriteLine($"{kind} {seed}: {plan.Stages.Length - 1} trays, N_LB {plan.LowerBound}, short {plan.Shortfalls.Length}, holds {plan.Events.Count(e => e.Kind == "hold")}, detours {plan.Events.Count(e => e.Kind == "detour")}, ipr {string.Join(' ', plan.Ipr.Select(i => i.Stage))}");
        foreach (var s in plan.Shortfalls)
            output.WriteLine("  " + s.Message);

        Guarantees.WorstUtilisation(block, plan).ShouldBeLessThanOrEqualTo(1);
        Guarantees.WorstExcess(block, plan).ShouldBeLessThanOrEqualTo(0.05);
        foreach (int held in block.Teeth.Where(t => !t.IsMovable).Select(t => t.Id.Fdi))
            plan.Stages.ShouldAllBe(s => s[ToothId.FromFdi(held)] == RigidTransform.Identity);
        // IPR-08: the preferences' timing in every case; STG-11: every start, stop and hold names what set it
        plan.Ipr.ShouldAllBe(i => i.Stage >= Base.Ipr.EarliestStage);
        Guarantees.EveryStepHasItsCause(block, plan);
    }
}
