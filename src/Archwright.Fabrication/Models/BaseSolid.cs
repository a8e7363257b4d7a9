using Archwright.Fabrication.Solids;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication;

/// <summary>
/// The part of a model below the gingival margins: everything between the flat base and the gingiva seen from above, as far as
/// the horseshoe reaches, with a bar across the heels that carries the label. Model frame: occlusal direction +z.
/// </summary>
internal sealed class BaseSolid
{
    /// <summary>Values further than this from the surface, in spacings, are not told apart.</summary>
    public const double ReachNodes = 4;

    private const double ClosingMm = 2;
    private const double RimMm = 1.2;
    private const double FloorMm = 1.5;
    private const float FallAway = 2;
    private const double BarDepthMm = 3;
    private const double BarHeightMm = 6.4;
    private const double ArmHalfWidthMm = 4;
    private const double BarHalfWidthMinMm = 12;
    private const double DotMm = 0.62;
    private readonly PlaneLattice _heights;
    private readonly PlaneLattice _outline;
    private readonly PlaneLattice _slopes;
    private readonly double _floorZ;

    private BaseSolid(PlaneLattice heights, PlaneLattice outline, PlaneLattice slopes, double floorZ)
    {
        _heights = heights;
        _outline = outline;
        _slopes = slopes;
        _floorZ = floorZ;
    }

    /// <param name="lattice">The model's lattice, whose columns are used.</param>
    /// <param name="gingiva">The gingiva at this stage; null where the teeth came without.</param>
    /// <param name="ridge">Middle line of the arch at this stage.</param>
    /// <param name="crownColumns">Columns (y · nx + x) that hold a crown.</param>
    /// <param name="frame">Floor and heel of the model.</param>
    /// <param name="options">Widths.</param>
    public static BaseSolid Of(
        ScalarLattice lattice, TriangleMesh? gingiva, Ridge ridge, bool[] crownColumns, BaseFrame frame, ModelOptions options)
    {
        var heights = new PlaneLattice(lattice.X0, lattice.Y0, lattice.Nx, lattice.Ny, lattice.Spacing, float.NegativeInfinity);
        var isKnown = new bool[heights.Values.Length];
        if (gingiva is null)
            ridge.Raise(heights, isKnown);
        else
            Rasterise(gingiva, heights, isKnown);

        PlaneLattice beyond = PlaneLattice.DistanceTo(heights, i => isKnown[i] || crownColumns[i]);
        PlaneLattice outline = Outline(heights, beyond, ridge, crownColumns, frame, options);
        float floor = (float)(frame.FloorZ + FloorMm);
        // deep flanks and the vault of a palate would drag the fill down with them
        for (int i = 0; i < isKnown.Length; i++)
            heights.Values[i] = isKnown[i] ? Math.Max(heights.Values[i], floor) : floor;
        PullPush.Fill(heights.Values, isKnown, heights.Nx, heights.Ny);
        // where neither gingiva nor crown was, the model falls away: no wall may stand in front of a margin
        for (int i = 0; i < isKnown.Length; i++)
            heights.Values[i] = Math.Max(floor, heights.Values[i] - (FallAway * Math.Max(0, beyond.Values[i])));
        heights.Smooth(lattice.Spacing);
        return new BaseSolid(heights, outline, Slopes(heights), frame.FloorZ);
    }

