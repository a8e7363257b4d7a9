using Archwright.Primitives;

namespace Archwright.Dental;

/// <summary>
/// A tooth by its FDI number (ISO 3950): permanent 11–18, 21–28, 31–38, 41–48; milk teeth 51–55, 61–65, 71–75, 81–85.
/// Ordered along the arch from the patient's right to the left, upper jaw first. The default value is no tooth.
/// </summary>
public readonly record struct ToothId : IComparable<ToothId>
{
    private readonly byte _fdi;

    private ToothId(int fdi) => _fdi = (byte)fdi;

    /// <summary>The FDI number.</summary>
    public int Fdi => _fdi;

    /// <summary>FDI quadrant, 1–4 (5–8 for milk teeth).</summary>
    public int Quadrant => _fdi / 10;

    /// <summary>Position from the midline, 1 = central incisor.</summary>
    public int Position => _fdi % 10;

    /// <summary>True for a milk tooth.</summary>
    public bool IsPrimary => Quadrant > 4;

    /// <summary>Upper or lower jaw.</summary>
    public Jaw Jaw => Quadrant is 1 or 2 or 5 or 6 ? Jaw.Upper : Jaw.Lower;

    /// <summary>True on the patient's right (quadrants 1, 4, 5, 8).</summary>
    public bool IsRight => Quadrant is 1 or 4 or 5 or 8;

    /// <summary>Incisor, canine, premolar or molar.</summary>
    public ToothClass Class => Position switch
    {
        1 or 2 => ToothClass.Incisor,
        3 => ToothClass.Canine,
        4 or 5 => IsPrimary ? ToothClass.Molar : ToothClass.Premolar,
        _ => ToothClass.Molar,
    };

    /// <summary>True for incisors and canines.</summary>
    public bool IsAnterior => Position <= 3;

    /// <summary>Signed place along the arch: −8 … −1 on the patient's right, 1 … 8 on the left; never 0.</summary>
    public int ArchPlace => IsRight ? -Position : Position;

    /// <summary>The tooth with this number, or an <see cref="ArgumentException"/>.</summary>
    public static ToothId FromFdi(int fdi)
    {
        Preconditions.Require(IsFdi(fdi), $"{fdi} is an FDI number");
        return new ToothId(fdi);
    }

    /// <summary>True and the tooth where <paramref name="fdi"/> is an FDI number.</summary>
    public static bool TryFromFdi(int fdi, out ToothId tooth)
    {
        tooth = IsFdi(fdi) ? new ToothId(fdi) : default;
        return IsFdi(fdi);
    }

    /// <summary>All permanent teeth of a jaw, from the patient's right to the left.</summary>
    public static IEnumerable<ToothId> Permanent(Jaw jaw)
    {
        int right = jaw == Jaw.Upper ? 10 : 40;
        int left = jaw == Jaw.Upper ? 20 : 30;
        for (int p = 8; p >= 1; p--)
            yield return new ToothId(right + p);
        for (int p = 1; p <= 8; p++)
            yield return new ToothId(left + p);
    }

    /// <summary>The tooth of the same position on the other side of the jaw.</summary>
    public ToothId Mirrored() => new((Quadrant switch { 1 => 2, 2 => 1, 3 => 4, 4 => 3, 5 => 6, 6 => 5, 7 => 8, _ => 7 } * 10) + Position);

    /// <summary>Upper before lower, then from the patient's right to the left, milk tooth after its successor.</summary>
    public int CompareTo(ToothId other) =>
        (Jaw, ArchPlace, IsPrimary).CompareTo((other.Jaw, other.ArchPlace, other.IsPrimary));

    /// <summary>The FDI number.</summary>
    public override string ToString() => _fdi.ToString();

    /// <summary>Order along the arch.</summary>
    public static bool operator <(ToothId a, ToothId b) => a.CompareTo(b) < 0;

    /// <summary>Order along the arch.</summary>
    public static bool operator >(ToothId a, ToothId b) => a.CompareTo(b) > 0;

    /// <summary>Order along the arch.</summary>
    public static bool operator <=(ToothId a, ToothId b) => a.CompareTo(b) <= 0;

    /// <summary>Order along the arch.</summary>
    public static bool operator >=(ToothId a, ToothId b) => a.CompareTo(b) >= 0;

    private static bool IsFdi(int fdi) =>
        (fdi / 10) switch { >= 1 and <= 4 => fdi % 10 is >= 1 and <= 8, >= 5 and <= 8 => fdi % 10 is >= 1 and <= 5, _ => false };
}
