namespace Archwright.Primitives;

/// <summary>
/// One located problem in data that came from outside: what is wrong, where, and by how much.
/// </summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">Stable kebab-case code, for example <c>ply-truncated</c>.</param>
/// <param name="Message">One sentence for a person; names the value and the limit.</param>
/// <param name="Location">Where: file, object, vertex, face, line, tooth or stage, as far as known.</param>
/// <param name="Measured">The measured value, where there is one.</param>
/// <param name="Limit">The limit it was held against, where there is one.</param>
/// <param name="Unit">Unit of <paramref name="Measured"/> and <paramref name="Limit"/>: mm, deg, byte, count …</param>
public sealed record Problem(
    ProblemSeverity Severity,
    string Code,
    string Message,
    string Location,
    double? Measured = null,
    double? Limit = null,
    string? Unit = null)
{
    /// <summary>An error at <paramref name="location"/>.</summary>
    public static Problem Error(
        string code, string message, string location, double? measured = null, double? limit = null, string? unit = null) =>
        new(ProblemSeverity.Error, code, message, location, measured, limit, unit);

    /// <summary>A warning at <paramref name="location"/>.</summary>
    public static Problem Warning(
        string code, string message, string location, double? measured = null, double? limit = null, string? unit = null) =>
        new(ProblemSeverity.Warning, code, message, location, measured, limit, unit);

    /// <summary>The line a person sees: <c>error ply-truncated at upper.ply: …</c>.</summary>
    public override string ToString() =>
        $"{(Severity == ProblemSeverity.Error ? "error" : "warning")} {Code} at {Location}: {Message}";
}

/// <summary>How much a <see cref="Problem"/> in data matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The value could be read; something about it deserves a look.</summary>
    Warning,

    /// <summary>The value could not be read, or may not be used.</summary>
    Error,
}
