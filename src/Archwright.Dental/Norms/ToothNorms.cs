namespace Archwright.Dental;

/// <summary>
/// Published mean sizes of a permanent tooth and the tip and torque of untreated ideal casts. Sizes: Wheeler / Ash and
/// Nelson (clinical.md 5.6, grade M: unverified). Tip and inclination: Andrews' norms (clinical.md 5.5, grade M: unverified).
/// </summary>
/// <param name="CrownHeightMm">Incisal edge or cusp to cervical line.</param>
/// <param name="RootLengthMm">Cervical line to apex (mean of a molar's roots).</param>
/// <param name="MesiodistalMm">Greatest mesiodistal crown width.</param>
/// <param name="MesiodistalCervixMm">Mesiodistal width at the cervix.</param>
/// <param name="BuccolingualMm">Greatest faciolingual crown width.</param>
/// <param name="BuccolingualCervixMm">Faciolingual width at the cervix.</param>
/// <param name="TipDeg">Crown angulation to the occlusal plane's normal, + mesial.</param>
/// <param name="TorqueDeg">Crown inclination, + facial, of the facial surface's tangent at the facial-axis point.</param>
/// <param name="WidthDeviationMm">Standard deviation of the mesiodistal width (clinical.md 5.6, M).</param>
public sealed record ToothNorms(
    double CrownHeightMm,
    double RootLengthMm,
    double MesiodistalMm,
    double MesiodistalCervixMm,
    double BuccolingualMm,
    double BuccolingualCervixMm,
    double TipDeg,
    double TorqueDeg,
    double WidthDeviationMm)
{
    private static readonly ToothNorms[] UpperTeeth =
    [
        new(10.5, 13.0, 8.5, 7.0, 7.0, 6.0, 3.6, 6.1, 0.50),
        new(9.0, 13.0, 6.5, 5.0, 6.0, 5.0, 8.0, 4.4, 0.55),
        new(10.0, 17.0, 7.5, 5.5, 8.0, 7.0, 8.4, -7.3, 0.45),
        new(8.5, 14.0, 7.0, 5.0, 9.0, 8.0, 2.7, -8.5, 0.45),
        new(8.5, 14.0, 7.0, 5.0, 9.0, 8.0, 2.8, -8.8, 0.45),
        new(7.5, 12.5, 10.0, 8.0, 11.0, 10.0, 5.7, -11.5, 0.55),
        new(7.0, 11.5, 9.0, 7.0, 11.0, 10.0, 0.4, -8.1, 0.55),
        new(6.5, 11.0, 8.5, 6.5, 10.0, 9.5, 0.4, -8.1, 0.55),
    ];

    private static readonly ToothNorms[] LowerTeeth =
    [
        new(9.0, 12.5, 5.0, 3.5, 6.0, 5.3, 0.5, -1.7, 0.35),
        new(9.5, 14.0, 5.5, 4.0, 6.5, 5.8, 0.4, -3.2, 0.40),
        new(11.0, 16.0, 7.0, 5.5, 7.5, 7.0, 2.5, -12.7, 0.40),
        new(8.5, 14.0, 7.0, 5.0, 7.5, 6.5, 1.3, -19.0, 0.45),
        new(8.0, 14.5, 7.0, 5.0, 8.0, 7.0, 1.5, -23.6, 0.45),
        new(7.5, 14.0, 11.0, 9.0, 10.5, 9.0, 2.0, -30.7, 0.65),
        new(7.0, 13.0, 10.5, 8.0, 10.0, 9.0, 2.9, -36.0, 0.65),
        new(7.0, 11.0, 10.0, 7.5, 9.5, 9.0, 2.9, -36.0, 0.65),
    ];

    /// <summary>The norms of a tooth; a milk tooth takes its permanent neighbour's of the same position.</summary>
    public static ToothNorms Of(ToothId tooth) =>
        (tooth.Jaw == Jaw.Upper ? UpperTeeth : LowerTeeth)[tooth.Position - 1];
}
