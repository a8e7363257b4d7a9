using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>case.json: what the doctor says of a case beyond the scans. Every property may be absent.</summary>
public sealed record CaseDescription
{
    /// <summary>Schema id: <c>archwright.case/1</c>.</summary>
    public string Schema { get; init; } = "archwright.case/1";

    /// <summary>A label without patient identity, raised on the models; at most 12 letters, digits or hyphens.</summary>
    public string? Label { get; init; }

    /// <summary>Patient group: child, teen or adult.</summary>
    public PatientGroup? PatientGroup { get; init; }

    /// <summary>Name of the aligner system, where one is chosen.</summary>
    public string? AlignerSystem { get; init; }

    /// <summary>Id of the preferences preset.</summary>
    public string? Preferences { get; init; }

    /// <summary>Objectives as measurable targets.</summary>
    public CaseObjectives Objectives { get; init; } = new();

    /// <summary>Teeth that may not move, and why.</summary>
    public ImmutableArray<ToothRestrictionEntry> Restrictions { get; init; } = [];

    /// <summary>What was found on single teeth that changes how surely or how gently they move (CLN-02, CLN-12, CLN-13).</summary>
    public ImmutableArray<ToothConditionEntry> Conditions { get; init; } = [];

    /// <summary>The doctor's knowledge of the patient's compliance, where there is any (CLN-11).</summary>
    public PatientCompliance? Compliance { get; init; }

    /// <summary>Records at hand beside the scans: panoramic, incisor-xrays, photos, cbct, perio-chart, functional.</summary>
    public ImmutableArray<string> Records { get; init; } = [];

    /// <summary>The record protocol: what beside the scans the plan rests on, item by item (REC-08 … REC-13); null where nothing was said.</summary>
    public CaseRecords? RecordSet { get; init; }
}

/// <summary>Patient group, on which presets depend.</summary>
public enum PatientGroup
{
    /// <summary>Mixed or early permanent dentition.</summary>
    Child,

    /// <summary>Permanent dentition, growing.</summary>
    Teen,

    /// <summary>Grown.</summary>
    Adult,
}

/// <summary>What treatment shall reach. An absent value is not an objective.</summary>
public sealed record CaseObjectives
{
    /// <summary>Overjet, mm.</summary>
    public double? OverjetMm { get; init; }

    /// <summary>Overbite, mm.</summary>
    public double? OverbiteMm { get; init; }

    /// <summary>Upper dental midline against lower, mm, + where the upper lies to the patient's left.</summary>
    public double? MidlineMm { get; init; }

    /// <summary>Canine relation to reach on both sides: I, II or III, or keep.</summary>
    public string? CanineClass { get; init; }

    /// <summary>Arches to treat: both, upper or lower.</summary>
    public string? Arches { get; init; }

    /// <summary>The goal in words. Words alone are refused: a goal nobody can measure is none (CLN-07).</summary>
    public string? Goal { get; init; }

    /// <summary>Measurable targets with their tolerances, for what the short forms above do not name or with a tolerance of their own (CLN-05).</summary>
    public ImmutableArray<ObjectiveTarget> Targets { get; init; } = [];
}

/// <summary>One tooth that may not move.</summary>
public sealed record ToothRestrictionEntry
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Why.</summary>
    public required ToothRestriction Reason { get; init; }
}
