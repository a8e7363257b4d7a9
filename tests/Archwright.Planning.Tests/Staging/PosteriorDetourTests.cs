using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Macro;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

/// <summary>A lower molar that passes lingually under a cusp of the held molar above it, as when a crossbite is put right.</summary>
public class PosteriorDetourTests
{
    private static readonly ToothId Passing = ToothId.FromFdi(46);

    [Theory]
    [InlineData(0.12)]
    [InlineData(0.2)]
    public void VEL_12_a_molar_pushed_down_by_a_cusp_goes_on_sideways_while_it_rises_by_hundredths(double cuspMm)
    {
        StagingResult plan = Plan(-3, cuspMm, cuspAtMm: -0.6);

        double[] heights = [.. plan.Stages.Select(s => At(s).Translation.Z)];
        heights.Min().ShouldBeLessThan(-cuspMm + 0.03);
        heights.Zip(heights.Skip(1), (a, b) => b - a).Max().ShouldBeLessThan(StepLimit.PosteriorNoiseMm);
        plan.Shortfalls.ShouldBeEmpty();
        plan.Stages.Length.ShouldBeLessThan(Plan(-3, 0, -0.6).Stages.Length + 2);
    }

    private static RigidTransform At(IReadOnlyDictionary<ToothId, RigidTransform> stage) => stage[Passing];

    private static StagingResult Plan(double facialMm, double cuspMm, double cuspAtMm)
    {
        var upper = new BlockTooth(ToothId.FromFdi(16), new Vec3(-22, 0, 3.5), Vec3.UnitY, -Vec3.UnitX, -Vec3.UnitZ, new Vec3(5, 5, 3.7));
        Tooth lower = (upper with { Id = Passing, Center = new Vec3(-22, 0, -3.5), Occlusal = Vec3.UnitZ }).ToTooth();

        // an upper cusp half a millimetre wide to either side, which only the lower one's height parts
        Overlap Cusp(int a, RigidTransform poseA, int b, RigidTransform poseB, DepthRange wanted)
        {
            Vec3 moved = poseB.Apply(lower.CenterOfResistance) - lower.CenterOfResistance;
            double beside = Math.Abs(Vec3.Dot(moved, lower.Frame.Facial) - cuspAtMm);
            double depth = moved.Z + (cuspMm * (1 - (beside / 0.5)));
            return beside < 0.5 && depth > 0 ? new Overlap(depth, lower.Landmarks.OcclusalPoint, -Vec3.UnitZ) : default;
        }

        var scene = new CollisionScene([upper.ToTooth(ToothRestriction.Implant), lower], antagonists: true, Cusp, new RunContext());
        scene.Pairs.Length.ShouldBe(1);
        RigidTransform target = Movement.Apply(lower, RigidTransform.Identity, 0, facialMm, 0, 0, 0, 0);
        var setup = new SetupResult
        {
            Target = ImmutableSortedDictionary<ToothId, RigidTransform>.Empty.Add(Passing, target),
            Ipr = [],
            Objectives = [],
            Shortfalls = [],
            Measures = [],
        };
        return Stager.Run(scene, setup, CaseFacts.None, new TreatmentPreferences(), new RunContext());
    }
}
