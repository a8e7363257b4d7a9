using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Editing;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

public class StageEditorTests
{
    private static readonly TreatmentPreferences Base = new();

    private static StagingEdit Edit(int fdi, EditKind kind, int from, int to = 0, MicroMovement? movement = null) =>
        new() { Fdi = fdi, Kind = kind, From = from, To = to, Movement = movement, By = "dr", Why = "test" };

    private static (BlockCase Block, StagingResult Plan, StagingResult Edited) Run(params StagingEdit[] edits)
    {
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1, TurnDeg = 8, SpaceMm = 0.6 }, 5);
        CollisionScene scene = block.Scene(new RunContext());
        StagingResult plan = Stager.Run(scene, block.Setup, Base, new RunContext());
        return (block, plan, StageEditor.Apply(scene, plan, [.. edits], Base, new RunContext()));
    }

    [Fact]
    public void STG_08_a_tooth_that_a_person_holds_rests_exactly_and_arrives_later()
    {
        (BlockCase block, StagingResult plan, StagingResult edited) = Run(Edit(16, EditKind.Hold, 2, 4));
        var tooth = ToothId.FromFdi(16);
        for (int k = 2; k <= 4; k++)
            edited.Stages[k][tooth].ShouldBe(edited.Stages[1][tooth]);
        edited.Stages[^1][tooth].ShouldBe(plan.Stages[^1][tooth]);
        edited.Events.Where(e => e.Fdi == 16).ShouldAllBe(e => e.Cause == "person: dr: test");
        edited.Events.ShouldContain(e => e.Fdi == 16 && e.Kind == "hold" && e.From == 2 && e.To == 4);
        Guarantees.WorstUtilisation(block, edited).ShouldBeLessThanOrEqualTo(1);
        Guarantees.WorstExcess(block, edited).ShouldBeLessThanOrEqualTo(0.05);
        Guarantees.EveryStepHasItsCause(block, edited);
    }

    [Fact]
    public void STG_08_teeth_an_edit_does_not_concern_keep_their_poses_bit_for_bit()
    {
        (BlockCase block, StagingResult plan, StagingResult edited) = Run(Edit(26, EditKind.Start, 4));
        var changed = edited.Events.Where(e => e.Cause.Contains("person", StringComparison.Ordinal)).Select(e => e.Fdi).ToHashSet();
        changed.ShouldContain(26);
        changed.Count.ShouldBeLessThan(5);
        foreach (Tooth other in block.Teeth.Where(t => !changed.Contains(t.Id.Fdi)))
        {
            for (int k = 0; k < plan.Stages.Length; k++)
                edited.Stages[k][other.Id].ShouldBe(plan.Stages[k][other.Id]);
        }

        for (int k = 1; k <= 3; k++)
            edited.Stages[k][ToothId.FromFdi(26)].ShouldBe(RigidTransform.Identity);
    }

    [Fact]
    public void STG_08_a_movement_that_a_person_stops_is_left_undone_and_said()
    {
        (BlockCase block, StagingResult plan, StagingResult edited) = Run(Edit(11, EditKind.Stop, 3, movement: MicroMovement.Rotation));
        Tooth tooth = block.Teeth.First(t => t.Id.Fdi == 11);
        double Rotation(StagingResult of, int k) => Movement.Between(tooth, RigidTransform.Identity, of.Stages[k][tooth.Id]).RotationDeg;
        for (int k = 3; k < edited.Stages.Length; k++)
            Rotation(edited, k).ShouldBe(Rotation(edited, 2), 1e-9);
        if (Math.Abs(Rotation(plan, plan.Stages.Length - 1) - Rotation(edited, 2)) > 0.2)
            edited.Shortfalls.ShouldContain(s => s.Tooth == tooth.Id && s.Message.Contains("person", StringComparison.Ordinal));
    }

    [Fact]
    public void STG_08_a_person_orders_the_movements_of_a_tooth()
    {
        Prescription teeth = new Prescription().Move([12], extrusion: -0.5, rotation: 6).Move([26], rotation: 40);
        StagingResult plan = teeth.Stage(Base);
        StagingEdit order = Edit(12, EditKind.Order, 2, 12) with { Order = [MicroMovement.Rotation, MicroMovement.Intrusion] };
        StagingResult edited = StageEditor.Apply(teeth.Scene(), plan, [order], Base, new RunContext());
        teeth.FirstStage(edited, 12, m => m.RotationDeg, 0.98).ShouldBeLessThan(teeth.FirstStage(edited, 12, m => m.ExtrusionMm, 0.02));
        teeth.FirstStage(edited, 12, m => m.RotationDeg, 0.001).ShouldBe(2);
        edited.Stages.Length.ShouldBe(plan.Stages.Length);
    }

    [Fact]
    public void Edits_of_nothing_change_nothing()
    {
        (_, StagingResult plan, StagingResult edited) = Run(Edit(48, EditKind.Hold, 1, 2));
        edited.ShouldBe(plan);
    }
}
