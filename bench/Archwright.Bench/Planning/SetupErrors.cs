using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;

namespace Archwright.Bench.Planning;

/// <summary>
/// How far a set-up is from the truth, and what the distance is made of: a rigid motion of all teeth together, one of each
/// arch after it, and what is left of single teeth along the arch, across it and vertically.
/// </summary>
/// <param name="Mm">Distance of each crown's centre from its true place, mm.</param>
/// <param name="Degrees">Angle between each tooth and its true stand.</param>
/// <param name="Together">Of each tooth, its part of the motion of both arches together, mm.</param>
/// <param name="Apart">Its part of the motion of its arch alone, mm.</param>
/// <param name="Alone">What is left: along, across, vertical, mm.</param>
internal sealed record SetupErrors(double[] Mm, double[] Degrees, Vec3[] Together, Vec3[] Apart, Vec3[] Alone)
{
    /// <summary>Errors of teeth that should have come by <paramref name="truth"/> and came by <paramref name="reached"/>.</summary>
    public static SetupErrors Of(IReadOnlyList<Tooth> teeth, Func<int, RigidTransform> truth, Func<int, RigidTransform> reached)
    {
        int[] all = [.. Enumerable.Range(0, teeth.Count)];
        SetupTooth[] start = [.. teeth.Select(t => new SetupTooth(t))];
        Vec3[] places = [.. all.Select(i => truth(i).Apply(start[i].Center))];
        Vec3[] off = [.. all.Select(i => reached(i).Apply(start[i].Center) - places[i])];
        Vec3[] together = Motion(all, places, off);
        Vec3[] rest = [.. all.Select(i => off[i] - together[i])];
        var apart = new Vec3[off.Length];
        foreach (IGrouping<Jaw, int> arch in all.GroupBy(i => teeth[i].Id.Jaw))
        {
            Vec3[] motion = Motion([.. arch], places, rest);
            foreach (int i in arch)
                apart[i] = motion[i];
        }

        return new SetupErrors(
            [.. off.Select(v => v.Length)],
            [.. all.Select(i => double.RadiansToDegrees((reached(i).Rotation * truth(i).Rotation.Inverse).Canonical().ToVector().Length))],
            together,
            apart,
            [.. all.Select(i => InArch(start[i], truth(i), rest[i] - apart[i]))]);
    }

    // the small rigid motion that takes the chosen places nearest to where they are off, as a shift of every place
    private static Vec3[] Motion(int[] chosen, Vec3[] places, Vec3[] off)
    {
        var system = new SymmetricSystem(6);
        foreach (int i in chosen)
        {
            foreach (Vec3 axis in new[] { Vec3.UnitX, Vec3.UnitY, Vec3.UnitZ })
            {
                Vec3 turn = Vec3.Cross(places[i], axis);
                system.Add([0, 1, 2, 3, 4, 5], [axis.X, axis.Y, axis.Z, turn.X, turn.Y, turn.Z], Vec3.Dot(off[i], axis), 1);
            }
        }

        system.Damp(1e-9, 1e-9);
        double[] x = system.Solve();
        return [.. places.Select(p => new Vec3(x[0], x[1], x[2]) + Vec3.Cross(new Vec3(x[3], x[4], x[5]), p))];
    }

    private static Vec3 InArch(SetupTooth tooth, RigidTransform truth, Vec3 off)
    {
        Vec3 along = tooth.HorizontalMesial(tooth.Tooth.Frame.Moved(truth));
        return new Vec3(Vec3.Dot(off, along), Vec3.Dot(off, Vec3.Cross(along, Vec3.UnitZ)), off.Z);
    }
}
