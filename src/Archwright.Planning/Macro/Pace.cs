using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>How strictly movements follow each other, and how much time there is.</summary>
/// <param name="Stretch">Trays over the least count the limits allow.</param>
/// <param name="Overlap">0: a phase reaches into another only where a tooth's limits demand it; 1: all phases run all the time.</param>
/// <param name="InTurn">A tooth's movements go in their order where its limits allow it; false: all run evenly.</param>
internal readonly record struct Pace(double Stretch, double Overlap, bool InTurn)
{
    /// <summary>What phases in order are worth, as a share of the plan's trays: a preference is given up only for what cannot be reached with it.</summary>
    private const double OrderWeight = 0.5;

    /// <summary>What a tooth's movements in order are worth.</summary>
    private const double TurnWeight = 0.15;

    /// <summary>The least cost a run at this pace can have.</summary>
    public double LeastCost => Stretch - 1 + (OrderWeight * Overlap) + (InTurn ? 0 : TurnWeight);

    /// <summary>Cost of a run at this pace.</summary>
    public double CostOf(StageOutcome outcome) => outcome.Cost + (OrderWeight * Overlap) + (InTurn ? 0 : TurnWeight);
}
