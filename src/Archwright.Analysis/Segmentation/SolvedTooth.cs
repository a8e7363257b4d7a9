using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A tooth of a solution.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Center">The middle that votes are held against, arch frame, in the plane.</param>
/// <param name="Confidence">How sure number and presence are, 0–1; 1 where a person has said it.</param>
/// <param name="IsGone">True where an edit has taken it away; it keeps its place in the list.</param>
/// <param name="IsConfirmed">True where a person stands for its border.</param>
/// <param name="End">Where its crown should end, if no other follows it and that can be told.</param>
internal sealed record SolvedTooth(ToothId Id, Vec3 Center, double Confidence, bool IsGone = false, bool IsConfirmed = false, CrownEnd? End = null)
{
    /// <summary>True where a person has said which tooth it is.</summary>
    public bool IsNamed { get; init; }
}
