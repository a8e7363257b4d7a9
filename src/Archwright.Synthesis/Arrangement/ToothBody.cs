using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Shapes;
using Archwright.Synthesis.Surfaces;

namespace Archwright.Synthesis.Arrangement;

/// <summary>
/// A tooth's shape with its closed mesh and surface samples, in shape coordinates. A pose is a <see cref="ToothFrame"/> whose
/// origin is the shape's origin; left-handed poses mirror the shape, which is how right and left teeth share one form.
/// </summary>
internal sealed class ToothBody
{
    private const double MeshSpacingMm = 0.3;
    private readonly Aabb _crown;
    private readonly Aabb _box;
    private readonly Vec3[] _whole;

    private ToothBody(ToothShape shape, TriangleMesh mesh)
    {
        Shape = shape;
        Mesh = mesh;
        Samples = [.. mesh.Vertices.ToArray().Where(p => p.Z > 0.5)];
        _crown = Aabb.Of(Samples.AsSpan());
        _box = mesh.Bounds;
        // every second point of the root: it is smooth, and roots meet only when teeth are turned far
        _whole = [.. mesh.Vertices.ToArray().Where((p, i) => p.Z > 0 || i % 2 == 0)];
        Landmarks = LandmarksOf(shape, Samples);
    }

    /// <summary>The tooth's number.</summary>
    public ToothId Id => Shape.Id;

    /// <summary>Field of the tooth.</summary>
    public ToothShape Shape { get; }

    /// <summary>Closed mesh, crown and root.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>Points of the crown's surface.</summary>
    public ImmutableArray<Vec3> Samples { get; }

    /// <summary>Named points.</summary>
    public ToothLandmarks Landmarks { get; }

    /// <summary>Centre of resistance: two fifths of the root below the cervical line, a third where roots divide.</summary>
    public Vec3 CenterOfResistance => new(0, 0, (Id.Class == ToothClass.Molar ? -0.33 : -0.4) * Shape.Size.RootLengthMm);

    /// <summary>Builds the body of a tooth.</summary>
    public static ToothBody Build(ToothShape shape)
    {
        TriangleMesh mesh = ImplicitSurface.Extract(shape.At, shape.Bounds, MeshSpacingMm, new RunContext());
        return new ToothBody(shape, mesh);
    }

    /// <summary>Least distance-like field value between two posed teeth, mm: negative where they cut.</summary>
    public static double Gap(ToothBody a, ToothFrame poseA, ToothBody b, ToothFrame poseB) =>
        Math.Min(OneSided(a, poseA, b, poseB), OneSided(b, poseB, a, poseA));

    /// <summary>The tooth at a pose, as the planner knows teeth.</summary>
    public Tooth At(ToothFrame pose)
    {
        Vec3[] vertices = [.. Mesh.Vertices.ToArray().Select(pose.PointFromLocal)];
        bool mirrored = Vec3.Dot(Vec3.Cross(pose.Mesial, pose.Facial), pose.Occlusal) < 0;
        Triangle[] triangles = [.. Mesh.Triangles.ToArray().Select(t => mirrored ? t.Flipped : t)];
        Vec3 P(Vec3 local) => pose.PointFromLocal(local);
        ToothLandmarks l = Landmarks;
        return new Tooth(
            Id,
            new TriangleMesh(vertices, triangles),
            pose with { Origin = P(Shape.FacialAxisPoint) },
            new ToothLandmarks(
                P(l.MesialContact), P(l.DistalContact), P(l.FacialAxisPoint), P(l.LingualPoint), P(l.FacialMargin), P(l.LingualMargin),
                P(l.OcclusalPoint), [.. l.Cusps.Select(P)]),
            P(CenterOfResistance),
            P(new Vec3(0, 0, -Shape.Size.RootLengthMm)),
            RootSource.Mesh,
            ToothRestriction.None,
            InferredShare: 0);
    }

