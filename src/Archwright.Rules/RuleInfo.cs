using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>What the catalogue says of a rule.</summary>
/// <param name="Id">Family and number, never reused: MOV001.</param>
/// <param name="Name">The problem: ToothMovesTooFast.</param>
/// <param name="Family">movement, collision, ipr, staging, records or plan.</param>
/// <param name="Severity">Severity of its findings.</param>
/// <param name="Summary">What it checks, one measurable sentence.</param>
/// <param name="Requirements">Requirement ids it serves.</param>
/// <param name="Evidence">Evidence grade: S, M, D, user or engineering.</param>
/// <param name="Sources">Citations.</param>
/// <param name="Dissent">Where sources disagree; empty where none is known.</param>
public sealed record RuleInfo(
    string Id,
    string Name,
    string Family,
    FindingSeverity Severity,
    string Summary,
    ImmutableArray<string> Requirements,
    string Evidence,
    ImmutableArray<string> Sources,
    string Dissent);
