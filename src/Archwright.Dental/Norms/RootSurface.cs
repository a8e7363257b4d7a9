namespace Archwright.Dental;

/// <summary>
/// Mean root surface of permanent teeth, mm²: how much a tooth resists being moved, and how much it can anchor. Source: Jepsen
/// 1963 (known in the field, source not opened: grade M, unverified). Third molars take the second molar's, less a fifth
/// (engineering default); milk teeth half of their successor's (engineering default).
/// </summary>
public static class RootSurface
{
    private static readonly double[] Upper = [204, 179, 273, 234, 220, 433, 431, 345];
    private static readonly double[] Lower = [154, 168, 268, 180, 207, 431, 426, 341];

    /// <summary>Root surface of a tooth, mm².</summary>
    public static double Mm2(ToothId tooth) =>
        (tooth.Jaw == Jaw.Upper ? Upper : Lower)[tooth.Position - 1] * (tooth.IsPrimary ? 0.5 : 1);
}
