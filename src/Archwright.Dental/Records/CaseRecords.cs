using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// The record protocol of a case (docs/records.md): what beside the scans a plan rests on. Each item is present, absent or
/// waived; an item that is not named has not been asked about. Gates are rules (families REC and CLN), not the reader: a case
/// that lacks a record is read and planned, and cannot be approved.
/// </summary>
public sealed record CaseRecords
{
    /// <summary>When the case was handed in: ages of records are told against it.</summary>
    public DateOnly? Submitted { get; init; }

    /// <summary>When the arches were scanned.</summary>
    public DateOnly? Scanned { get; init; }

    /// <summary>Capture faults of the scans that somebody answers for; all others block approval (REC-07).</summary>
    public ImmutableArray<ScanFaultWaiver> ScanWaivers { get; init; } = [];

    /// <summary>Panoramic X-ray.</summary>
    public RecordItem? Panoramic { get; init; }

    /// <summary>Periapical X-rays of the upper incisors.</summary>
    public RecordItem? UpperIncisors { get; init; }

    /// <summary>Periapical X-rays of the lower incisors.</summary>
    public RecordItem? LowerIncisors { get; init; }

    /// <summary>Cone-beam volume; asked for where one of its triggers holds (REC-14).</summary>
    public RecordItem? Cbct { get; init; }

    /// <summary>Clinical photographs, a slot per standard view.</summary>
    public PhotoSeries? Photos { get; init; }

    /// <summary>What the reviewer read from the photographs (REC-10, CLN-08).</summary>
    public FacialReading? Face { get; init; }

    /// <summary>Periodontal chart (CLN-01).</summary>
    public PeriodontalChart? Periodontal { get; init; }

    /// <summary>Functional record (CLN-03).</summary>
    public FunctionalRecord? Functional { get; init; }

    /// <summary>The bite in centric relation, where it was taken (OCC-05).</summary>
    public CentricRecord? Centric { get; init; }

    /// <summary>History of root resorption (REC-14).</summary>
    public ResorptionHistory? Resorption { get; init; }

    /// <summary>Restorative work planned beside the aligners.</summary>
    public RestorativePlan? Restorative { get; init; }

    /// <summary>What the doctor knows of the patient (CLN-11).</summary>
    public PatientKnowledge? Knowledge { get; init; }

    /// <summary>True where a cone-beam volume is on record and without fault.</summary>
    public bool HasCbct => Cbct is { State: RecordState.Present, Fault: null };

    /// <summary>True where the treating doctor goes without a cone-beam volume.</summary>
    public bool WaivesCbct => Cbct is { State: RecordState.Waived, Waiver.Role: SignatoryRole.TreatingDoctor };
}
