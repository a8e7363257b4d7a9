using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;
using Archwright.Synthesis.Shapes;

namespace Archwright.Synthesis.Scanning;

/// <summary>Crowns and gum of one arch as one field, negative inside. Occlusal frame, mm.</summary>
internal sealed class ArchField
{
    private const double BridgeMm = 0.25;
    private readonly (ToothBody Body, ToothFrame Pose, Aabb Box)[] _teeth;
    private readonly double _up;
    private readonly Aabb _crowns;

    public ArchField(IReadOnlyList<(ToothBody Body, ToothFrame Pose)> teeth, bool palate)
    {
        Gingiva = new GingivaField(teeth, palate);
        _up = teeth[0].Body.Id.Jaw == Jaw.Upper ? -1 : 1;
        _teeth = [.. teeth.Select(t => (t.Body, t.Pose, BoxOf(t.Body, t.Pose)))];
        _crowns = Aabb.Of([.. teeth.SelectMany(t => t.Body.Samples.Select(t.Pose.PointFromLocal))]);
    }

    /// <summary>The gum alone.</summary>
    public GingivaField Gingiva { get; }

    /// <summary>The box that holds everything scanned.</summary>
    public Aabb Bounds()
    {
        Aabb crowns = _crowns.Inflated(1);
        Aabb wide = crowns.Inflated(10);
        double down = Gingiva.DeepestMm + 3;
        return _up > 0
            ? new Aabb(wide.Min with { Z = crowns.Min.Z - down }, wide.Max with { Z = crowns.Max.Z })
            : new Aabb(wide.Min with { Z = crowns.Min.Z }, wide.Max with { Z = crowns.Max.Z + down });
    }

    /// <summary>Field at a point.</summary>
    public double At(Vec3 p)
    {
        (double gum, double crown) = Parts(p);
        return Math.Min(gum, crown);
    }

    /// <summary>FDI number of the surface at a point, 0 on the gum.</summary>
    public int LabelAt(Vec3 p)
    {
        (double gum, double crown, ToothId tooth) = All(p);
        return crown < gum ? tooth.Fdi : 0;
    }

    /// <summary>Gum and crowns apart.</summary>
    public (double Gum, double Crown) Parts(Vec3 p)
    {
        (double gum, double crown, ToothId _) = All(p);
        return (gum, crown);
    }

    private (double Gum, double Crown, ToothId Nearest) All(Vec3 p)
    {
        double gum = Gingiva.BaseAt(p);
        double crown = double.PositiveInfinity;
        double least = double.PositiveInfinity;
        ToothId nearest = default;
        foreach ((ToothBody body, ToothFrame pose, Aabb box) in _teeth)
        {
            double toBox = Vec3.Max(Vec3.Max(box.Min - p, p - box.Max), Vec3.Zero).Length;
            if (toBox > 0)
            {
                // a lower bound will do far away
                crown = Math.Min(crown, toBox + 2);
                continue;
            }

            Vec3 q = pose.PointToLocal(p);
            double d = body.Shape.At(q, out double wall);
            gum = GingivaField.WithCollar(gum, body.Shape, q, wall);
            if (d < least)
            {
                least = d;
                nearest = body.Id;
            }

            // a scanner does not see into the slit between two teeth
            crown = SmoothField.Union(crown, d, BridgeMm);
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
