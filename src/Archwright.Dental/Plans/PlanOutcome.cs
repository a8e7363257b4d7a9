using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// What a plan is expected to reach at its end without refinement (OUT-01): an estimate from published expression, never a promise.
/// Made anew by every check from the plan's poses; a plan's own copy is for reading.
/// </summary>
public sealed record PlanOutcome
{
    /// <summary>One sentence for a person.</summary>
    public required string Summary { get; init; }

    /// <summary>Number of simulated patients.</summary>
    public required int Draws { get; init; }

    /// <summary>Hours of wear a day the plan assumes (OVC-04).</summary>
    public required double WearHoursPerDay { get; init; }

    /// <summary>Residual above which a movement counts as missed, mm (clinical.md 1.1, Grünheid 2017).</summary>
    public required double ToleranceMm { get; init; }

    /// <summary>Residual above which a movement counts as missed, degrees.</summary>
    public required double ToleranceDeg { get; init; }

    /// <summary>
    /// Share of simulated patients in whom a refinement is ordered: what incisors, canines, premolars and first molars miss beyond the
    /// tolerance is together more than patient and doctor put up with (docs/algorithms/expected-outcome.md); null where nothing could be assessed.
    /// </summary>
    public required double? RefinementProbability { get; init; }

    /// <summary>
    /// Median over the patients of the residual score a refinement is ordered by: root of the summed squares of what is missed beyond the
    /// tolerance, in tolerances. Tells plans apart where the probability is near 1.
    /// </summary>
    public double? ResidualScore { get; init; }

    /// <summary>Mean of expected over planned movement, all assessed movements, each weighted by its size in tolerances; null where there is none.</summary>
    public required double? MeanExpression { get; init; }

    /// <summary>Each planned movement: clinical target, programmed, expected with its 80 % interval.</summary>
    public required ImmutableArray<ExpectedMovement> Movements { get; init; }

    /// <summary>The movements that drive the need for a refinement, most first.</summary>
    public required ImmutableArray<OutcomeDriver> Drivers { get; init; }

    /// <summary>The same patients wearing the aligners for other hours (OVC-05, CHK-04).</summary>
    public required ImmutableArray<WearSensitivity> Wear { get; init; }

    /// <summary>The written objectives: what is programmed, what is expected.</summary>
    public required ImmutableArray<ExpectedObjective> Objectives { get; init; }

    /// <summary>What could not be assessed, and why.</summary>
    public required ImmutableArray<OutcomeUnknown> NotAssessed { get; init; }

    /// <summary>What absorbs a loss of wear: overcorrection, recovery flexibility, or nothing (OVC-06).</summary>
    public required string Buffer { get; init; }

    /// <summary>What the software allows: the plan against its per-tray limits (VEL-22).</summary>
    public required string SoftwareVerdict { get; init; }

    /// <summary>What biology allows: force proxy and monthly rate, a verdict of its own (VEL-21, VEL-22).</summary>
    public required string BiologyVerdict { get; init; }
}

/// <summary>The movements an expectation is given for.</summary>
public enum OutcomeComponent
{
    /// <summary>Crown point along the arch, mm, + mesially.</summary>
    Mesiodistal,

    /// <summary>Mesiodistal angulation, degrees.</summary>
    Tip,

    /// <summary>Crown point across the arch, mm, + facially.</summary>
    Faciolingual,

    /// <summary>Faciolingual inclination, degrees.</summary>
    Torque,

    /// <summary>Centre of resistance along the tooth, mm, + extrusion.</summary>
    Vertical,

    /// <summary>About the long axis, degrees.</summary>
    Rotation,
}

/// <summary>One movement of one tooth: three positions that are not the same thing (OVC-03).</summary>
public sealed record ExpectedMovement
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Movement.</summary>
    public required OutcomeComponent Component { get; init; }

    /// <summary>mm or deg.</summary>
    public required string Unit { get; init; }

    /// <summary>To the clinical target.</summary>
    public required double Clinical { get; init; }

    /// <summary>To the staged end.</summary>
    public required double Programmed { get; init; }

    /// <summary>Median of what is expected.</summary>
    public required double Expected { get; init; }

    /// <summary>Lower end of the 80 % interval.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 80 % interval.</summary>
    public required double High { get; init; }

    /// <summary>Share of simulated patients who miss the clinical target by more than the tolerance, 0–1.</summary>
    public required double MissChance { get; init; }

    /// <summary>What made the expectation lower than the table's, for a person; empty where nothing did.</summary>
    public required string Modifiers { get; init; }

    /// <summary>Whether it needs overcorrection to express, and why (OVC-08).</summary>
    public required string Overcorrection { get; init; }
}

/// <summary>A movement that drives the need for a refinement.</summary>
public sealed record OutcomeDriver
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Movement.</summary>
    public required OutcomeComponent Component { get; init; }

    /// <summary>Share of the variance of the squared residual score that comes with it, 0–1.</summary>
    public required double VarianceShare { get; init; }

    /// <summary>Share of simulated patients who miss it.</summary>
    public required double MissChance { get; init; }
}

/// <summary>The outcome at other hours of wear, same patients.</summary>
public sealed record WearSensitivity
{
    /// <summary>Mean hours a day.</summary>
    public required double HoursPerDay { get; init; }

    /// <summary>Probability of a refinement; null where nothing could be assessed.</summary>
    public required double? RefinementProbability { get; init; }

    /// <summary>Mean expression.</summary>
    public required double? MeanExpression { get; init; }

    /// <summary>Mean number of movements that miss their target by more than the tolerance.</summary>
    public required double MissedMovements { get; init; }
}

/// <summary>A written objective and its expected end.</summary>
public sealed record ExpectedObjective
{
    /// <summary>Name, as in the plan's objectives.</summary>
    public required string Name { get; init; }

    /// <summary>Wanted, mm; null where any value of a class will do.</summary>
    public double? WantedMm { get; init; }

    /// <summary>With the programmed end, mm.</summary>
    public required double ProgrammedMm { get; init; }

    /// <summary>Median expected, mm.</summary>
    public required double ExpectedMm { get; init; }

    /// <summary>Lower end of the 80 % interval, mm.</summary>
    public required double LowMm { get; init; }

    /// <summary>Upper end of the 80 % interval, mm.</summary>
    public required double HighMm { get; init; }

    /// <summary>Share of simulated patients who meet it.</summary>
    public required double MetChance { get; init; }
}

/// <summary>Something the model knows nothing of.</summary>
public sealed record OutcomeUnknown
{
    /// <summary>FDI number; null where it is the whole plan.</summary>
    public int? Fdi { get; init; }

    /// <summary>Movement; null where it is the whole tooth.</summary>
    public OutcomeComponent? Component { get; init; }

    /// <summary>Why it cannot be assessed.</summary>
    public required string Reason { get; init; }
}
