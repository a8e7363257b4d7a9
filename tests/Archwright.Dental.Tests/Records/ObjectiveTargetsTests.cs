namespace Archwright.Dental.Tests;

/// <summary>Written objectives as planning and judging read them.</summary>
public class ObjectiveTargetsTests
{
    [Fact]
    public void The_example_set_is_four_targets_with_tolerances()
    {
        // CLN-06: Class I canine, 2 mm overjet, 20 % overbite, midlines coincident
        var example = new CaseObjectives
        {
            CanineClass = "I",
            OverjetMm = 2,
            MidlineMm = 0,
            Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.OverbiteShare, Value = 20, Tolerance = 10 }],
        };

        ObjectiveTargets.Of(example).Select(t => (t.Measure, t.Value, t.Tolerance)).ShouldBe(
        [
            (ObjectiveMeasure.OverbiteShare, 20, 10), (ObjectiveMeasure.Overjet, 2, 0.5), (ObjectiveMeasure.Midline, 0, 0.5),
            (ObjectiveMeasure.CanineClassRight, 0, 1), (ObjectiveMeasure.CanineClassLeft, 0, 1),
        ]);
        ObjectiveTargets.Lacking(example).ShouldBeEmpty();
    }

    [Fact]
    public void Targets_become_what_planning_aims_at_and_a_share_of_overbite_becomes_millimetres()
    {
        var objectives = new CaseObjectives
        {
            Targets =
            [
                new ObjectiveTarget { Measure = ObjectiveMeasure.Overjet, Value = 1.5, Tolerance = 0.3 },
                new ObjectiveTarget { Measure = ObjectiveMeasure.OverbiteShare, Value = 20, Tolerance = 10 },
                new ObjectiveTarget { Measure = ObjectiveMeasure.CanineClassRight, Value = 0, Tolerance = 1 },
                new ObjectiveTarget { Measure = ObjectiveMeasure.CanineClassLeft, Value = 0, Tolerance = 1 },
            ],
        };
        Tooth[] teeth = [Crown(31, 8), Crown(41, 9)];

        CaseObjectives resolved = ObjectiveTargets.Resolved(objectives, teeth);

        resolved.OverjetMm.ShouldBe(1.5);
        resolved.CanineClass.ShouldBe("I");
        resolved.OverbiteMm!.Value.ShouldBe(0.2 * 8.5, 1e-9);
        ObjectiveTargets.Resolved(resolved, teeth).OverbiteMm.ShouldBe(resolved.OverbiteMm);
        ObjectiveTargets.Resolved(objectives, []).OverbiteMm.ShouldBeNull();
    }

    [Fact]
    public void Words_are_no_objective_and_keep_is_one()
    {
        // CLN-05, CLN-07
        ObjectiveTargets.IsMeasurable(new CaseObjectives { Goal = "Straighten the teeth." }).ShouldBeFalse();
        ObjectiveTargets.IsMeasurable(new CaseObjectives { CanineClass = "keep" }).ShouldBeTrue();
    }

    private static Tooth Crown(int fdi, double heightMm)
    {
        Tooth tooth = TestTeeth.Front(fdi);
        return tooth with
        {
            Landmarks = tooth.Landmarks with { FacialMargin = tooth.Landmarks.OcclusalPoint - (tooth.Frame.Occlusal * heightMm) },
        };
    }
}
