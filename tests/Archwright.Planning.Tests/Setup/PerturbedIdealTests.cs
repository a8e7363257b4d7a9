using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Planning.Tests.Setup;

/// <summary>
/// The ground truth: a synthetic ideal dentition whose every tooth is shifted by up to 3 mm and turned by up to 20° about its
/// centre of resistance (amounts uniform up to the bound, directions uniform) is set up and compared with the ideal.
/// </summary>
public class PerturbedIdealTests
{
    [Fact]
    public void AnIdealPerturbedByThreeMillimetresAndTwentyDegreesComesBack()
    {
        var mm = new List<double>();
        var degrees = new List<double>();
        var startMm = new List<double>();
        for (ulong seed = 1; seed <= 3; seed++)
        {
            SyntheticCase made = IdealArches.Perturbed(seed, 3, 20, new RunContext(2));
            MeasuredCase start = IdealArches.Case(made);
            SetupResult result = TargetSetup.Run(start, new TreatmentPreferences(), new RunContext(2));
            foreach (SyntheticTooth tooth in made.Teeth)
            {
                RigidTransform reached = result.Target[tooth.Id];
                Vec3 center = IdealArches.Center(tooth.Tooth);
                Vec3 ideal = tooth.IdealFromScanned.Apply(center);
                mm.Add(Vec3.Distance(reached.Apply(center), ideal));
                startMm.Add(Vec3.Distance(center, ideal));
                Rotation off = (reached.Rotation * tooth.IdealFromScanned.Rotation.Inverse).Canonical();
                degrees.Add(double.RadiansToDegrees(off.ToVector().Length));
            }
        }

        mm.Average().ShouldBeLessThan(0.7);
        degrees.Average().ShouldBeLessThan(4);
        mm.Average().ShouldBeLessThan(0.4 * startMm.Average());
    }
}
