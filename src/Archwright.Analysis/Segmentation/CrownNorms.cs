using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// What a sound crown shows over its gum: published sizes (<see cref="ToothNorms"/>) times what of them <see cref="CrownForm"/> measures on
/// sound synthetic arches (bench: <c>crown-fit</c>). Millimetres, in a patient whose teeth have the published sizes.
/// </summary>
internal static class CrownNorms
{
    /// <summary>Standard deviation of a sound crown's height, as a share of what its place and arch let expect.</summary>
    public const double HeightDeviation = 0.09;

    /// <summary>The same of its width.</summary>
    public const double WidthDeviation = 0.06;

    // whole, mesial, distal, facial, lingual as shares of the published height; width as a share of the published width; by position
    private static readonly double[][] Upper =
    [
        [0.90, 0.90, 0.91, 1.10, 0.39, 0.95],
        [0.89, 0.88, 0.87, 1.04, 0.33, 1.02],
        [0.96, 0.97, 0.93, 1.06, 0.45, 0.95],
        [0.99, 0.97, 0.97, 1.05, 0.96, 0.99],
        [1.03, 0.99, 1.03, 1.01, 1.00, 1.00],
        [1.09, 1.08, 1.05, 1.03, 1.09, 1.03],
        [1.09, 1.11, 1.03, 1.11, 1.09, 1.03],
        [1.08, 1.05, 1.03, 1.05, 1.08, 1.02],
    ];

    private static readonly double[][] Lower =
    [
        [0.84, 0.83, 0.83, 1.08, 0.43, 1.12],
        [0.87, 0.88, 0.87, 1.03, 0.33, 1.09],
        [1.00, 1.00, 0.97, 1.00, 0.48, 0.97],
        [1.03, 1.02, 0.99, 0.97, 0.83, 0.99],
        [1.00, 0.97, 0.94, 0.93, 0.88, 0.95],
        [1.04, 1.07, 0.96, 0.99, 1.09, 0.99],
        [1.07, 1.05, 1.06, 1.03, 1.07, 1.00],
        [1.02, 1.01, 1.03, 0.99, 1.02, 0.98],
    ];

    /// <summary>
    /// Heights over the gum of the crown's parts, in the order of <see cref="CrownPart"/>; of front teeth, which have no cusps, without sides.
    /// </summary>
    public static double[] PartsMm(ToothId id)
    {
        double height = ToothNorms.Of(id).CrownHeightMm;
        return [.. Of(id)[..(id.IsAnterior ? 3 : 5)].Select(s => s * height)];
    }

    /// <summary>Its width.</summary>
    public static double WidthMm(ToothId id) => Of(id)[5] * ToothNorms.Of(id).MesiodistalMm;

    private static double[] Of(ToothId id) => (id.Jaw == Jaw.Upper ? Upper : Lower)[id.Position - 1];
}
