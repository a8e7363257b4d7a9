using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>
/// The record protocol of a synthetic case: what can be made up is healthy and says so, what would need a patient is waived in the
/// generator's name.
/// </summary>
internal static class SyntheticRecords
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    /// <summary>The objectives every case should name (CLN-06): Class I canines, 2 mm overjet, 20 % overbite, midlines together.</summary>
    public static CaseObjectives FullObjectives { get; } = new()
    {
        Goal = "Align, level, Class I canines.",
        OverjetMm = 2,
        MidlineMm = 0,
        CanineClass = "I",
        Targets = [new ObjectiveTarget { Measure = ObjectiveMeasure.OverbiteShare, Value = 20, Tolerance = 10 }],
    };

    /// <summary>Objectives that leave the bite to the preferences: both arches aligned (Little's index under 1 mm).</summary>
    public static CaseObjectives AlignmentOnly { get; } = new()
    {
        Targets =
        [
            new ObjectiveTarget { Measure = ObjectiveMeasure.IrregularityUpper, Value = 0, Tolerance = 1 },
            new ObjectiveTarget { Measure = ObjectiveMeasure.IrregularityLower, Value = 0, Tolerance = 1 },
        ],
    };

    /// <summary>Healthy records of these teeth.</summary>
    public static CaseRecords Of(IEnumerable<ToothId> teeth) => new()
    {
        Submitted = Day,
        Scanned = Day,
        Panoramic = Waived("no patient: nothing to take an X-ray of"),
        UpperIncisors = Waived("no patient: nothing to take an X-ray of"),
        LowerIncisors = Waived("no patient: nothing to take an X-ray of"),
        Cbct = Waived("no patient: there is no bone"),
        Photos = new PhotoSeries { State = RecordState.Waived, Waiver = Waiver("no patient: there is no face") },
        Periodontal = new PeriodontalChart { State = RecordState.Present, Taken = Day, Teeth = [.. teeth.Order().Select(Healthy)] },
        Functional = new FunctionalRecord
        {
            State = RecordState.Present,
            Taken = Day,
            CentricShiftMm = 0,
            WorkingContacts = ImmutableArray.Create(33, 43),
            BalancingContacts = ImmutableArray<int>.Empty,
            JointRight = JointSound.None,
            JointLeft = JointSound.None,
            Parafunction = Parafunction.None,
        },
        Resorption = new ResorptionHistory { State = RecordState.Present, Taken = Day },
        Restorative = new RestorativePlan { State = RecordState.Present, Taken = Day },
        Knowledge = new PatientKnowledge { Mindset = PatientMindset.Motivated, Remark = "synthetic" },
    };

    private static ToothPeriodontium Healthy(ToothId tooth) => new()
    {
        Fdi = tooth.Fdi,
        ProbingMm = [3, 2, 3, 3, 2, 3],
        AttachmentLossMm = 0,
        Mobility = 0,
        RecessionMm = 0,
        Phenotype = GingivalPhenotype.Thick,
        Bleeding = false,
    };

    private static RecordItem Waived(string why) => new() { State = RecordState.Waived, Waiver = Waiver(why) };

    private static RecordWaiver Waiver(string why) => new()
    {
        By = "generator of synthetic cases",
        Role = SignatoryRole.TreatingDoctor,
        On = Day,
        Reason = why,
    };
}
