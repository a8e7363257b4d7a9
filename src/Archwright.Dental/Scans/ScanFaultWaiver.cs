namespace Archwright.Dental;

/// <summary>
/// Somebody answers for a capture fault of the scans, so that they are planned on as they are (REC-07, REC-13). It covers the faults
/// of its code, at its tooth where it names one, in its jaw where it names one.
/// </summary>
public sealed record ScanFaultWaiver
{
    /// <summary>Code of the fault (<see cref="ScanFaultCodes"/>).</summary>
    public required string Code { get; init; }

    /// <summary>FDI number of the tooth; null for every tooth.</summary>
    public int? Fdi { get; init; }

    /// <summary>The scan; null for both, and for the bite.</summary>
    public Jaw? Jaw { get; init; }

    /// <summary>Who, as what, when and why; only the treating doctor's waiver counts.</summary>
    public required RecordWaiver Waiver { get; init; }

    /// <summary>True where the treating doctor has signed.</summary>
    public bool Counts => Waiver.Role == SignatoryRole.TreatingDoctor;
}
