using Archwright.Geometry;

namespace Archwright.Fabrication;

/// <summary>
/// Raised letters as strokes: a 5 × 7 dot font whose neighbouring dots are joined by round strokes. Gives the distance of a point
/// of the wall from the nearest stroke, mm.
/// </summary>
internal sealed class RaisedLabel
{
    private const int Columns = 5;
    private const int Rows = 7;
    private const double StrokeShare = 0.62;
    private readonly List<(Vec3 A, Vec3 B)> _strokes = [];

    /// <param name="text">Letters A–Z, digits, hyphen and blank; anything else is left blank.</param>
    /// <param name="widthMm">Room on the wall; letters shrink to fit.</param>
    /// <param name="dotMm">Size of a dot, at most.</param>
    public RaisedLabel(string text, double widthMm, double dotMm)
    {
        DotMm = Math.Min(dotMm, widthMm / Math.Max(1, (text.Length * (Columns + 1)) - 1));
        for (int i = 0; i < text.Length; i++)
            AddLetter(DotFont.Of(char.ToUpperInvariant(text[i])), i * (Columns + 1));
        WidthMm = Math.Max(0, ((text.Length * (Columns + 1)) - 1) * DotMm);
    }

    /// <summary>Size of a dot, mm.</summary>
    public double DotMm { get; }

    /// <summary>Width of the text, mm.</summary>
    public double WidthMm { get; }

    /// <summary>Height of the text, mm.</summary>
    public double HeightMm => Rows * DotMm;

    /// <summary>Distance from the strokes, negative inside; s runs along the text from its left, t up from its foot, mm.</summary>
    public double At(double s, double t)
    {
        double best = double.PositiveInfinity;
        var p = new Vec3(s, t, 0);
        foreach ((Vec3 a, Vec3 b) in _strokes)
        {
            if (Math.Abs(s - a.X) < 3 * DotMm)
                best = Math.Min(best, (ClosestPoint.OnSegment(p, a, b) - p).Length);
        }

        return Math.Min(best, 3 * DotMm) - (StrokeShare * DotMm);
    }

    private void AddLetter(ReadOnlySpan<byte> rows, int column)
    {
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < Columns; c++)
            {
                if (!IsDot(rows, c, r))
                    continue;
                _strokes.Add((Place(c, r), Place(c, r)));
                if (IsDot(rows, c + 1, r))
                    _strokes.Add((Place(c, r), Place(c + 1, r)));
                if (IsDot(rows, c, r + 1))
                    _strokes.Add((Place(c, r), Place(c, r + 1)));
                // a diagonal only where no corner already joins the two
                if (IsDot(rows, c + 1, r + 1) && !IsDot(rows, c + 1, r) && !IsDot(rows, c, r + 1))
                    _strokes.Add((Place(c, r), Place(c + 1, r + 1)));
                if (IsDot(rows, c - 1, r + 1) && !IsDot(rows, c - 1, r) && !IsDot(rows, c, r + 1))
                    _strokes.Add((Place(c, r), Place(c - 1, r + 1)));
            }
        }

        Vec3 Place(int c, int r) => new((column + c + 0.5) * DotMm, (Rows - r - 0.5) * DotMm, 0);
    }

    private static bool IsDot(ReadOnlySpan<byte> rows, int c, int r) =>
        c is >= 0 and < Columns && r is >= 0 and < Rows && ((rows[r] >> (Columns - 1 - c)) & 1) != 0;
}
