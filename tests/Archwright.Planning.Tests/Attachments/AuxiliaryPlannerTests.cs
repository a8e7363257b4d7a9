using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Auxiliaries;

namespace Archwright.Planning.Tests.Attachments;

/// <summary>ATT-13, VEL-12, OCC-04: auxiliaries from the start, each with tooth, stages and cause.</summary>
public class AuxiliaryPlannerTests
{
    private static ImmutableArray<PlanAuxiliary> Run(
        StagedRow row, Func<TreatmentPreferences, TreatmentPreferences>? change = null, ClassTwoStrategy classTwo = ClassTwoStrategy.None) =>
        AuxiliaryPlanner.Run(row.Case(), row.Staging(classTwo), change?.Invoke(new TreatmentPreferences()) ?? new TreatmentPreferences());

    [Fact]
    public void VEL_12_a_posterior_tooth_that_extrudes_has_elastic_button_and_cut_out_from_stage_1()
    {
        ImmutableArray<PlanAuxiliary> auxiliaries = Run(new StagedRow(14, 13, 12).Move(14, 3, 8, extrusion: 0.6).Move(12, 1, 9, extrusion: 0.2));

        auxiliaries.Select(a => (a.Fdi, a.Type, a.From, a.To)).ShouldBe(
            [(14, "button", 1, 8), (14, "button-cut-out", 1, 8), (14, "extrusion-elastic", 1, 8)]);
        auxiliaries.ShouldAllBe(a => a.Cause.Contains("VEL-12"));
        Run(new StagedRow(14).Move(14, 3, 8, extrusion: 0.2)).ShouldBeEmpty();
    }

    [Fact]
    public void VEL_12_the_elastic_stays_until_the_last_tray_that_extrudes_not_only_to_the_highest()
    {
        StagedRow sinksAndRises = new StagedRow(14).Move(14, 1, 6, extrusion: 0.6).Move(14, 7, 8, extrusion: -0.3).Move(14, 9, 11, extrusion: 0.12);
        StagedRow onlySinks = new StagedRow(14).Move(14, 1, 6, extrusion: 0.6).Move(14, 7, 11, extrusion: -0.3);

        Run(sinksAndRises).ShouldAllBe(a => a.From == 1 && a.To == 11);
        Run(onlySinks).ShouldAllBe(a => a.To == 6);
    }

    [Fact]
    public void VEL_12_rising_twice_by_little_needs_the_elastic_as_rising_once_by_as_much_does()
    {
        StagedRow twice = new StagedRow(14).Move(14, 1, 4, extrusion: 0.15).Move(14, 5, 8, extrusion: -0.15).Move(14, 9, 12, extrusion: 0.15);
        StagedRow once = new StagedRow(14).Move(14, 1, 4, extrusion: 0.15).Move(14, 5, 8, extrusion: -0.15);

        Run(twice).ShouldContain(a => a.Type == "extrusion-elastic" && a.To == 12);
        Run(once).ShouldBeEmpty();
    }

    [Fact]
    public void Class_two_elastics_run_while_the_side_goes_distally_where_the_protocol_has_them()
    {
        StagedRow Row() => new StagedRow(16, 15, 14, 13, 23, 24, 36, 46).Move(16, 1, 8, mesial: -1.5).Move(23, 4, 12, rotation: 6);

        ImmutableArray<PlanAuxiliary> auxiliaries = Run(Row(), classTwo: ClassTwoStrategy.SequentialDistalisation);

        auxiliaries.Where(a => a.Type == "class-two-elastic").Select(a => (a.Fdi, a.From, a.To)).ShouldBe([(13, 1, 8), (46, 1, 8)]);
        auxiliaries.ShouldContain(a => a.Fdi == 13 && a.Type == "hook-cut-out");
        auxiliaries.ShouldContain(a => a.Fdi == 46 && a.Type == "button");
        Run(Row()).ShouldNotContain(a => a.Type == "class-two-elastic");
        Run(Row(), p => p with { ClassTwo = p.ClassTwo with { Elastics = false } }, ClassTwoStrategy.SequentialDistalisation)
            .ShouldNotContain(a => a.Type == "class-two-elastic");
    }

    [Fact]
    public void An_incisors_torque_has_a_power_ridge_in_its_trays()
    {
        // the crown is held while the root goes lingually
        PlanAuxiliary ridge = Run(new StagedRow(12, 11, 21).Move(11, 2, 9, facial: -1.3, torque: 8)).ShouldHaveSingleItem();

        (ridge.Fdi, ridge.Type, ridge.From, ridge.To).ShouldBe((11, "power-ridge", 2, 9));
        ridge.Cause.ShouldContain("facial side");
    }

    [Fact]
    public void A_pontic_stands_in_a_space_until_it_is_nearly_closed()
    {
        PlanAuxiliary pontic = Run(new StagedRow(15, 13, 12).Move(13, 1, 20, mesial: -5)).ShouldHaveSingleItem();

        (pontic.Fdi, pontic.Type, pontic.From).ShouldBe((15, "pontic", 1));
        pontic.To.ShouldBeInRange(8, 18);
        pontic.Cause.ShouldContain("between 15 and 13");
        Run(new StagedRow(14, 13, 12).Move(13, 1, 20, mesial: -0.4)).ShouldBeEmpty();
    }

    [Fact]
    public void OCC_04_bite_ramps_come_at_their_stage_and_go_when_the_overbite_is_small_enough()
    {
        StagedRow Deep()
        {
            var row = new StagedRow(13, 12, 11, 21, 22, 23, 42, 41, 31, 32);
            foreach (int fdi in new[] { 42, 41, 31, 32 })
                row.Shifted(fdi, new Vec3(0, 2, 6)).Move(fdi, 1, 12, extrusion: -2.4);
            return row;
        }

        PlanAuxiliary[] ramps = [.. Run(Deep()).Where(a => a.Type == "bite-ramp")];

        ramps.Select(a => (a.Fdi, a.From)).ShouldBe([(11, 1), (21, 1)]);
        // 5 mm at the start, 0.2 mm less a tray: 3 mm is reached by stage 10
        ramps.ShouldAllBe(a => a.To >= 8 && a.To <= 10);
        Run(Deep(), p => p with { BiteRamps = p.BiteRamps with { OnStage = 4 } }).First(a => a.Type == "bite-ramp").From.ShouldBe(4);
        Run(Deep(), p => p with { BiteRamps = p.BiteRamps with { Use = false } }).ShouldNotContain(a => a.Type == "bite-ramp");
    }
}
