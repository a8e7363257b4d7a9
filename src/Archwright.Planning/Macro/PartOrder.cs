using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>The order of the parts of one tooth's movement (STG-06).</summary>
/// <param name="Parts">Places of the parts, in the order in which they start; what the preferences do not name comes first.</param>
/// <param name="Named">How many at the end of it wait for those named before them.</param>
/// <param name="Last">The part that waits for the unnamed too, since it needs the space they make; −1 where there is none.</param>
internal sealed record PartOrder(ImmutableArray<int> Parts, int Named, int Last)
{
    /// <summary>The order the preferences give.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="staging">The order.</param>
    /// <param name="spaceFirst">True where the tooth turns into a neighbour before it has moved: its turn comes last.</param>
    public static PartOrder Of(ImmutableArray<ToothPart> parts, StagingPreferences staging, bool spaceFirst)
    {
        int turn = spaceFirst ? parts.TakeWhile(p => p.Kind != MicroMovement.Rotation).Count() : parts.Length;
        int Place(int p) => p == turn ? staging.MicroOrder.Length : staging.MicroOrder.IndexOf(parts[p].Kind);
        int[] order = [.. Enumerable.Range(0, parts.Length).OrderBy(Place).ThenBy(p => p)];
        return new PartOrder([.. order], order.Count(p => Place(p) >= 0), turn < parts.Length ? turn : -1);
    }

    /// <summary>True where the part waits for nobody and nobody but the last for it.</summary>
    public bool IsFree(int part) => Parts.IndexOf(part) < Parts.Length - Named;
}
