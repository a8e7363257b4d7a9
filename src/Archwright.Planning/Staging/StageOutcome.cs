using System.Collections.Immutable;
using Archwright.Geometry;
using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

/// <summary>A whole run.</summary>
/// <param name="States">Stage 0 and all stages.</param>
/// <param name="IprStage">Per pair: stage whose start IPR is done at; −1 where the run never needed it.</param>
/// <param name="Programs">Programmes as run.</param>
/// <param name="Cost">Trays over the least count, and what is left to do.</param>
/// <param name="EndedEarly">True where jammed teeth used up what may be spent on parting them.</param>
internal sealed record StageOutcome(
    ImmutableArray<StageState> States,
    ImmutableArray<int> IprStage,
    ImmutableArray<ToothProgram> Programs,
    double Cost,
    bool EndedEarly)
{
    /// <summary>What 1 mm left to do is worth, as a share of the plan's trays.</summary>
    private const double LeftWeight = 1;

    /// <summary>Number of trays.</summary>
    public int Trays => States.Length - 1;

    /// <summary>Sum of what the teeth lack of their targets.</summary>
    public double Left => States[^1].Left;

    /// <summary>Cost of ending at a stage: trays beyond the least count, and what is left to do.</summary>
    public static double CostOf(int stage, int lowerBound, double left) =>
        (Math.Max(0.0, stage - lowerBound) / Math.Max(1, lowerBound)) + (LeftWeight * left);
}

/// <summary>All teeth at the end of one stage.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="At">Where each tooth stands.</param>
/// <param name="Poses">Its pose.</param>
/// <param name="Notes">Why it did not simply follow its programme.</param>
/// <param name="Left">Sum of what is left to do.</param>
internal sealed record StageState(
    int Stage,
    ImmutableArray<MovementVector> At,
    ImmutableArray<RigidTransform> Poses,
    ImmutableArray<StageNote> Notes,
    double Left);
