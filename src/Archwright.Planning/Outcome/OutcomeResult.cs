using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Outcome;

/// <summary>The expected outcome of a staged plan.</summary>
/// <param name="Outcome">The expected end, with what is not known.</param>
/// <param name="Stages">Mean expected pose per stage and tooth; empty where the plan has no stages.</param>
/// <param name="IntervalMm">Per stage and tooth: half-width of the 80 % interval of the crown point's position, mm.</param>
public sealed record OutcomeResult(
    PlanOutcome Outcome,
    ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Stages,
    ImmutableArray<ImmutableSortedDictionary<ToothId, double>> IntervalMm);
