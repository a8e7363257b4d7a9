using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Attachments;

/// <summary>
/// One side of a crown as an attachment sees it: heights over a lattice along mesial and occlusal, by rays from outside along the
/// facial axis, and which cells an attachment may cover. Left out are: what lies nearer than the margin to the gingiva, to the
/// contacts or to the edge; what leans away from the side by more than 60°; what faces another part of the crown. The clinical
/// crown height is measured on the same surface: from the gingival margin to the edge in the middle of the crown, along the tooth.
/// Source: own method. Frame: the tooth's; mesh closed, faces outwards. Accuracy: one cell (0.25 mm). O(cells · log faces).
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class CrownSurface
{
    /// <summary>Side of a cell, mm.</summary>
    public const double CellMm = 0.25;

    // where no gingiva is known its margin is taken as a bow that rises this much from the zenith to the contacts, mm
    private const double BowMm = 0.8;
    private const double OutsideMm = 15;
    private const double LeastCosine = 0.5;
    private const double MiddleShare = 0.15;

    private readonly Bvh _surface;
    private readonly double[,] _out;
    private readonly bool[,] _usable;
    private readonly int[,] _sum;
    private readonly double _middle;

    private CrownSurface(Tooth tooth, ToothSurface side, Bvh surface, Bvh? gingiva, double marginMm)
    {
        Tooth = tooth;
        Side = side;
        _surface = surface;
        ToothFrame f = tooth.Frame;
        ToothLandmarks l = tooth.Landmarks;
        Out = side == ToothSurface.Facial ? f.Facial : -f.Facial;
        double mesial = f.PointToLocal(l.MesialContact).X;
        double distal = f.PointToLocal(l.DistalContact).X;
        MarginLevelMm = f.PointToLocal(side == ToothSurface.Facial ? l.FacialMargin : l.LingualMargin).Z;
        FirstU = Math.Min(mesial, distal);
        FirstV = MarginLevelMm;
        double top = tooth.Mesh.Vertices.ToArray().Max(p => f.PointToLocal(p).Z);
        Columns = Math.Clamp((int)((Math.Abs(mesial - distal) / CellMm) + 1.5), 1, 200);
        Rows = Math.Clamp((int)((top - FirstV) / CellMm) + 2, 1, 200);
        // a ray that meets the crown behind its middle has passed over this side
        _middle = 0.5 * (Vec3.Dot(l.FacialAxisPoint - f.Origin, Out) + Vec3.Dot(l.LingualPoint - f.Origin, Out));
        _out = Heights();
        var edge = Edge();
        EdgeLevelMm = MiddleEdge(edge);
        _usable = Usable(edge, gingiva, marginMm);
        _sum = Summed(_usable);
        UsableAreaMm2 = Area();
    }

    /// <summary>The tooth at stage 0.</summary>
    public Tooth Tooth { get; }

    /// <summary>Facial or lingual.</summary>
    public ToothSurface Side { get; }

    /// <summary>Outwards on this side: the facial axis or its opposite.</summary>
    public Vec3 Out { get; }

    /// <summary>Level of the gingival margin along the tooth from the frame's origin, mm.</summary>
    public double MarginLevelMm { get; }

    /// <summary>Level of the edge in the middle of the crown, mm.</summary>
    public double EdgeLevelMm { get; }

    /// <summary>Clinical crown height, mm.</summary>
    public double HeightMm => EdgeLevelMm - MarginLevelMm;

    /// <summary>Surface on which an attachment may sit, mm².</summary>
    public double UsableAreaMm2 { get; }

    /// <summary>The tree of the crown's mesh.</summary>
    public Bvh Surface => _surface;

    private double FirstU { get; }

    private double FirstV { get; }

    private int Columns { get; }

    private int Rows { get; }

    /// <summary>Measures one side of a crown.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="side">The side.</param>
    /// <param name="surface">The tree of its mesh.</param>
    /// <param name="gingiva">The scanned gingiva in the same frame; null where it is not known.</param>
    /// <param name="marginMm">Enamel to leave free at gingiva, contacts and edge.</param>
    public static CrownSurface Of(Tooth tooth, ToothSurface side, Bvh surface, Bvh? gingiva, double marginMm)
    {
        Preconditions.Require(marginMm >= 0 && double.IsFinite(marginMm), "a margin is a length");
        return new CrownSurface(tooth, side, surface, gingiva, marginMm);
    }

    /// <summary>
    /// Places where a rectangle lies wholly on usable surface: middle (u, v) in mm along mesial and occlusal, nearest to the wanted
    /// one first.
    /// </summary>
    public IEnumerable<(double U, double V)> Places(double widthMm, double heightMm, double wantedU, double wantedV)
    {
        int w = Math.Max(1, (int)Math.Ceiling((widthMm / CellMm) - 1e-9));
        int h = Math.Max(1, (int)Math.Ceiling((heightMm / CellMm) - 1e-9));
        var found = new List<(double Far, double U, double V)>();
        for (int j = 0; j + h <= Rows; j++)
        {
            for (int i = 0; i + w <= Columns; i++)
            {
                if (_sum[i + w, j + h] - _sum[i, j + h] - _sum[i + w, j] + _sum[i, j] < w * h)
                    continue;
                double u = FirstU + ((i + (0.5 * (w - 1))) * CellMm);
                double v = FirstV + ((j + (0.5 * (h - 1))) * CellMm);
                found.Add((((u - wantedU) * (u - wantedU)) + ((v - wantedV) * (v - wantedV)), u, v));
            }
        }

        return found.OrderBy(p => p.Far).ThenBy(p => p.V).ThenBy(p => p.U).Select(p => (p.U, p.V));
    }

    /// <summary>Share of the cells of a rectangle about a point of the surface on which an attachment may sit, 0–1.</summary>
    public double UsableShare(Vec3 middle, double widthMm, double heightMm)
    {
        Vec3 local = Tooth.Frame.PointToLocal(middle);
        int cells = 0;
        int usable = 0;
        for (int j = 0; j < Rows; j++)
        {
            for (int i = 0; i < Columns; i++)
            {
                if (Math.Abs(FirstU + (i * CellMm) - local.X) > (widthMm / 2) - (CellMm / 2) + 1e-9
                    || Math.Abs(FirstV + (j * CellMm) - local.Z) > (heightMm / 2) - (CellMm / 2) + 1e-9)
                {
                    continue;
                }

                cells++;
                usable += _usable[i, j] ? 1 : 0;
            }
        }

        return cells == 0 ? 0 : (double)usable / cells;
    }

    /// <summary>The crown's surface at (u, v), met from outside; null where the ray passes by.</summary>
    public Vec3? PointAt(double u, double v)
    {
        ToothFrame f = Tooth.Frame;
        Vec3 from = f.Origin + (f.Mesial * u) + (f.Occlusal * v) + (Out * OutsideMm);
        return _surface.Raycast(from, -Out, 2 * OutsideMm) is { } hit ? hit.Point : null;
    }

    /// <summary>Mean outward normal of a rectangle of the surface, by its heights' slopes.</summary>
    public Vec3 NormalAt(double u, double v, double widthMm, double heightMm)
    {
        double du = Slope(u - (widthMm / 2), v, u + (widthMm / 2), v, widthMm);
        double dv = Slope(u, v - (heightMm / 2), u, v + (heightMm / 2), heightMm);
        ToothFrame f = Tooth.Frame;
        return (Out - (f.Mesial * du) - (f.Occlusal * dv)).Normalized();
    }

    private double Slope(double u0, double v0, double u1, double v1, double over)
    {
        Vec3? a = PointAt(u0, v0);
        Vec3? b = PointAt(u1, v1);
        return a is { } p && b is { } q ? Vec3.Dot(q - p, Out) / over : 0;
    }

    private double[,] Heights()
    {
        var heights = new double[Columns, Rows];
        for (int i = 0; i < Columns; i++)
        {
            for (int j = 0; j < Rows; j++)
            {
                double height = PointAt(FirstU + (i * CellMm), FirstV + (j * CellMm)) is { } p
                    ? Vec3.Dot(p - Tooth.Frame.Origin, Out)
                    : double.NaN;
                heights[i, j] = height > _middle ? height : double.NaN;
            }
        }

        return heights;
    }

    // the highest row of each column that still meets this side
    private int[] Edge()
    {
        var edge = new int[Columns];
        for (int i = 0; i < Columns; i++)
        {
            edge[i] = -1;
            for (int j = 0; j < Rows; j++)
            {
                if (!double.IsNaN(_out[i, j]))
                    edge[i] = j;
            }
        }

        return edge;
    }

    private double MiddleEdge(int[] edge)
    {
        int reach = (int)(MiddleShare * Columns);
        int[] near = [.. edge.Skip((Columns / 2) - reach).Take((2 * reach) + 1).Where(j => j >= 0)];
        if (near.Length == 0)
            return MarginLevelMm;
        int row = near.Max();
        int column = Enumerable.Range(0, edge.Length).Where(i => edge[i] == row).MinBy(i => Math.Abs(i - (edge.Length / 2)));
        double u = FirstU + (column * CellMm);
        // the edge lies between the last row that meets the crown and the next
        (double low, double high) = (FirstV + (row * CellMm), FirstV + ((row + 1) * CellMm));
        while (high - low > 0.01)
        {
            double v = (low + high) / 2;
            (low, high) = PointAt(u, v) is { } p && Vec3.Dot(p - Tooth.Frame.Origin, Out) > _middle ? (v, high) : (low, v);
        }

        return low;
    }

    private bool[,] Usable(int[] edge, Bvh? gingiva, double marginMm)
    {
        var usable = new bool[Columns, Rows];
        double half = Math.Max(0.5 * (Columns - 1) * CellMm, CellMm);
        for (int i = 0; i < Columns; i++)
        {
            double side = (i * CellMm) - half;
            if (half - Math.Abs(side) < marginMm)
                continue;
            double margin = MarginLevelMm + (gingiva is null ? BowMm * side * side / (half * half) : 0);
            for (int j = 0; j < Rows; j++)
            {
                double v = FirstV + (j * CellMm);
                usable[i, j] = v >= margin + marginMm
                    && v <= FirstV + (edge[i] * CellMm) - marginMm
                    && Cosine(i, j) >= LeastCosine
                    && (gingiva is null || !gingiva.Closest(PointOf(i, j), Math.Max(marginMm, 0.01)).IsHit);
            }
        }

        return usable;
    }

    private Vec3 PointOf(int i, int j)
    {
        ToothFrame f = Tooth.Frame;
        return f.Origin + (f.Mesial * (FirstU + (i * CellMm))) + (f.Occlusal * (FirstV + (j * CellMm))) + (Out * _out[i, j]);
    }

    // of the angle between the surface and the side; 0 at the border of what was met
    private double Cosine(int i, int j)
    {
        if (i == 0 || j == 0 || i == Columns - 1 || j == Rows - 1)
            return 0;
        double du = (_out[i + 1, j] - _out[i - 1, j]) / (2 * CellMm);
        double dv = (_out[i, j + 1] - _out[i, j - 1]) / (2 * CellMm);
        double cosine = 1 / Math.Sqrt(1 + (du * du) + (dv * dv));
        return double.IsNaN(cosine) || double.IsNaN(_out[i, j]) ? 0 : cosine;
    }

    private static int[,] Summed(bool[,] usable)
    {
        int columns = usable.GetLength(0);
        int rows = usable.GetLength(1);
        var sum = new int[columns + 1, rows + 1];
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < rows; j++)
                sum[i + 1, j + 1] = sum[i, j + 1] + sum[i + 1, j] - sum[i, j] + (usable[i, j] ? 1 : 0);
        }

        return sum;
    }

    private double Area()
    {
        double area = 0;
        for (int i = 0; i < Columns; i++)
        {
            for (int j = 0; j < Rows; j++)
                area += _usable[i, j] ? CellMm * CellMm / Cosine(i, j) : 0;
        }

        return area;
    }
}
