using Archwright.Primitives;

namespace Archwright.Dental;

/// <summary>Writes a tooth in the notations clinicians use. FDI is what every file holds; the others are for display.</summary>
public static class ToothNotation
{
    /// <summary>Universal number (ADA): 1–32 for permanent teeth from upper right third molar, A–T for milk teeth.</summary>
    public static string Universal(ToothId tooth)
    {
        int perQuadrant = tooth.IsPrimary ? 5 : 8;
        int index = tooth.Quadrant switch
        {
            1 or 5 => perQuadrant - tooth.Position,
            2 or 6 => perQuadrant + tooth.Position - 1,
            3 or 7 => (3 * perQuadrant) - tooth.Position,
            _ => (3 * perQuadrant) + tooth.Position - 1,
        };
        return tooth.IsPrimary ? ((char)('A' + index)).ToString() : (index + 1).ToString();
    }

    /// <summary>Palmer notation as UR6, UL6, LL6, LR6; milk teeth A–E in place of 1–5.</summary>
    public static string Palmer(ToothId tooth)
    {
        string corner = (tooth.Jaw == Jaw.Upper ? "U" : "L") + (tooth.IsRight ? "R" : "L");
        return corner + (tooth.IsPrimary ? ((char)('A' + tooth.Position - 1)).ToString() : tooth.Position.ToString());
    }

    /// <summary>The tooth with a Universal number 1–32.</summary>
    public static ToothId FromUniversal(int number)
    {
        Preconditions.Require(number is >= 1 and <= 32, "a Universal number is 1–32");
        return number switch
        {
            <= 8 => ToothId.FromFdi(19 - number),
            <= 16 => ToothId.FromFdi(20 + number - 8),
            <= 24 => ToothId.FromFdi(30 + 25 - number),
            _ => ToothId.FromFdi(40 + number - 24),
        };
    }

    /// <summary>True and the tooth where <paramref name="text"/> is a Universal name: 1–32, or A–T for a milk tooth.</summary>
    public static bool TryFromUniversal(string text, out ToothId tooth) => TryFind(text, Universal, out tooth);

    /// <summary>True and the tooth where <paramref name="text"/> is a Palmer name: UR6, or URE for a milk tooth.</summary>
    public static bool TryFromPalmer(string text, out ToothId tooth) => TryFind(text, Palmer, out tooth);

    // 52 teeth: looking through all of them keeps the two directions of a notation from ever disagreeing.
    private static bool TryFind(string text, Func<ToothId, string> notation, out ToothId tooth)
    {
        for (int fdi = 11; fdi <= 85; fdi++)
        {
            if (ToothId.TryFromFdi(fdi, out tooth) && string.Equals(notation(tooth), text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        tooth = default;
        return false;
    }
}
