namespace Archwright.Dental;

/// <summary>What a clinical rule found. A flag is a planning failure to resolve.</summary>
public sealed record Finding
{
    /// <summary>Rule id, for example MOV001.</summary>
    public required string Rule { get; init; }

    /// <summary>Severity.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>FDI number, where it concerns a tooth.</summary>
    public int? Tooth { get; init; }

    /// <summary>FDI number of the other tooth, where it concerns two.</summary>
    public int? Other { get; init; }

    /// <summary>Stage, where it concerns one.</summary>
    public int? Stage { get; init; }

    /// <summary>Measured value.</summary>
    public double? Measured { get; init; }

    /// <summary>Limit it was held against.</summary>
    public double? Limit { get; init; }

    /// <summary>Unit of both.</summary>
    public string? Unit { get; init; }

    /// <summary>One sentence with tooth, stage, value and limit.</summary>
    public required string Message { get; init; }

    /// <summary>Where the limit comes from.</summary>
    public required string Source { get; init; }
}

/// <summary>Severity of a finding, with its policy.</summary>
public enum FindingSeverity
{
    /// <summary>Shuts approval and export; only the treating doctor may waive it, signed and with a reason.</summary>
    Blocker,

    /// <summary>Needs a recorded decision.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Advice,
}
