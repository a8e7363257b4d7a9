using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// Keeps the roots of neighbours apart at the target: no nearer than bone needs (APX003) and no more convergent than their crowns allow (APX001),
/// unless they stand so already. Roots are those of <see cref="RootForm"/>, templates where none was scanned. Their necks are left out: how near
/// those stand follows from the widths of crowns and necks, and a tooth turned to part them would be tipped by ten degrees for half a millimetre.
/// </summary>
internal sealed class RootSpacing
{
    // asked for beyond the limits, since what is drawn to them from within stops a little short
    private const double MarginMm = 0.1;
    private const double MarginShare = 0.03;

    private readonly ImmutableArray<Pair> _pairs;
    private readonly double _apexShare;

    private RootSpacing(ImmutableArray<Pair> pairs, double apexShare)
    {
        _pairs = pairs;
        _apexShare = apexShare;
    }

    /// <summary>The limits of all neighbours, from where they stand at stage 0.</summary>
    public static RootSpacing Of(IReadOnlyList<SetupTooth> teeth, CheckPreferences checks)
    {
        ImmutableArray<RootBranch>[] roots = [.. teeth.Select(t => LowerHalf(RootForm.Of(t.Tooth)))];
        var pairs = ImmutableArray.CreateBuilder<Pair>();
        for (int i = 0; i + 1 < teeth.Count; i++)
        {
            if (!RootApproach.AreNeighbours(teeth[i].Tooth.Id, teeth[i + 1].Tooth.Id)
                || RootApproach.Between(roots[i], RigidTransform.Identity, roots[i + 1], RigidTransform.Identity) is not { } start)
            {
                continue;
            }

            double apices = Vec3.Distance(teeth[i].Tooth.Apex, teeth[i + 1].Tooth.Apex);
            pairs.Add(new Pair(i, i + 1, roots[i], roots[i + 1], Math.Min(checks.RootDistanceMm + MarginMm, start.GapMm), apices));
        }

        return new RootSpacing(pairs.ToImmutable(), checks.ApexDistanceShareMin + MarginShare);
    }

    /// <summary>What is asked of teeth whose roots stand too near at the present poses.</summary>
    public IEnumerable<Demand> Demands(SetupState state)
    {
        foreach (Pair pair in _pairs)
        {
            (RigidTransform poseA, RigidTransform poseB) = (state.Poses[pair.A], state.Poses[pair.B]);
            RootApproach near = RootApproach.Between(pair.RootsA, poseA, pair.RootsB, poseB)!.Value;
            if (near.GapMm < pair.LeastGapMm)
                yield return new Demand(pair.A, pair.B, near.Point, Level(near.Direction), pair.LeastGapMm - near.GapMm);
            (Tooth a, Tooth b) = (state.Teeth[pair.A].Tooth, state.Teeth[pair.B].Tooth);
            (Vec3 apexA, Vec3 apexB) = (poseA.Apply(a.Apex), poseB.Apply(b.Apex));
            double crowns = Vec3.Distance(poseA.Apply(a.Frame.Origin), poseB.Apply(b.Frame.Origin));
            double lacking = Math.Min(pair.ApicesMm, _apexShare * crowns) - Vec3.Distance(apexA, apexB);
            if (lacking > 0)
                yield return new Demand(pair.A, pair.B, (apexA + apexB) * 0.5, Level(apexB - apexA), lacking);
        }
    }

    /// <summary>The halves of roots that are kept apart.</summary>
    internal static ImmutableArray<RootBranch> LowerHalf(ImmutableArray<RootBranch> roots) =>
        [.. roots.Select(r => r with { Sections = r.Sections.RemoveRange(0, r.Sections.Length / 2) })];

    // no tooth is raised or sunk to make room for a root
    private static Vec3 Level(Vec3 way) => way.Reject(Vec3.UnitZ).Normalized();

    /// <summary>The second tooth is to move away from the first.</summary>
    /// <param name="A">First tooth.</param>
    /// <param name="B">Second tooth.</param>
    /// <param name="Point">Where.</param>
    /// <param name="Direction">Unit direction.</param>
    /// <param name="Mm">How far.</param>
    public readonly record struct Demand(int A, int B, Vec3 Point, Vec3 Direction, double Mm);

    private sealed record Pair(
        int A, int B, ImmutableArray<RootBranch> RootsA, ImmutableArray<RootBranch> RootsB, double LeastGapMm, double ApicesMm);
}
