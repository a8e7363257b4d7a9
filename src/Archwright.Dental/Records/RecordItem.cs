using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>One item of the record protocol: present, absent or waived. An item that is not named at all has not been asked about.</summary>
public record RecordItem
{
    /// <summary>Present, absent or waived.</summary>
    public required RecordState State { get; init; }

    /// <summary>Files of the item, as paths inside the case folder with forward slashes; names carry no patient identity.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>When it was taken.</summary>
    public DateOnly? Taken { get; init; }

    /// <summary>What is wrong with it as a record, where something is: blurred, cut off, another bite. A fault asks for a retake (REC-07).</summary>
    public string? Fault { get; init; }

    /// <summary>Why an absent item is absent.</summary>
    public string? Reason { get; init; }

    /// <summary>Who goes without it; only of a waived item.</summary>
    public RecordWaiver? Waiver { get; init; }
}

/// <summary>The signature under an item that is gone without (REC-11, REC-13).</summary>
public sealed record RecordWaiver
{
    /// <summary>Name or staff number of the person; never the patient's.</summary>
    public required string By { get; init; }

    /// <summary>What the person is; only the treating doctor's waiver counts.</summary>
    public required SignatoryRole Role { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why the plan stands without the item.</summary>
    public required string Reason { get; init; }
}

/// <summary>Where one item of the record protocol stands (REC-08).</summary>
public enum RecordState
{
    /// <summary>Taken, with its file or values.</summary>
    Present,

    /// <summary>Not taken, with the reason.</summary>
    Absent,

    /// <summary>Gone without, signed by the treating doctor with a reason.</summary>
    Waived,
}

/// <summary>What a person who signs is.</summary>
public enum SignatoryRole
{
    /// <summary>Answers for the treatment.</summary>
    TreatingDoctor,

    /// <summary>Reviews plans.</summary>
    ClinicalReviewer,

    /// <summary>Makes plans.</summary>
    Technician,

    /// <summary>Runs the practice.</summary>
    PracticeStaff,
}
