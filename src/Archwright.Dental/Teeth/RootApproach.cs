using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>How near the roots of two teeth come to each other, section of <see cref="RootForm"/> against section.</summary>
/// <param name="GapMm">Least distance at any height, mm; negative where they cut.</param>
/// <param name="Point">Midway between the nearest sections.</param>
/// <param name="Direction">Unit direction along which the second root moves away from the first.</param>
public readonly record struct RootApproach(double GapMm, Vec3 Point, Vec3 Direction)
{
    /// <summary>True for two teeth of one jaw with no tooth position between them, the first nearer the patient's right: they stand root by root.</summary>
    public static bool AreNeighbours(ToothId a, ToothId b) =>
        a.Jaw == b.Jaw && b.ArchPlace - a.ArchPlace == (a.ArchPlace < 0 && b.ArchPlace > 0 ? 2 : 1);

    /// <summary>The approach of two teeth's roots; nothing where one has none. O(sections²) for each pair of branches.</summary>
    /// <param name="a">Branches of the first tooth, as <see cref="RootForm.Of"/> has them.</param>
    /// <param name="poseA">Its pose.</param>
    /// <param name="b">Branches of the second.</param>
    /// <param name="poseB">Its pose.</param>
    public static RootApproach? Between(ImmutableArray<RootBranch> a, RigidTransform poseA, ImmutableArray<RootBranch> b, RigidTransform poseB)
    {
        RootApproach? nearest = null;
        RootBranch[] others = [.. b.Select(r => r.Moved(poseB))];
        foreach (RootBranch first in a.Select(r => r.Moved(poseA)))
        {
            foreach (RootBranch second in others)
            {
                for (int i = 0; i < first.Sections.Length; i++)
                {
                    for (int j = 0; j < second.Sections.Length; j++)
                    {
                        Vec3 way = second.Sections[j].Center - first.Sections[i].Center;
                        Vec3 direction = way.Normalized();
                        double gap = way.Length - first.ReachMm(i, direction) - second.ReachMm(j, direction);
                        if (nearest is null || gap < nearest.Value.GapMm)
                            nearest = new RootApproach(gap, first.Sections[i].Center + (way * 0.5), direction);
                    }
                }
            }
        }

        return nearest;
    }
}
