using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Primitives;
using Xunit.Abstractions;

namespace Archwright.Planning.Tests.Setup;

public class PerturbedIdealTests(ITestOutputHelper output)
{
    [Fact]
    public void AnIdealPerturbedByThreeMillimetresAndTwentyDegreesComesBack()
    {
        var mm = new List<double>();
        var degrees = new List<double>();
        for (ulong seed = 1; seed <= 6; seed++)
        {
            MeasuredCase ideal = IdealArches.Create(seed);
            var random = new SeededRandom(seed).Fork("displacement");
            MeasuredCase start = IdealArches.Moved(ideal, t => IdealArches.Displacement(t, random, 3, 20));
            SetupResult result = TargetSetup.Run(start, new TreatmentPreferences(), new RunContext());
            foreach ((Tooth tooth, Tooth truth) in start.Teeth.Zip(ideal.Teeth))
            {
                Tooth end = tooth.Moved(result.Target[tooth.Id]);
                mm.Add(Vec3.Distance(IdealArches.Center(end), IdealArches.Center(truth)));
                degrees.Add(double.RadiansToDegrees(Turn(end.Frame, truth.Frame).ToVector().Length));
            }
        }

        output.WriteLine($"mm mean {mm.Average():F3} median {Share(mm, 0.5):F3} p90 {Share(mm, 0.9):F3}");
        output.WriteLine($"deg mean {degrees.Average():F2} median {Share(degrees, 0.5):F2} p90 {Share(degrees, 0.9):F2}");
        mm.Average().ShouldBeLessThan(0.8);
        degrees.Average().ShouldBeLessThan(4);
    }

    private static double Share(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private static Rotation Turn(ToothFrame a, ToothFrame b)
    {
        Rotation ra = Rotation.FromColumns(a.Mesial, a.Facial, Vec3.Cross(a.Mesial, a.Facial));
        Rotation rb = Rotation.FromColumns(b.Mesial, b.Facial, Vec3.Cross(b.Mesial, b.Facial));
        return (ra * rb.Inverse).Canonical();
    }
}
