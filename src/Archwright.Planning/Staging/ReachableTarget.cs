using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Staging;

/// <summary>
/// The poses nearest to a setup's target in which no two teeth overlap more than they may. Where the target itself lets teeth
/// overlap, planning a way to it would end in a jam; so overlapping pairs are first pushed apart along their contact, and
/// what pushing cannot solve goes back towards the start, where nothing overlaps.
/// </summary>
/// <param name="Poses">Pose per tooth of the scene.</param>
/// <param name="Reason">Why a tooth's pose is not the setup's, where it is not.</param>
internal sealed record ReachableTarget(ImmutableArray<RigidTransform> Poses, ImmutableArray<StageNote> Reason)
{
    private const int PushRounds = 80;
    private const int RetreatRounds = 40;
    private const double RetreatShare = 0.85;

    /// <summary>Finds it.</summary>
    /// <param name="scene">Bodies and pairs.</param>
    /// <param name="wanted">The setup's target per tooth; the identity for a tooth that stays.</param>
    /// <param name="classTwo">How far upper molars may go back.</param>
    /// <param name="excessOf">How much more a pair overlaps than it may in the end, mm.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static ReachableTarget Of(
        CollisionScene scene,
        ImmutableArray<RigidTransform> wanted,
        ClassTwoPreferences classTwo,
        Func<int, Overlap, double> excessOf,
        RunContext ctx)
    {
        RigidTransform[] poses = [.. wanted];
        var reason = new StageNote[poses.Length];
        bool clear = false;
        for (int round = 0; round < PushRounds && !clear; round++)
        {
            clear = true;
            var push = new Vec3[poses.Length];
            foreach ((int p, double excess, Overlap overlap) in Overlapping(scene, poses, excessOf, ctx))
            {
                ScenePair pair = scene.Pairs[p];
                bool a = wanted[pair.A] != RigidTransform.Identity;
                bool b = wanted[pair.B] != RigidTransform.Identity;
                double apart = (excess + 0.003) * (a && b ? 0.5 : 1);
                Push(pair.A, a, Aside.Of(scene.Teeth[pair.A], pair.Kind, -overlap.Direction, apart), pair.B, overlap.DepthMm, push, reason);
                Push(pair.B, b, Aside.Of(scene.Teeth[pair.B], pair.Kind, overlap.Direction, apart), pair.A, overlap.DepthMm, push, reason);
                clear = false;
            }

            for (int i = 0; i < poses.Length; i++)
            {
                if (push[i] != Vec3.Zero)
                    poses[i] = DistalLimit.Keep(scene.Teeth[i], poses[i] with { Translation = poses[i].Translation + push[i] }, classTwo);
            }
        }

        for (int round = 0; round < RetreatRounds && !clear; round++)
        {
            clear = true;
            var back = new SortedSet<int>();
            foreach ((int p, double _, Overlap _) in Overlapping(scene, poses, excessOf, ctx))
            {
                back.Add(scene.Pairs[p].A);
                back.Add(scene.Pairs[p].B);
                clear = false;
            }

            foreach (int i in back)
                poses[i] = Back(scene.Teeth[i], poses[i], round == RetreatRounds - 1 ? 0 : RetreatShare);
        }

        return new ReachableTarget([.. poses], [.. reason]);
    }

    private static List<(int Pair, double Excess, Overlap Overlap)> Overlapping(
        CollisionScene scene, RigidTransform[] poses, Func<int, Overlap, double> excessOf, RunContext ctx)
    {
        var overlaps = new Overlap[scene.Pairs.Length];
        ctx.For(overlaps.Length, p => overlaps[p] = scene.Depth(scene.Pairs[p], poses[scene.Pairs[p].A], poses[scene.Pairs[p].B]));
        var found = new List<(int Pair, double Excess, Overlap Overlap)>();
        for (int p = 0; p < overlaps.Length; p++)
        {
            double excess = excessOf(p, overlaps[p]);
            if (excess > 0)
                found.Add((p, excess, overlaps[p]));
        }

        return found;
    }

    private static void Push(int tooth, bool moves, Vec3 by, int other, double depth, Vec3[] push, StageNote[] reason)
    {
        if (!moves)
            return;
        push[tooth] += by;
        if (depth > reason[tooth].OverlapMm)
            reason[tooth] = new StageNote(NoteKind.Held, other, depth, false);
    }

    private static RigidTransform Back(Tooth tooth, RigidTransform pose, double share) => share == 0
        ? RigidTransform.Identity
        : ScrewMotion.Interpolate(RigidTransform.Identity, pose, tooth.CenterOfResistance, share);
}
