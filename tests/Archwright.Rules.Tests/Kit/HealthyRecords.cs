using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>A record protocol that passes every gate, to be changed in one place.</summary>
internal static class HealthyRecords
{
    public static DateOnly Day { get; } = new(2026, 11, 2);

    public static CaseRecords All { get; } = new()
    {
        Submitted = Day,
        Scanned = Day,
        Panoramic = File("xrays/panoramic.png"),
        UpperIncisors = File("xrays/upper-incisors.png"),
        LowerIncisors = File("xrays/lower-incisors.png"),
        Photos = new PhotoSeries
        {
            State = RecordState.Present,
            FaceRest = File("photos/face-rest.jpg"),
            FaceSmile = File("photos/face-smile.jpg"),
            FaceOblique = File("photos/face-oblique.jpg"),
            FaceProfile = File("photos/face-profile.jpg"),
            IntraoralFront = File("photos/front.jpg"),
            IntraoralRight = File("photos/right.jpg"),
            IntraoralLeft = File("photos/left.jpg"),
            UpperOcclusal = File("photos/upper.jpg"),
            LowerOcclusal = File("photos/lower.jpg"),
        },
        Face = new FacialReading
        {
            SmileArc = SmileArc.Consonant,
            Asymmetry = FacialAsymmetry.None,
            LipsCompetent = true,
            Profile = FacialProfile.Straight,
            UpperLipToELineMm = -2,
            LowerLipToELineMm = 0,
            IncisorShownAtRestMm = 2,
        },
        Periodontal = new PeriodontalChart { State = RecordState.Present, Teeth = [.. Teeth().Select(t => Healthy(t.Fdi))] },
        Functional = new FunctionalRecord
        {
            State = RecordState.Present,
            CentricShiftMm = 0.5,
            WorkingContacts = ImmutableArray.Create(33, 43),
            BalancingContacts = ImmutableArray<int>.Empty,
            JointRight = JointSound.None,
            JointLeft = JointSound.None,
            Parafunction = Parafunction.None,
        },
        Resorption = new ResorptionHistory { State = RecordState.Present },
        Restorative = new RestorativePlan { State = RecordState.Present },
        Knowledge = new PatientKnowledge { Mindset = PatientMindset.Motivated },
    };

    /// <summary>All records; the canine relation is kept, so that the preferences' aims stay in force.</summary>
    public static PlanPatient Patient { get; } = new() { Records = All, Objectives = new CaseObjectives { CanineClass = "keep" } };

    public static RecordItem File(string path) => new() { State = RecordState.Present, Files = [path], Taken = Day };

    public static RecordItem Waived(SignatoryRole role = SignatoryRole.TreatingDoctor) => new()
    {
        State = RecordState.Waived,
        Waiver = new RecordWaiver { By = "Dr. Example", Role = role, On = Day, Reason = "Pregnancy." },
    };

    public static RecordItem Absent(string reason) => new() { State = RecordState.Absent, Reason = reason };

    public static ToothPeriodontium Healthy(int fdi) => new()
    {
        Fdi = fdi,
        ProbingMm = [3, 2, 3, 3, 2, 3],
        AttachmentLossMm = 0,
        Mobility = 0,
        RecessionMm = 0,
        Phenotype = GingivalPhenotype.Thick,
    };

    /// <summary>The records with one charted tooth changed.</summary>
    public static CaseRecords Charted(CaseRecords records, int fdi, Func<ToothPeriodontium, ToothPeriodontium> change) => records with
    {
        Periodontal = records.Periodontal! with { Teeth = [.. records.Periodontal!.Teeth.Select(t => t.Fdi == fdi ? change(t) : t)] },
    };

    private static IEnumerable<ToothId> Teeth() => ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower));
}
