using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis.Arrangement;

/// <summary>
/// Tooth sizes of one person: published means and standard deviations (<see cref="ToothNorms"/>), correlated within the
/// person (0.65, clinical.md 5.6), left and right alike but for 1 % of asymmetry.
/// </summary>
internal static class SizeSampling
{
    private const double WithinPerson = 0.65;
    private const double Asymmetry = 0.01;
    private const double DepthCv = 0.06;
    private const double HeightDeviationMm = 0.6;
    private const double RootDeviationMm = 1.3;

    /// <summary>Sizes of a tooth. The draws depend on seed and tooth only, so a missing tooth changes no other.</summary>
    public static ToothSize Of(ToothId tooth, double variation, ulong seed)
    {
        ToothNorms norms = ToothNorms.Of(tooth);
        int type = (tooth.Jaw == Jaw.Upper ? 10 : 40) + tooth.Position;
        SeededRandom person = new SeededRandom(seed).Fork("size of the person");
        double common = Draw(person);
        double commonHeight = Draw(person);
        double commonRoot = Draw(person);
        SeededRandom own = new SeededRandom(seed).Fork($"size of type {type}");
        double width = Correlated(common, Draw(own));
        double depth = Correlated(width, Draw(own));
        double height = Correlated(commonHeight, Draw(own));
        double root = Correlated(commonRoot, Draw(own));
        SeededRandom side = new SeededRandom(seed).Fork($"asymmetry of {tooth}");
        double Sided(double mean, double deviation, double z) =>
            mean + (variation * ((deviation * z) + (mean * Asymmetry * Draw(side))));
        return new ToothSize(
            Sided(norms.MesiodistalMm, norms.WidthDeviationMm, width),
            Sided(norms.BuccolingualMm, DepthCv * norms.BuccolingualMm, depth),
            Sided(norms.CrownHeightMm, HeightDeviationMm, height),
            Sided(norms.RootLengthMm, RootDeviationMm, root));
    }

    private static double Correlated(double common, double own) =>
        (Math.Sqrt(WithinPerson) * common) + (Math.Sqrt(1 - WithinPerson) * own);

    private static double Draw(SeededRandom random) => Math.Clamp(random.Normal(), -2.2, 2.2);
}
