using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Archwright.Primitives;

/// <summary>
/// The outcome of reading data from outside. Invariant: a value is present exactly when no problem is an error;
/// warnings may stand beside a value. Bad data never throws (docs/architecture.md, "three kinds of trouble").
/// </summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class Result<T>
    where T : class
{
    private Result(T? value, ImmutableArray<Problem> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>The value, or null where at least one problem is an error.</summary>
    public T? Value { get; }

    /// <summary>Errors and warnings, in the order they were found.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>True where a value is present.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Value is not null;

    /// <summary>A value, perhaps with warnings.</summary>
    public static Result<T> Ok(T value, params ImmutableArray<Problem> warnings)
    {
        Preconditions.Require(
            warnings.All(p => p.Severity == ProblemSeverity.Warning), "a value goes with warnings only");
        return new Result<T>(value, warnings);
    }

    /// <summary>No value; at least one of the problems is an error.</summary>
    public static Result<T> Fail(params ImmutableArray<Problem> problems)
    {
        Preconditions.Require(problems.Any(p => p.Severity == ProblemSeverity.Error), "a failure has an error");
        return new Result<T>(null, problems);
    }

    /// <summary>The value, or an exception for callers that have already made sure there is one (tests, samples).</summary>
    public T Require() =>
        Value ?? throw new InvalidOperationException(string.Join('\n', Problems.Select(p => p.ToString())));
}
