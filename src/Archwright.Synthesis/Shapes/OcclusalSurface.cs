namespace Archwright.Synthesis.Shapes;

/// <summary>
/// The occlusal table or incisal edge as a height over the plane across the long axis: cusps and ridges joined by their
/// smooth maximum (where two cusps meet a fissure arises by itself), less grooves and pits.
/// </summary>
internal sealed record OcclusalSurface(Cusp[] Cusps, Ridge[] Ridges, Groove[] Grooves)
{
    private const double Blend = 0.3;

    /// <summary>Height above the cervical line at a point, mm.</summary>
    public double At(double x, double y)
    {
        double height = double.NegativeInfinity;
        foreach (Cusp cusp in Cusps)
            height = Join(height, HeightOf(cusp, x, y));
        foreach (Ridge ridge in Ridges)
            height = Join(height, HeightOf(ridge, x, y));
        foreach (Groove groove in Grooves)
        {
            (double distance, double _) = ToSegment(x, y, groove.X0, groove.Y0, groove.X1, groove.Y1);
            if (distance < 2.5 * groove.Width)
                height -= groove.Depth * SmoothField.Bell(distance, groove.Width);
        }

        return height;
    }

    /// <summary>The same surface on a tooth of another size.</summary>
    public OcclusalSurface Scaled(double sx, double sy, double sz) => new(
        [.. Cusps.Select(c => c with { X = c.X * sx, Y = c.Y * sy, Height = c.Height * sz, SlopeX = c.SlopeX * sz / sx, SlopeY = c.SlopeY * sz / sy })],
        [.. Ridges.Select(r => r with
        {
            X0 = r.X0 * sx, Y0 = r.Y0 * sy, Height0 = r.Height0 * sz, X1 = r.X1 * sx, Y1 = r.Y1 * sy, Height1 = r.Height1 * sz,
        })],
        [.. Grooves.Select(g => g with { X0 = g.X0 * sx, Y0 = g.Y0 * sy, X1 = g.X1 * sx, Y1 = g.Y1 * sy })]);

    private static double Join(double a, double b) =>
        double.IsNegativeInfinity(a) ? b : SmoothField.Intersection(a, b, Blend);

    private static double HeightOf(in Cusp cusp, double x, double y)
    {
        double a = Math.Abs((x - cusp.X) * cusp.SlopeX);
        double b = Math.Abs((y - cusp.Y) * cusp.SlopeY);
        // between the sum (a four-sided pyramid) and the length (a cone): ridges that are seen but not sharp
        double fall = (0.45 * (a + b)) + (0.55 * Math.Sqrt((a * a) + (b * b)));
        return cusp.Height - (Math.Sqrt((fall * fall) + (cusp.Radius * cusp.Radius)) - cusp.Radius);
    }

    private static double HeightOf(in Ridge ridge, double x, double y)
    {
        (double distance, double t) = ToSegment(x, y, ridge.X0, ridge.Y0, ridge.X1, ridge.Y1);
        double fall = distance * ridge.Slope;
        double crest = ridge.Height0 + ((ridge.Height1 - ridge.Height0) * t) - (4 * ridge.Sag * t * (1 - t));
        return crest - (Math.Sqrt((fall * fall) + (ridge.Radius * ridge.Radius)) - ridge.Radius);
    }

    private static (double Distance, double T) ToSegment(double x, double y, double x0, double y0, double x1, double y1)
    {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length2 = (dx * dx) + (dy * dy);
        double t = length2 == 0 ? 0 : Math.Clamp((((x - x0) * dx) + ((y - y0) * dy)) / length2, 0, 1);
        double ex = x - x0 - (t * dx);
        double ey = y - y0 - (t * dy);
        return (Math.Sqrt((ex * ex) + (ey * ey)), t);
    }
}

/// <summary>One cusp: a rounded pyramid whose ridges run mesiodistally and faciolingually.</summary>
/// <param name="X">Tip, mesial +, mm.</param>
/// <param name="Y">Tip, facial +, mm.</param>
/// <param name="Height">Tip above the cervical line, mm.</param>
/// <param name="SlopeX">Fall of the mesial and distal cusp ridges, mm per mm.</param>
/// <param name="SlopeY">Fall of the facial and lingual ridges, mm per mm.</param>
/// <param name="Radius">Rounding of the tip, mm.</param>
internal readonly record struct Cusp(double X, double Y, double Height, double SlopeX, double SlopeY, double Radius = 0.5);

/// <summary>A ridge from one point to another: marginal ridge, oblique ridge, incisal edge.</summary>
internal readonly record struct Ridge(
    double X0, double Y0, double Height0, double X1, double Y1, double Height1, double Sag, double Slope, double Radius = 0.4);

/// <summary>A fissure: a narrow valley from one point to another.</summary>
internal readonly record struct Groove(double X0, double Y0, double X1, double Y1, double Depth, double Width);
