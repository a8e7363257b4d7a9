using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Damage;

namespace Archwright.Synthesis.Shapes;

/// <summary>
/// One tooth, crown and root, as a signed distance-like field in shape coordinates (x mesial, y facial, z occlusal, origin on
/// the root's axis at the facial cervical line), negative inside. Walls are a superellipse whose four half-widths follow
/// height profiles; the occlusal table is a height; both meet in a rounded edge; roots are tapered tubes joined smoothly to
/// the trunk. The value is within about 30 % of the true distance near the surface.
/// </summary>
internal sealed class ToothShape
{
    private readonly ToothForm _form;
    private readonly OcclusalSurface _occlusal;
    private readonly Profile _mesial;
    private readonly Profile _distal;
    private readonly Profile _facial;
    private readonly Profile _lingual;
    private readonly Profile _squareness;
    private readonly double _scaleX;
    private readonly double _scaleY;
    private readonly double _furcation;
    private readonly CrownDamage? _damage;

    /// <summary>The shape of a tooth whose contact-to-contact width is exactly the size's.</summary>
    public static ToothShape Of(ToothId id, ToothSize size)
    {
        // bend, shear and rounding change the width a little: measure once and correct
        (Vec3 mesial, Vec3 distal) = new ToothShape(id, size).Contacts();
        double correction = size.WidthMm / Vec3.Distance(mesial, distal);
        return new ToothShape(id, size with { WidthMm = size.WidthMm * correction });
    }

    /// <summary>The same tooth with a crown that is not sound: its size, margin and axes stay those of the sound one.</summary>
    public ToothShape With(CrownDamage damage) => new(Id, Size, damage);

    private ToothShape(ToothId id, ToothSize size, CrownDamage? damage = null)
    {
        _damage = damage;
        ToothNorms norms = ToothNorms.Of(id);
        _form = ToothFormCatalogue.Of(id);
        Id = id;
        Size = size;
        _scaleX = size.WidthMm / norms.MesiodistalMm;
        _scaleY = size.DepthMm / norms.BuccolingualMm;
        double scaleZ = size.CrownHeightMm / norms.CrownHeightMm;
        _occlusal = _form.Occlusal.Scaled(_scaleX, _scaleY, scaleZ);
        _mesial = Outline(_form.Mesial, _scaleX);
        _distal = Outline(_form.Distal, _scaleX);
        _facial = Outline(_form.Facial, _scaleY);
        _lingual = Outline(_form.Lingual, _scaleY);
        double h = size.CrownHeightMm;
        _squareness = Profile.Through((-3, 0.05), (0, _form.Squareness.Cervical), (0.6 * h, _form.Squareness.Occlusal), (h, _form.Squareness.Occlusal));
        _furcation = _form.Roots.Length > 1 ? -0.28 * size.RootLengthMm : double.NegativeInfinity;
    }

    /// <summary>The tooth's number.</summary>
    public ToothId Id { get; }

    /// <summary>The tooth's sizes.</summary>
    public ToothSize Size { get; }

    /// <summary>Crown height at the cusp or edge, mm.</summary>
    public double Height => Size.CrownHeightMm;

    /// <summary>Cusp tips of the occlusal table in shape coordinates (ends of the edge for incisors), highest as the field has them.</summary>
    public IEnumerable<Vec3> CuspTips()
    {
        foreach (Cusp c in _occlusal.Cusps)
            yield return new Vec3(c.X, c.Y, c.Height);
        if (_occlusal.Cusps.Length > 0)
            yield break;
        Ridge edge = _occlusal.Ridges[0];
        yield return new Vec3(edge.X0, edge.Y0, edge.Height0);
        yield return new Vec3(edge.X1, edge.Y1, edge.Height1);
    }

    /// <summary>Angle of the facial surface's tangent to the long axis at half the crown's height, degrees, + facial.</summary>
    public double FacialTangentDeg => double.RadiansToDegrees(Math.Atan(_facial.SlopeAt(FacialAxisHeight)));

    /// <summary>Height of the facial-axis point: middle of the clinical crown.</summary>
    public double FacialAxisHeight => 0.5 * (MarginAt(0, 1) + Height);

    /// <summary>The facial-axis point.</summary>
    public Vec3 FacialAxisPoint => new(0, _facial.At(FacialAxisHeight), FacialAxisHeight);

    /// <summary>Position of the lingual surface at a height, mm.</summary>
    public double LingualAt(double z) => _lingual.At(z);

    /// <summary>Position of the facial surface at a height, mm.</summary>
    public double FacialAt(double z) => _facial.At(z);

