using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Scanning;

/// <summary>Crowns and gum of one arch as one field, negative inside. Occlusal frame, mm.</summary>
internal sealed class ArchField
{
    private readonly (ToothBody Body, ToothFrame Pose, Aabb Box)[] _teeth;
    private readonly double _up;
    private readonly Aabb _crowns;

    public ArchField(IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth)
    {
        Gingiva = new GingivaField(teeth);
        _up = teeth[0].Body.Id.Jaw == Jaw.Upper ? -1 : 1;
        _teeth = [.. teeth.Select(t => (t.Body, t.Pose, BoxOf(t.Body, t.Pose)))];
        _crowns = Aabb.Of([.. teeth.SelectMany(t => t.Body.Samples.Select(t.Pose.PointFromLocal))]);
    }

    /// <summary>The gum alone.</summary>
    public GingivaField Gingiva { get; }

    /// <summary>About the area of the scanned surface.</summary>
    public double RoughAreaMm2 => 480 * _teeth.Length;

    /// <summary>The box from the highest cusp down to a depth below the margins.</summary>
    public Aabb Bounds(double depthMm)
    {
        Aabb crowns = _crowns.Inflated(1);
        Aabb wide = crowns.Inflated(9);
        double down = depthMm + 3;
        return _up > 0
            ? new Aabb(wide.Min with { Z = crowns.Min.Z - down }, wide.Max with { Z = crowns.Max.Z })
            : new Aabb(wide.Min with { Z = crowns.Min.Z }, wide.Max with { Z = crowns.Max.Z + down });
    }

    /// <summary>Field at a point.</summary>
    public double At(Vec3 p)
    {
        (double gum, double crown, ToothId _) = Parts(p);
        return Math.Min(gum, crown);
    }

    /// <summary>FDI number of the surface at a point, 0 on the gum.</summary>
    public int LabelAt(Vec3 p)
    {
        (double gum, double crown, ToothId tooth) = Parts(p);
        return crown < gum ? tooth.Fdi : 0;
    }

    private (double Gum, double Crown, ToothId Nearest) Parts(Vec3 p)
    {
        double gum = Gingiva.RidgeAt(p);
        double crown = double.PositiveInfinity;
        ToothId nearest = default;
        foreach ((ToothBody body, ToothFrame pose, Aabb box) in _teeth)
        {
            if (!box.Contains(p))
                continue;
            Vec3 q = pose.PointToLocal(p);
            double d = body.Shape.At(q, out double wall);
            gum = GingivaField.WithCollar(gum, body.Shape, q, wall);
            if (d < crown)
            {
                crown = d;
                nearest = body.Id;
            }
        }

        return (gum, crown, nearest);
    }

    private static Aabb BoxOf(ToothBody body, ToothFrame pose)
    {
        Aabb local = body.Shape.Bounds;
        Aabb box = Aabb.Empty;
        for (int c = 0; c < 8; c++)
        {
            box = box.Including(pose.PointFromLocal(new Vec3(
                (c & 1) == 0 ? local.Min.X : local.Max.X, (c & 2) == 0 ? local.Min.Y : local.Max.Y, (c & 4) == 0 ? local.Min.Z : local.Max.Z)));
        }

        return box.Inflated(2.5);
    }
}
