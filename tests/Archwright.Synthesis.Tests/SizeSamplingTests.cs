using Archwright.Dental;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Tests;

public class SizeSamplingTests
{
    [Fact]
    public void Sizes_have_the_published_mean_deviation_and_correlation()
    {
        ToothId central = ToothId.FromFdi(11);
        ToothId canine = ToothId.FromFdi(43);
        double[] a = [.. Enumerable.Range(0, 3000).Select(s => SizeSampling.Of(central, 1, (ulong)s).WidthMm)];
        double[] b = [.. Enumerable.Range(0, 3000).Select(s => SizeSampling.Of(canine, 1, (ulong)s).WidthMm)];
        ToothNorms norms = ToothNorms.Of(central);
        a.Average().ShouldBe(norms.MesiodistalMm, 0.05);
        Deviation(a).ShouldBe(norms.WidthDeviationMm, 0.06);
        double covariance = a.Zip(b).Average(p => (p.First - a.Average()) * (p.Second - b.Average()));
        (covariance / (Deviation(a) * Deviation(b))).ShouldBe(0.65, 0.06);
    }

    [Fact]
    public void Left_and_right_are_nearly_alike()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            double right = SizeSampling.Of(ToothId.FromFdi(16), 1, seed).WidthMm;
            double left = SizeSampling.Of(ToothId.FromFdi(26), 1, seed).WidthMm;
            Math.Abs(right - left).ShouldBeLessThan(0.06 * right);
        }
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
