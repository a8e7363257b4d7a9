using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Malocclusions;

/// <summary>
/// Takes teeth apart that overlap, neighbours and antagonists alike, since real teeth do not pass through each other.
/// Method: position-based (Müller et al. 2007, doi 10.1016/j.jvcir.2007.01.005): in fixed order each cutting pair is pushed
/// apart along the surface normal at the deepest point, molars yielding less than incisors; every tenth round teeth that still
/// cut are taken a part of their way back to the ideal, where nothing cuts, so the process ends.
/// </summary>
internal static class OverlapRelaxation
{
    private const double AllowedMm = 0.06;
    private const int Rounds = 250;

    /// <summary>Changes <paramref name="poses"/> in place.</summary>
    public static void Relax(
        SortedDictionary<ToothId, ToothBody> bodies,
        SortedDictionary<ToothId, ToothFrame> ideal,
        SortedDictionary<ToothId, ToothFrame> poses,
        Malocclusion wanted)
    {
        ToothBody[] teeth = [.. bodies.Values];
        for (int round = 0; round < Rounds; round++)
        {
            bool givesWay = round % 10 == 9;
            bool isFree = true;
            var cutting = new SortedSet<ToothId>();
            for (int i = 0; i < teeth.Length; i++)
            {
                for (int j = i + 1; j < teeth.Length; j++)
                {
                    ToothBody a = teeth[i];
                    ToothBody b = teeth[j];
                    if (!MayMeet(a, poses[a.Id], b, poses[b.Id]))
                        continue;
                    (double depth, Vec3 away) = ToothBody.Overlap(a, poses[a.Id], b, poses[b.Id]);
                    if (depth < AllowedMm)
                        continue;
                    isFree = false;
                    cutting.Add(a.Id);
                    cutting.Add(b.Id);
                    double push = (depth - (0.6 * AllowedMm)) * 1.05;
                    double share = Ease(a.Id) / (Ease(a.Id) + Ease(b.Id));
                    poses[a.Id] = poses[a.Id] with { Origin = poses[a.Id].Origin - (away * (push * share)) };
                    poses[b.Id] = poses[b.Id] with { Origin = poses[b.Id].Origin + (away * (push * (1 - share))) };
                }
            }

            if (isFree)
                return;
            if (givesWay && (wanted.PerturbationMm > 0 || round > 40))
            {
                foreach (ToothId id in cutting)
                    poses[id] = PartlyBack(bodies[id], poses[id], ideal[id], 0.12);
            }
        }
    }

    private static double Ease(ToothId id) => id.Class switch
    {
        ToothClass.Incisor => 1,
        ToothClass.Canine or ToothClass.Premolar => 0.7,
        _ => 0.4,
    };

    private static bool MayMeet(ToothBody a, ToothFrame poseA, ToothBody b, ToothFrame poseB)
    {
        static Vec3 Middle(ToothBody body, ToothFrame pose) => pose.PointFromLocal(new Vec3(0, 0, 0.4 * body.Shape.Height));
        return Vec3.Distance(Middle(a, poseA), Middle(b, poseB)) < (a.Id.Jaw == b.Id.Jaw ? 14 : 15);
    }

    private static ToothFrame PartlyBack(ToothBody body, ToothFrame pose, ToothFrame ideal, double share)
    {
        RigidTransform way = ScanPosing.Between(pose, ideal);
        Vec3 center = pose.PointFromLocal(body.CenterOfResistance);
        Vec3 shift = way.Apply(center) - center;
        return pose.Moved(RigidTransform.AboutPoint(Rotation.FromVector(way.Rotation.ToVector() * share), center, shift * share));
    }
}
