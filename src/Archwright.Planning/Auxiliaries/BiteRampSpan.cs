using Archwright.Dental;

namespace Archwright.Planning.Auxiliaries;

/// <summary>A bite ramp's tooth and stages.</summary>
/// <param name="Tooth">The upper front tooth that carries it.</param>
/// <param name="From">First stage.</param>
/// <param name="To">Last stage.</param>
/// <param name="Cause">Overbite and preference.</param>
public sealed record BiteRampSpan(ToothId Tooth, int From, int To, string Cause);