    /// <summary>Lowers the values of every layer to those of the base.</summary>
    public void AddTo(ScalarLattice lattice, RunContext context)
    {
        float[] heights = _heights.Values;
        float[] outline = _outline.Values;
        float[] slopes = _slopes.Values;
        double reach = ReachNodes * lattice.Spacing;
        // per row: the columns the outline reaches, and the height at which the base ends
        var rows = new (int From, int To, double Top)[lattice.Ny];
        for (int y = 0; y < lattice.Ny; y++)
        {
            (int from, int to, double top) = (lattice.Nx, 0, double.NegativeInfinity);
            for (int x = 0; x < lattice.Nx; x++)
            {
                int i = (y * lattice.Nx) + x;
                if (outline[i] < reach)
                    (from, to, top) = (Math.Min(from, x), x + 1, Math.Max(top, heights[i] + (reach / slopes[i])));
            }

            rows[y] = (from, to, top);
        }

        context.For(lattice.Nz, z =>
        {
            double height = (lattice.Z0 + z) * lattice.Spacing;
            double under = _floorZ - height;
            int layer = lattice.Index(0, 0, z);
            for (int y = 0; y < lattice.Ny; y++)
            {
                if (height > rows[y].Top)
                    continue;
                for (int i = (y * lattice.Nx) + rows[y].From; i < (y * lattice.Nx) + rows[y].To; i++)
                {
                    double above = (height - heights[i]) * slopes[i];
                    double value = Math.Max(Math.Max(above, under), outline[i]);
                    lattice.Values[layer + i] = Math.Min(lattice.Values[layer + i], (float)value);
                }
            }
        });
    }

    /// <summary>The bar across the heels with its raised text, read from behind with the base down.</summary>
    public static void AddBar(ScalarLattice lattice, Ridge ridge, string text, BaseFrame frame, ModelOptions options, RunContext context)
    {
        double floorZ = frame.FloorZ;
        double back = frame.HeelY;
        (double middle, double half) = BarSpan(ridge);
        var label = new RaisedLabel(text, (2 * half) - 2, DotMm);
        double foot = floorZ + ((BarHeightMm - label.HeightMm) / 2);
        double reach = ReachNodes * lattice.Spacing;
        double front = Math.Min(back - BarDepthMm, Math.Min(ridge.FirstHeel.Y, ridge.LastHeel.Y));
        (int y0, int y1) = ScalarLattice.Range(front - reach, back + options.EmbossMm + reach, lattice.Spacing, lattice.Y0, lattice.Ny);
        context.For(lattice.Nz, z =>
        {
            double pz = (lattice.Z0 + z) * lattice.Spacing;
            double upright = Math.Max(floorZ - pz, pz - floorZ - BarHeightMm);
            if (upright > 2 * lattice.Spacing)
                return;
            for (int x = 1; x + 1 < lattice.Nx; x++)
            {
                double px = (lattice.X0 + x) * lattice.Spacing;
                // seen from behind, the text runs towards −x
                double letter = label.At(middle + (label.WidthMm / 2) - px, pz - foot);
                for (int y = y0; y < y1; y++)
                {
                    double py = (lattice.Y0 + y) * lattice.Spacing;
                    double bar = Math.Max(Math.Max(Math.Abs(px - middle) - half, Math.Abs(py - back + (BarDepthMm / 2)) - (BarDepthMm / 2)), upright);
                    double arms = Math.Min(Arm(px, py, ridge.FirstHeel, back), Arm(px, py, ridge.LastHeel, back));
                    double raised = Math.Max(Math.Max(letter, back - 1 - py), py - back - options.EmbossMm);
                    double value = Math.Min(Math.Min(bar, Math.Max(arms, upright)), raised);
                    int i = lattice.Index(x, y, z);
                    lattice.Values[i] = Math.Min(lattice.Values[i], (float)value);
                }
            }
        });
    }

    /// <summary>Where the bar reaches, for the size of the lattice.</summary>
    public static Aabb BarBox(Ridge ridge, BaseFrame frame, ModelOptions options)
    {
        (double middle, double half) = BarSpan(ridge);
        return new Aabb(
            new Vec3(middle - half, frame.HeelY - BarDepthMm, frame.FloorZ),
            new Vec3(middle + half, frame.HeelY + options.EmbossMm, frame.FloorZ + BarHeightMm));
    }

    private static (double Middle, double Half) BarSpan(Ridge ridge)
    {
        double apart = Math.Abs(ridge.FirstHeel.X - ridge.LastHeel.X);
        return ((ridge.FirstHeel.X + ridge.LastHeel.X) / 2, Math.Max((apart / 2) + ArmHalfWidthMm, BarHalfWidthMinMm));
    }