    /// <summary>Most mesial and most distal point of the crown in the plane of its contacts, a little facial of its middle.</summary>
    public (Vec3 Mesial, Vec3 Distal) Contacts() => (Contact(1), Contact(-1));

    private Vec3 Contact(double direction)
    {
        Vec3 best = Vec3.Zero;
        for (double z = 0.25 * Height; z < Height; z += 0.1)
        {
            double y = (0.55 * _facial.At(z)) + (0.45 * _lingual.At(z));
            double inner = 0;
            double outer = 0.75 * Size.WidthMm;
            for (int i = 0; i < 24; i++)
            {
                double middle = 0.5 * (inner + outer);
                if (At(new Vec3(direction * middle, y, z)) < 0)
                    inner = middle;
                else
                    outer = middle;
            }

            if (inner > Math.Abs(best.X))
                best = new Vec3(direction * inner, y, z);
        }

        return best;
    }

    /// <summary>Box that holds the tooth.</summary>
    public Aabb Bounds => new(
        new Vec3(-0.62 * Size.WidthMm - 1, -0.62 * Size.DepthMm - 1, -Size.RootLengthMm - 1),
        new Vec3((0.62 * Size.WidthMm) + 1, (0.62 * Size.DepthMm) + 1, Height + 1));

    /// <summary>The whole tooth, mm, negative inside.</summary>
    public double At(Vec3 p) => At(p, out double _);

    /// <summary>The whole tooth, and by the way its wall: crown wall and root trunk without the occlusal table.</summary>
    public double At(Vec3 p, out double wall)
    {
        wall = Wall(p, out double v);
        double table = 0.8 * (p.Z - TableAt(p.X, p.Y));
        double crown = table < wall - 3 ? wall : SmoothField.Intersection(wall + Relief(p, v), table, _form.EdgeRounding);
        if (_damage is not null && p.Z > -1)
            crown = Damaged(_damage, p, crown);
        if (_form.Roots.Length < 2)
            return Math.Max(crown, -Size.RootLengthMm - p.Z);
        if (p.Z > 0)
            return crown;
        double trunk = SmoothField.Intersection(crown, _furcation - p.Z, 1.5);
        double roots = double.PositiveInfinity;
        foreach ((double X, double Y, double HalfX, double HalfY) root in _form.Roots)
            roots = Math.Min(roots, Root(p, root));
        return SmoothField.Union(trunk, roots, 1.2);
    }

    private double Damaged(CrownDamage damage, Vec3 p, double sound)
    {
        double margin = MarginAt(p.X, p.Y >= 0 ? 1 : -1);
        return damage.At(p, sound, Wall(p with { Z = damage.WallHeight(p.Z, margin) }, out double _), margin);
    }

    /// <summary>Height of the healthy gingival margin above the cervical line around the tooth, mm.</summary>
    /// <param name="x">Place from distal to mesial, mm.</param>
    /// <param name="side">+1 facial, −1 lingual.</param>
    public double MarginAt(double x, double side)
    {
        double half = 0.5 * Size.WidthMm;
        double u = Math.Clamp(x / half, -1.15, 1.15);
        double rise = u > 0 ? _form.CervicalRise.Mesial : _form.CervicalRise.Distal;
        double papilla = Id.IsAnterior ? 1.4 : 2.2;
        // zenith a little distal of the middle; flatter where the crown is broad
        double w = Math.Abs(u + 0.06);
        return (side > 0 ? 0.9 : 1.1) + ((rise + papilla) * w * w * (0.55 + (0.45 * w)));
    }

    /// <summary>The occlusal table, its lines bent a little so that fissures run as in nature and not along a ruler.</summary>
    private double TableAt(double x, double y)
    {
        if (Id.IsAnterior)
            return _occlusal.At(x, y);
        double phase = (1.7 * Id.Position) + (Id.Jaw == Jaw.Upper ? 0.6 : 2.9);
        double bentX = x + (0.26 * Math.Sin((1.05 * y) + phase)) + (0.10 * Math.Sin((2.6 * y) + (2 * phase)));
        double bentY = y + (0.24 * Math.Sin((1.15 * x) + (1.3 * phase))) + (0.10 * Math.Sin((2.4 * x) - phase));
        return _occlusal.At(bentX, bentY);
    }

