using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Rules.Tests;

/// <summary>A preference is law for planning too: the plan changes with it, and the proof says that it is obeyed.</summary>
public class PlannedPreferenceTests
{
    private static MeasuredCase Measured(SynthesisOptions dentition, CaseObjectives? objectives = null)
    {
        var context = new RunContext();
        CaseInput input = SyntheticDentition.Create(dentition with { TrianglesPerArch = 10_000 }, context).ToCaseInput();
        input = input with { Description = input.Description with { Objectives = objectives ?? new CaseObjectives() } };
        return ArchAnalysis.Run(input, new AnalysisOptions(), context).Require();
    }

    private static SetupResult SetUp(MeasuredCase measured, TreatmentPreferences preferences) =>
        TargetSetup.Run(measured, preferences, new RunContext());

    private static string State(MeasuredCase measured, SetupResult setup, TreatmentPreferences preferences, string name)
    {
        var context = new RunContext();
        StagingResult staging = Stager.Run(measured, setup, preferences, context);
        PlanDocument plan = PlanComposer.Compose(measured, setup, staging, AttachmentResult.None, new Provenance("test", "", preferences));
        return PlanJudge.Judge(plan, ToothFiles.Of(measured), [], context).Require().Preferences.Single(p => p.Name == name).State;
    }

    [Fact]
    public void OCC_01_a_torque_preset_inclines_its_segment()
    {
        MeasuredCase measured = Measured(SynthesisPresets.MildCrowding(3101));
        var norm = new TreatmentPreferences();
        TreatmentPreferences Preset(double degrees) => norm with { Torque = norm.Torque with { UpperAnteriorDeg = degrees } };
        SetupResult facially = SetUp(measured, Preset(6));
        SetupResult lingually = SetUp(measured, Preset(-6));

        (Front(facially) - Front(lingually)).ShouldBeGreaterThan(6);
        State(measured, facially, Preset(6), "torque.upperAnteriorDeg").ShouldBe("obeyed");
        State(measured, lingually, Preset(-6), "torque.upperAnteriorDeg").ShouldBe("obeyed");

        double Front(SetupResult setup) => measured.Teeth
            .Where(t => t.Id.Jaw == Jaw.Upper && t.Id.IsAnterior)
            .Average(t => Movement.Between(t, RigidTransform.Identity, setup.Target[t.Id]).TorqueDeg);
    }

    [Fact]
    public void IPR_a_tooth_loses_no_more_enamel_than_the_preferences_allow()
    {
        MeasuredCase measured = Measured(SynthesisPresets.SevereCrowding(3102));
        var usual = new TreatmentPreferences();
        TreatmentPreferences sparing = usual with { Ipr = usual.Ipr with { EnamelPerToothMm = 0.1 } };
        SetupResult spared = SetUp(measured, sparing);

        Most(SetUp(measured, usual)).ShouldBeGreaterThan(0.1);
        Most(spared).ShouldBeInRange(0.03, 0.1 + 1e-9);
        State(measured, spared, sparing, "ipr.enamelPerToothMm").ShouldBe("obeyed");

        static double Most(SetupResult setup) => setup.Ipr
            .SelectMany(i => new[] { (Tooth: i.A, i.Mm), (Tooth: i.B, i.Mm) })
            .GroupBy(i => i.Tooth)
            .Max(g => g.Sum(i => i.Mm / 2));
    }

    [Fact]
    public void ANC_01_upper_molars_go_back_no_further_than_the_preferences_allow()
    {
        MeasuredCase measured = Measured(SynthesisPresets.ClassII(3103), new CaseObjectives { CanineClass = "I" });
        var usual = new TreatmentPreferences();
        TreatmentPreferences bounded = usual with { ClassTwo = usual.ClassTwo with { DistalisationMaxMm = 0.8 } };
        SetupResult held = SetUp(measured, bounded);

        Most(SetUp(measured, usual)).ShouldBeGreaterThan(0.9);
        Most(held).ShouldBeInRange(0.5, 0.8 + 1e-9);
        State(measured, held, bounded, "classTwo.distalisationMaxMm").ShouldBe("obeyed");

        double Most(SetupResult setup) => measured.Teeth
            .Where(t => t.Id.Jaw == Jaw.Upper && t.Id.Class == ToothClass.Molar)
            .Max(t => -Movement.Between(t, RigidTransform.Identity, setup.Target[t.Id]).MesialMm);
    }
}