    /// <summary>Greatest depth two posed teeth reach into each other, mm, and the direction in which b gets free.</summary>
    public static (double DepthMm, Vec3 Away) Overlap(ToothBody a, ToothFrame poseA, ToothBody b, ToothFrame poseB)
    {
        (double inB, Vec3 atB) = Deepest(a._whole, poseA, b, poseB, b._box);
        (double inA, Vec3 atA) = Deepest(b._whole, poseB, a, poseA, a._box);
        double least = Math.Min(inA, inB);
        if (least >= 0)
            return (0, Vec3.Zero);
        // the outward normal of a at the point of b, or against that of b at the point of a
        return inA <= inB
            ? (-inA, poseA.FromLocal(Normal(a.Shape, atA)))
            : (-inB, -poseB.FromLocal(Normal(b.Shape, atB)));
    }

    private static Vec3 Normal(ToothShape shape, Vec3 p)
    {
        const double E = 0.05;
        return new Vec3(
            shape.At(p + new Vec3(E, 0, 0)) - shape.At(p - new Vec3(E, 0, 0)),
            shape.At(p + new Vec3(0, E, 0)) - shape.At(p - new Vec3(0, E, 0)),
            shape.At(p + new Vec3(0, 0, E)) - shape.At(p - new Vec3(0, 0, E))).Normalized();
    }

    private static double OneSided(ToothBody a, ToothFrame poseA, ToothBody b, ToothFrame poseB) =>
        Deepest(a.Samples.AsSpan(), poseA, b, poseB, b._crown).Value;

    /// <summary>Least field value of b over samples of a, and where, in b's coordinates.</summary>
    private static (double Value, Vec3 Point) Deepest(
        ReadOnlySpan<Vec3> samples, ToothFrame poseA, ToothBody b, ToothFrame poseB, Aabb boxOfB)
    {
        double least = double.PositiveInfinity;
        Vec3 at = Vec3.Zero;
        Aabb box = boxOfB.Inflated(0.5);
        // one affine map from a to b instead of two changes of frame per sample
        Vec3 origin = poseB.PointToLocal(poseA.Origin);
        Vec3 m = poseB.ToLocal(poseA.Mesial);
        Vec3 f = poseB.ToLocal(poseA.Facial);
        Vec3 o = poseB.ToLocal(poseA.Occlusal);
        foreach (Vec3 sample in samples)
        {
            Vec3 p = origin + (m * sample.X) + (f * sample.Y) + (o * sample.Z);
            // far from the box the distance to it will do
            double toBox = Vec3.Max(Vec3.Max(box.Min - p, p - box.Max), Vec3.Zero).Length;
            double value = toBox > 0 ? toBox + 0.5 : b.Shape.At(p);
            if (value < least)
            {
                least = value;
                at = p;
            }
        }

        return (least, at);
    }

    private static ToothLandmarks LandmarksOf(ToothShape shape, ImmutableArray<Vec3> samples)
    {
        (Vec3 mesial, Vec3 distal) = shape.Contacts();
        // the highest surface point near each cusp of the form: rounding moves tips a little
        ImmutableArray<Vec3> cusps =
        [
            .. shape.CuspTips().Select(c => samples
                .Where(p => Math.Abs(p.X - c.X) < 0.9 && Math.Abs(p.Y - c.Y) < 1.2)
                .DefaultIfEmpty(c).MaxBy(p => p.Z - (0.05 * (p - c).LengthSquared))),
        ];
        double fa = shape.FacialAxisHeight;
        double facialMargin = shape.MarginAt(0, 1);
        double lingualMargin = shape.MarginAt(0, -1);
        Vec3 occlusal = shape.Id.Class switch
        {
            ToothClass.Incisor => samples.Where(p => Math.Abs(p.X) < 0.5).MaxBy(p => p.Z),
            ToothClass.Molar => (cusps[0] + cusps[1]) * 0.5,
            _ => cusps[0],
        };
        return new ToothLandmarks(
            mesial,
            distal,
            shape.FacialAxisPoint,
            new Vec3(0, shape.LingualAt(fa), fa),
            new Vec3(0, shape.FacialAt(facialMargin), facialMargin),
            new Vec3(0, shape.LingualAt(lingualMargin), lingualMargin),
            occlusal,
            cusps);
    }
}