    private static double Arm(double x, double y, Vec3 heel, double back) => Math.Max(
        Math.Abs(x - heel.X) - ArmHalfWidthMm, Math.Max(heel.Y - y, y - back));

    /// <summary>Highest point of the surface in each column.</summary>
    private static void Rasterise(TriangleMesh mesh, PlaneLattice heights, bool[] isKnown)
    {
        double h = heights.Spacing;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 a = mesh.Corner(f, 0);
            Vec3 b = mesh.Corner(f, 1);
            Vec3 c = mesh.Corner(f, 2);
            double area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
            if (Math.Abs(area) < 1e-9)
                continue;
            Vec3 low = Vec3.Min(a, Vec3.Min(b, c));
            Vec3 high = Vec3.Max(a, Vec3.Max(b, c));
            (int x0, int x1) = ScalarLattice.Range(low.X, high.X, h, heights.X0, heights.Nx);
            (int y0, int y1) = ScalarLattice.Range(low.Y, high.Y, h, heights.Y0, heights.Ny);
            for (int y = y0; y < y1; y++)
            {
                for (int x = x0; x < x1; x++)
                {
                    double px = heights.X(x);
                    double py = heights.Y(y);
                    double u = (((b.X - px) * (c.Y - py)) - ((c.X - px) * (b.Y - py))) / area;
                    double v = (((c.X - px) * (a.Y - py)) - ((a.X - px) * (c.Y - py))) / area;
                    if (u < -1e-9 || v < -1e-9 || u + v > 1 + 1e-9)
                        continue;
                    int i = heights.Index(x, y);
                    isKnown[i] = true;
                    heights.Values[i] = Math.Max(heights.Values[i], (float)((u * a.Z) + (v * b.Z) + ((1 - u - v) * c.Z)));
                }
            }
        }
    }

    /// <summary>Signed distance to the model's outline in the plane: gingiva and crowns, gaps closed, no wider than the horseshoe.</summary>
    private static PlaneLattice Outline(
        PlaneLattice shape, PlaneLattice beyond, Ridge ridge, bool[] crownColumns, BaseFrame frame, ModelOptions options)
    {
        PlaneLattice closed = PlaneLattice.DistanceTo(shape, i => beyond.Values[i] < ClosingMm);
        PlaneLattice crowns = PlaneLattice.DistanceTo(shape, i => crownColumns[i]);
        for (int y = 0; y < shape.Ny; y++)
        {
            for (int x = 0; x < shape.Nx; x++)
            {
                int i = shape.Index(x, y);
                double beside = ridge.At(shape.X(x), shape.Y(y)).Distance - options.HalfWidthMm;
                double whole = Math.Max(closed.Values[i] + ClosingMm, beside);
                closed.Values[i] = (float)Math.Min(whole, crowns.Values[i] - RimMm);
            }
        }

        closed.Smooth(0.8);
        for (int i = 0; i < closed.Values.Length; i++)
            closed.Values[i] = (float)Math.Max(closed.Values[i], shape.Y(i / shape.Nx) - frame.HeelY);
        return closed;
    }

    /// <summary>What turns a height difference into a distance: 1 / √(1 + |∇h|²).</summary>
    private static PlaneLattice Slopes(PlaneLattice heights)
    {
        PlaneLattice slopes = heights.Like(1);
        for (int y = 1; y + 1 < heights.Ny; y++)
        {
            for (int x = 1; x + 1 < heights.Nx; x++)
            {
                int i = heights.Index(x, y);
                double gx = (heights.Values[i + 1] - heights.Values[i - 1]) / (2 * heights.Spacing);
                double gy = (heights.Values[i + heights.Nx] - heights.Values[i - heights.Nx]) / (2 * heights.Spacing);
                slopes.Values[i] = (float)(1 / Math.Sqrt(1 + (gx * gx) + (gy * gy)));
            }
        }

        return slopes;
    }
}
