using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis;

namespace Archwright.Cli;

/// <summary>
/// The record protocol of a synthetic case: what can be made up is healthy and says so, what would need a patient is waived in the
/// generator's name.
/// </summary>
internal static class SyntheticRecords
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    // some 3 mm of material between the incisors
    private const double RegistrationRad = 0.035;

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

    /// <summary>Healthy records of the teeth of a case; with a slide, also the bite in centric relation that shows it.</summary>
    public static CaseRecords Of(SyntheticCase made, double? centricSlideMm) => new()
    {
        Submitted = Day,
        Scanned = Day,
        Panoramic = Waived("no patient: nothing to take an X-ray of"),
        UpperIncisors = Waived("no patient: nothing to take an X-ray of"),
        LowerIncisors = Waived("no patient: nothing to take an X-ray of"),
        Cbct = Waived("no patient: there is no bone"),
        Photos = new PhotoSeries { State = RecordState.Waived, Waiver = Waiver("no patient: there is no face") },
        Periodontal = new PeriodontalChart { State = RecordState.Present, Taken = Day, Teeth = [.. made.Teeth.Select(t => t.Id).Order().Select(Healthy)] },
        Functional = new FunctionalRecord
        {
            State = RecordState.Present,
            Taken = Day,
            CentricShiftMm = centricSlideMm ?? 0,
            WorkingContacts = ImmutableArray.Create(33, 43),
            BalancingContacts = ImmutableArray<int>.Empty,
            JointRight = JointSound.None,
            JointLeft = JointSound.None,
            Parafunction = Parafunction.None,
        },
        Centric = Centric(made, centricSlideMm),
        Resorption = new ResorptionHistory { State = RecordState.Present, Taken = Day },
        Restorative = new RestorativePlan { State = RecordState.Present, Taken = Day },
        Knowledge = new PatientKnowledge { Mindset = PatientMindset.Motivated, Remark = "synthetic" },
    };

    /// <summary>
    /// A bite in centric relation as one is taken: the jaw stands back by the slide and is opened by the registration material, about the
    /// axis of average geometry. Null where none is asked for or the lower front teeth are missing.
    /// </summary>
    private static CentricRecord? Centric(SyntheticCase made, double? slideMm)
    {
        Tooth[] lower = [.. made.Teeth.Where(t => t.Id.Jaw == Jaw.Lower).Select(t => t.Tooth.Moved(made.OcclusalFromScan))];
        if (slideMm is not { } back || AverageHingeAxis.Of(lower) is not { } axis)
            return null;
        RigidTransform centric = new RigidTransform(Rotation.Identity, Vec3.UnitY * back) * axis.Opened(RegistrationRad);
        return new CentricRecord
        {
            State = RecordState.Present,
            Taken = Day,
            Method = CentricMethod.Synthetic,
            CentricFromMip = PoseConversion.ToPose(made.OcclusalFromScan.Inverse * centric * made.OcclusalFromScan),
        };
    }

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
