using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis.Damage;

/// <summary>
/// What a damaged crown keeps of the sound one, as a field over the sound tooth's, shape coordinates, mm. Forms are drawn after textbook descriptions of
/// preparations (shoulder near the gum, walls that lean 4–10° inwards, a fifth to half of the height taken) and of fractures, not measured; how much is
/// gone follows from the seed.
/// </summary>
internal sealed class CrownDamage
{
    private const double ShoulderMm = 0.8;
    private const double RoughnessMm = 0.12;
    private readonly ToothDamageKind _kind;
    private readonly double _topMm;
    private readonly double _lean;
    private readonly double _radiusMm;
    private readonly Vec3 _normal;
    private readonly Vec3 _on;
    private readonly double _phase;

    private CrownDamage(ToothDamage damage, ToothSize size, SeededRandom random)
    {
        _kind = damage.Kind;
        double height = size.CrownHeightMm;
        bool isFront = damage.Tooth.IsAnterior;
        _phase = random.Uniform(0, 2 * Math.PI);
        _lean = Math.Tan(double.DegreesToRadians(random.Uniform(4, 10)));
        _radiusMm = random.Uniform(0.28, 0.36) * Math.Min(size.WidthMm, size.DepthMm);
        double side = random.Uniform(0, 1) < 0.5 ? -1 : 1;
        if (_kind == ToothDamageKind.Prepared)
            _topMm = height * (isFront ? random.Uniform(0.5, 0.7) : random.Uniform(0.55, 0.75));
        else if (_kind == ToothDamageKind.HealingAbutment)
            _topMm = random.Uniform(3, 4.2);

        // a front tooth breaks across and a little down to one side, a back tooth from its middle down the side of its cusps to above the gum
        double slope = double.DegreesToRadians(random.Uniform(5, 30));
        _on = new Vec3(0, 0, random.Uniform(0.4, 0.62) * height);
        _normal = new Vec3(side * Math.Sin(slope), 0, Math.Cos(slope));
        if (isFront)
            return;
        _on = new Vec3(0, -side * random.Uniform(0, 0.12) * size.DepthMm, random.Uniform(0.6, 0.7) * height);
        var outer = new Vec3(0, 0.5 * side * size.DepthMm, random.Uniform(0.28, 0.42) * height);
        Vec3 down = (outer - _on).Normalized();
        _normal = new Vec3(0, -down.Z * Math.Sign(down.Y), Math.Abs(down.Y));
    }

    /// <summary>The damage of a tooth of a size; the same seed gives the same.</summary>
    public static CrownDamage Of(ToothDamage damage, ToothSize size, ulong seed) =>
        new(damage, size, new SeededRandom(seed).Fork($"damage {damage.Tooth} {damage.Kind}"));

    /// <summary>Height at and below which walls are the sound tooth's, mm, for a gingival margin at <paramref name="marginMm"/>.</summary>
    public double WallHeight(double zMm, double marginMm) => _kind == ToothDamageKind.Prepared ? Math.Min(zMm, FinishLine(marginMm)) : zMm;

    /// <summary>The damaged crown at a point.</summary>
    /// <param name="p">The point.</param>
    /// <param name="sound">The sound crown's field there.</param>
    /// <param name="wall">The field of its walls alone, at <see cref="WallHeight"/>.</param>
    /// <param name="marginMm">Height of the gingival margin there.</param>
    public double At(Vec3 p, double sound, double wall, double marginMm)
    {
        switch (_kind)
        {
            case ToothDamageKind.Prepared:
                double above = p.Z - FinishLine(marginMm);
                double inset = (ShoulderMm * SmoothField.Step(above, -0.3, 0.2)) + (_lean * Math.Max(0, above));
                return SmoothField.Intersection(wall + inset, p.Z - _topMm, 0.7);
            case ToothDamageKind.Broken:
                double rough = RoughnessMm * (Math.Sin((1.3 * p.X) + (0.7 * p.Y) + _phase) + Math.Sin((1.1 * p.Y) - (0.5 * p.X) - (2 * _phase)));
                return SmoothField.Intersection(sound, Vec3.Dot(p - _on, _normal) + rough, 0.3);
            default:
                double round = Math.Sqrt((p.X * p.X) + (p.Y * p.Y)) - _radiusMm;
                return SmoothField.Intersection(round, p.Z - _topMm, 0.5);
        }
    }

    // at the gum, but not up to the tips of the papillae
    private static double FinishLine(double marginMm) => Math.Min(marginMm, 1.5) - 0.2;
}
