using System.Collections.Immutable;

namespace Archwright.Dental.Tests;

/// <summary>What asks for a cone-beam volume when a case is handed in (REC-14).</summary>
public class CbctTriggersTests
{
    [Fact]
    public void A_pocket_a_resorbed_root_and_a_wanted_width_each_name_tooth_value_and_limit()
    {
        var description = new CaseDescription
        {
            RecordSet = new CaseRecords
            {
                Periodontal = new PeriodontalChart { State = RecordState.Present, Teeth = [Charted(36, probing: 6), Charted(46, probing: 3)] },
                Resorption = new ResorptionHistory { State = RecordState.Present, Teeth = [new ToothResorption { Fdi = 11, LostMm = 2 }] },
            },
            Objectives = new CaseObjectives
            {
                Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.IntermolarUpper, Value = 55.1, Tolerance = 1 }],
            },
        };

        ImmutableArray<CbctTrigger> found = CbctTriggers.AtIntake(description, Width(53), Width(46), new TreatmentPreferences());

        found.Select(t => (t.Trigger, t.Fdi)).ShouldBe([("periodontium", 36), ("resorption", 11), ("expansion", 16)]);
        (found[0].Value, found[0].Limit).ShouldBe((6, 4));
        found[2].Value!.Value.ShouldBe(2.1, 1e-9);
    }

    [Fact]
    public void Nothing_of_it_asks_for_none()
    {
        // the requirement's own number: 1.8 mm is no trigger
        var description = new CaseDescription
        {
            Objectives = new CaseObjectives
            {
                Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.IntermolarUpper, Value = 54.8, Tolerance = 1 }],
            },
        };

        CbctTriggers.AtIntake(description, Width(53), Width(46), new TreatmentPreferences()).ShouldBeEmpty();
        CbctTriggers.AtIntake(new CaseDescription(), null, null, new TreatmentPreferences()).ShouldBeEmpty();
    }

    [Fact]
    public void The_limits_are_the_practices()
    {
        // 1.8 mm of width and a pocket of 4 mm: nothing by the base, both where the practice is stricter
        var description = new CaseDescription
        {
            RecordSet = new CaseRecords { Periodontal = new PeriodontalChart { State = RecordState.Present, Teeth = [Charted(36, probing: 4)] } },
            Objectives = new CaseObjectives { Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.IntermolarUpper, Value = 54.8, Tolerance = 1 }] },
        };
        var norm = new TreatmentPreferences();
        TreatmentPreferences strict = norm with
        {
            Periodontium = norm.Periodontium with { ProbingMm = 3 },
            Checks = norm.Checks with { ExpansionWithoutCbctMm = 1.5 },
        };

        CbctTriggers.AtIntake(description, Width(53), Width(46), norm).ShouldBeEmpty();
        CbctTriggers.AtIntake(description, Width(53), Width(46), strict).Select(t => (t.Trigger, t.Limit)).ShouldBe([("periodontium", 3), ("expansion", 1.5)]);
        ToothConditions.Of([], description.RecordSet, norm.Periodontium).ShouldBeEmpty();
        ToothConditions.Of([], description.RecordSet, strict.Periodontium).ShouldHaveSingleItem().Condition.ShouldBe(ToothCondition.Periodontal);
    }

    [Fact]
    public void The_records_become_conditions_that_widen_the_estimate_beside_those_the_doctor_wrote()
    {
        // CLN-02: thin phenotype; CLN-13: periodontal response, once each
        var records = new CaseRecords
        {
            Periodontal = new PeriodontalChart
            {
                State = RecordState.Present,
                Teeth = [Charted(31, probing: 6) with { Phenotype = GingivalPhenotype.Thin }, Charted(41, probing: 3)],
            },
            Resorption = new ResorptionHistory { State = RecordState.Present, Teeth = [new ToothResorption { Fdi = 11, LostMm = 2 }] },
        };
        var written = new ToothConditionEntry { Fdi = 31, Condition = ToothCondition.ThinBiotype };

        ToothConditions.Of([written], records, new PeriodontalPreferences()).Select(c => (c.Fdi, c.Condition)).ShouldBe(
        [
            (31, ToothCondition.ThinBiotype), (11, ToothCondition.ShortRoot), (31, ToothCondition.Periodontal),
        ]);
    }

    private static ToothPeriodontium Charted(int fdi, double probing) => new()
    {
        Fdi = fdi,
        ProbingMm = [2, probing, 2],
        AttachmentLossMm = 0,
        Mobility = 0,
        RecessionMm = 0,
    };

    private static ArchMeasures Width(double intermolar) => new()
    {
        IntermolarMm = intermolar,
        WidthsMm = ImmutableSortedDictionary<ToothId, double>.Empty,
    };
}