    private double Wall(Vec3 p, out double v)
    {
        double facial = _facial.At(p.Z);
        double lingual = _lingual.At(p.Z);
        double half = Math.Max(0.5 * (facial - lingual), 0.02);
        double inCrown = SmoothField.Step(p.Z, -2, 0.4 * Height);
        double y = p.Y - (0.5 * (facial + lingual)) + (_form.Bend / _scaleX * inCrown * p.X * p.X);
        double x = p.X - (_form.Shear * inCrown * p.Y) + RootDrift(p.Z);
        v = y / half;
        double taper = 1 + (_form.FacialTaper * inCrown * Math.Clamp(v, -1.1, 1.1));
        double u = x > 0 ? x / (_mesial.At(p.Z) * taper) : -x / (_distal.At(p.Z) * taper);
        // an ellipse and its quartic sister, mixed: any squareness between for two square roots
        double u2 = u * u;
        double v2 = v * v;
        double square = _squareness.At(p.Z);
        double rho = ((1 - square) * Math.Sqrt(u2 + v2)) + (square * Math.Sqrt(Math.Sqrt((u2 * u2) + (v2 * v2))));
        if (rho < 1e-6)
            return -half;
        double r = Math.Sqrt((x * x) + (y * y));
        return 0.93 * r * (1 - (1 / rho));
    }

    /// <summary>Grooves, fossae and lobes on the walls, mm inwards.</summary>
    private double Relief(Vec3 p, double v)
    {
        double t = p.Z / Height;
        if (t < 0.1)
            return 0;
        double depth = 0;
        double x = p.X / _scaleX;
        double u = 2 * p.X / Size.WidthMm;
        if (v < 0 && (_form.LingualFossa > 0 || _form.LingualRidge > 0))
        {
            double side = SmoothField.Step(-v, 0.05, 0.7);
            double band = SmoothField.Step(t, 0.22, 0.45) * (1 - (0.8 * SmoothField.Step(t, 0.75, 1)));
            double bowl = Math.Max(0, 1 - (u * u / 0.62));
            depth += side * band * ((_form.LingualFossa * bowl * bowl) - (_form.LingualRidge * SmoothField.Bell(u, 0.22)));
        }

        if (v > 0)
        {
            double side = SmoothField.Step(v, 0.1, 0.8);
            if (_form.LabialLobes > 0)
            {
                double band = SmoothField.Step(t, 0.3, 0.6);
                depth += side * band * _form.LabialLobes * (SmoothField.Bell(u - 0.36, 0.16) + SmoothField.Bell(u + 0.36, 0.16));
            }
        }

        foreach ((double X, double Depth, int Side) groove in _form.WallGrooves)
        {
            double side = SmoothField.Step(groove.Side * v, 0.3, 0.8);
            if (side > 0)
                depth += side * groove.Depth * SmoothField.Step(t, 0.35, 0.8) * SmoothField.Bell(x - groove.X, 0.55);
        }

        return depth;
    }

    private double Root(Vec3 p, (double X, double Y, double HalfX, double HalfY) root)
    {
        double length = Size.RootLengthMm;
        double s = Math.Clamp(-p.Z / length, 0, 1);
        // roots leave the trunk steeply and lean towards their apices, the apical third curving distally
        double lean = s * (1.4 - (0.4 * s));
        double cx = _scaleX * root.X * (0.45 + (0.55 * lean)) - (0.8 * s * s * s);
        double cy = _scaleY * root.Y * (0.5 + (0.5 * lean));
        double shrink = Math.Sqrt(Math.Max(0, 1 - (s * s * s))) * (1 - (0.45 * s));
        double a = Math.Max(0.02, root.HalfX * _scaleX * shrink * 0.95);
        double b = Math.Max(0.02, root.HalfY * _scaleY * shrink * 0.95);
        double dx = p.X - cx;
        double dy = p.Y - cy;
        double rho = Math.Sqrt((dx * dx / (a * a)) + (dy * dy / (b * b)));
        double tube = rho < 1e-6 ? -Math.Min(a, b) : Math.Sqrt((dx * dx) + (dy * dy)) * (1 - (1 / rho));
        return SmoothField.Intersection(Math.Max(tube, -length - p.Z), p.Z - 1, 1);
    }

    private double RootDrift(double z)
    {
        double s = Math.Clamp(-z / Size.RootLengthMm, 0, 1);
        return 0.9 * s * s * s;
    }

    private Profile Outline((double Z, double Value)[] crown, double scale)
    {
        double cervix = crown[0].Value * scale;
        double length = Size.RootLengthMm;
        List<(double Z, double Value)> points =
        [
            (-length, 0.02 * Math.Sign(cervix)), (-0.985 * length, 0.16 * cervix), (-0.93 * length, 0.31 * cervix),
            (-0.8 * length, 0.5 * cervix), (-0.5 * length, 0.77 * cervix), (-0.2 * length, 0.95 * cervix),
        ];
        foreach ((double z, double value) in crown)
            points.Add((z * Height, value * scale));
        points.Add((Height + 2, crown[^1].Value * scale * 0.9));
        return Profile.Through([.. points]);
    }
}
