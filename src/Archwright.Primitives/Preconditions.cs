using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Archwright.Primitives;

/// <summary>The one place where a caller's mistake becomes an exception. Data from outside goes through <see cref="Result{T}"/>.</summary>
public static class Preconditions
{
    /// <summary>Throws <see cref="ArgumentException"/> with <paramref name="why"/> unless <paramref name="condition"/> holds.</summary>
    public static void Require(
        [DoesNotReturnIf(false)] bool condition,
        string why,
        [CallerArgumentExpression(nameof(condition))] string? expression = null)
    {
        if (!condition)
            throw new ArgumentException($"{why} ({expression})");
    }
}
