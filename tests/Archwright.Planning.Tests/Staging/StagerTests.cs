using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

public class StagerTests
{
    private static readonly TreatmentPreferences Base = new();

    [Fact]
    public void Gives_the_same_plan_on_one_thread_and_on_two()
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1.5, TurnDeg = 12, IprMm = 0.25 }, 7);
        StagingResult one = Stager.Run(block.Scene(new RunContext(1)), block.Setup, CaseFacts.None, Base, new RunContext(1));
        StagingResult two = Stager.Run(block.Scene(new RunContext(2)), block.Setup, CaseFacts.None, Base, new RunContext(2));
        two.Stages.Length.ShouldBe(one.Stages.Length);
        for (int k = 0; k < one.Stages.Length; k++)
        {
            two.Stages[k].ShouldBe(one.Stages[k]);
            two.Phases[k].ShouldBe(one.Phases[k]);
        }

        two.Ipr.Select(i => (i.Between[0], i.Mm, i.Stage)).ShouldBe(one.Ipr.Select(i => (i.Between[0], i.Mm, i.Stage)));
        two.Events.ShouldBe(one.Events);
    }

    [Fact]
    public void A_setup_that_moves_nothing_needs_no_tray()
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1, TurnDeg = 5 }, 1);
        SetupResult nothing = block.Setup with
        {
            Target = block.Teeth.ToImmutableSortedDictionary(t => t.Id, _ => RigidTransform.Identity),
        };
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), nothing, CaseFacts.None, Base, new RunContext());
        plan.Stages.Length.ShouldBe(1);
        plan.Events.ShouldAllBe(e => e.Kind == "held");
    }

    [Fact]
    public void A_slower_velocity_needs_more_trays()
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1, TurnDeg = 8 }, 3);
        TreatmentPreferences slow = Base with
        {
            Velocity = Base.Velocity with { RotationIncisorDeg = 1, RotationCaninePremolarDeg = 0.75, BodilyMm = 0.1, LinearMm = 0.125 },
        };
        StagingResult fast = Stager.Run(block.Scene(new RunContext()), block.Setup, CaseFacts.None, Base, new RunContext());
        StagingResult slower = Stager.Run(block.Scene(new RunContext()), block.Setup, CaseFacts.None, slow, new RunContext());
        slower.Stages.Length.ShouldBeGreaterThan(fast.Stages.Length);
        slower.LowerBound.ShouldBeGreaterThan(fast.LowerBound);
    }

    [Fact]
    public void A_target_inside_a_held_neighbour_is_approached_and_the_rest_is_said()
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 0, TurnDeg = 0, Fixed = [11] }, 1);
        var moved = ToothId.FromFdi(12);
        Tooth tooth = block.Teeth.First(t => t.Id == moved);
        RigidTransform into = Movement.Apply(tooth, RigidTransform.Identity, 1.0, 0, 0, 0, 0, 0);
        SetupResult setup = block.Setup with { Target = block.Setup.Target.SetItem(moved, into) };
        StagingResult plan = Stager.Run(block.Scene(new RunContext()), setup, CaseFacts.None, Base, new RunContext());
        plan.Stages[^1][ToothId.FromFdi(11)].ShouldBe(RigidTransform.Identity);
        SetupShortfall shortfall = plan.Shortfalls.ShouldHaveSingleItem();
        shortfall.Code.ShouldBe("movement-blocked");
        shortfall.Tooth.ShouldBe(moved);
        shortfall.Message.ShouldContain("11");
        shortfall.Measured!.Value.ShouldBeInRange(0.5, 0.99);
    }

    // mutants of the sweep: teeth standing in each other were pushed apart in every tray of every pace, for minutes
    [Fact]
    public void Where_no_way_leads_from_the_start_to_the_target_the_search_ends_and_the_plan_says_so()
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1.5, TurnDeg = 12 }, 7);
        int measured = 0;
        bool Stands(int tooth, RigidTransform pose)
        {
            Vec3 at = block.Teeth[tooth].Frame.Origin;
            Vec3 moved = pose.Apply(at);
            return Vec3.Distance(moved, at) < 0.001 || Vec3.Distance(moved, block.Setup.Target[block.Teeth[tooth].Id].Apply(at)) < 0.001;
        }

        var scene = new CollisionScene(
            block.Teeth,
            antagonists: true,
            (a, poseA, b, poseB, _) =>
            {
                measured++;
                double depth = Stands(a, poseA) && Stands(b, poseB) ? 2 : 2.5;
                return new Overlap(depth, block.Teeth[a].Frame.Origin, Vec3.UnitX);
            },
            new RunContext());
        StagingResult plan = Stager.Run(scene, block.Setup, CaseFacts.None, Base, new RunContext());

        plan.Shortfalls.Select(s => s.Code).ShouldContain("staging-ended-early");
        measured.ShouldBeLessThan(6_000 * scene.Pairs.Length);
    }
}
