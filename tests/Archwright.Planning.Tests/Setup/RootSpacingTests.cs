using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Setup;

/// <summary>OCC-06: the set-up does not bring roots together that stand apart, whatever tip their crowns are to have.</summary>
public class RootSpacingTests
{
    private static readonly SetupTooth[] Incisors = [.. IdealArches.Create().Teeth.Where(t => t.Id.Fdi is 11 or 21).OrderBy(t => t.Id).Select(t => new SetupTooth(t))];

    [Fact]
    public void Tips_that_would_bring_two_roots_together_are_not_reached()
    {
        SetupState without = Solved(new CheckPreferences { RootDistanceMm = 0, ApexDistanceShareMin = 0 });
        SetupState kept = Solved(new CheckPreferences { ApexDistanceShareMin = 0 });

        GapMm(without).ShouldBeLessThan(0.8);
        GapMm(kept).ShouldBeInRange(1 - 1e-3, 1.2);
        // it is the apices that part: the contact stays closed, the teeth turn about it
        Vec3.Distance(kept.Center(0), kept.Center(1)).ShouldBe(Vec3.Distance(without.Center(0), without.Center(1)), 0.05);
    }

    [Fact]
    public void Apices_keep_their_share_of_the_crowns_distance()
    {
        SetupState kept = Solved(new CheckPreferences { RootDistanceMm = 0 });
        SetupState without = Solved(new CheckPreferences { RootDistanceMm = 0, ApexDistanceShareMin = 0 });

        Share(without).ShouldBeLessThan(0.5);
        Share(kept).ShouldBeGreaterThan(0.6 - 1e-3);
    }

    [Fact]
    public void Roots_that_stand_near_already_may_stay_so_but_come_no_nearer()
    {
        RigidTransform[] tipped = [.. Incisors.Select(Tipped)];
        SetupTooth[] near = [.. Incisors.Select((t, i) => new SetupTooth(t.Tooth.Moved(tipped[i])))];
        var state = new SetupState(near, [RigidTransform.Identity, RigidTransform.Identity]);

        RootSpacing.Of(near, new CheckPreferences()).Demands(state).ShouldBeEmpty();
    }

    private static SetupState Solved(CheckPreferences checks)
    {
        var state = new SetupState(Incisors, [.. Incisors.Select(Tipped)]);
        PoseRefinement.Solve(
            state, [new ToothPair(0, 1, false, true, false, 0)], new RoundTeeth(), [], RootSpacing.Of(Incisors, checks), new RunContext());
        return state;
    }

    // both roots towards the midline, crowns standing
    private static RigidTransform Tipped(SetupTooth tooth) => RigidTransform.AboutPoint(
        Rotation.FromVector(new Vec3(0, (tooth.Tooth.Id.IsRight ? 1 : -1) * double.DegreesToRadians(9), 0)), tooth.Center, Vec3.Zero);

    // below the necks
    private static double GapMm(SetupState state) => RootApproach.Between(
        RootSpacing.LowerHalf(RootForm.Of(Incisors[0].Tooth)),
        state.Poses[0],
        RootSpacing.LowerHalf(RootForm.Of(Incisors[1].Tooth)),
        state.Poses[1])!.Value.GapMm;

    private static double Share(SetupState state)
    {
        double Of(Func<Tooth, Vec3> point) => Vec3.Distance(state.Poses[0].Apply(point(Incisors[0].Tooth)), state.Poses[1].Apply(point(Incisors[1].Tooth)));
        return Of(t => t.Apex) / Of(t => t.Frame.Origin);
    }

    // crowns that touch at stage 0 and are as far apart as their centres have moved since
    private sealed class RoundTeeth : IProximity
    {
        public Nearness Between(int a, RigidTransform poseA, int b, RigidTransform poseB)
        {
            (Vec3 from, Vec3 to) = (poseA.Apply(Incisors[a].Center), poseB.Apply(Incisors[b].Center));
            double gap = Vec3.Distance(from, to) - Vec3.Distance(Incisors[a].Center, Incisors[b].Center);
            return new Nearness(Math.Max(0, -gap), Math.Max(0, gap), (from + to) * 0.5, (to - from).Normalized(), 2);
        }
    }
}
