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

    private ToothBody(ToothShape shape, TriangleMesh mesh)
    {
        Shape = shape;
        Mesh = mesh;
        Samples = [.. mesh.Vertices.ToArray().Where(p => p.Z > 0.5)];
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

    private static double OneSided(ToothBody a, ToothFrame poseA, ToothBody b, ToothFrame poseB)
    {
        double least = double.PositiveInfinity;
        Aabb box = b.Shape.Bounds.Inflated(0.5);
        foreach (Vec3 sample in a.Samples)
        {
            Vec3 p = poseB.PointToLocal(poseA.PointFromLocal(sample));
            // far from the box the distance to it will do
            Vec3 outside = Vec3.Max(Vec3.Max(box.Min - p, p - box.Max), Vec3.Zero);
            double toBox = outside.Length;
            least = Math.Min(least, toBox > 0 ? toBox + 0.5 : b.Shape.At(p));
        }

        return least;
    }

    private static ToothLandmarks LandmarksOf(ToothShape shape, ImmutableArray<Vec3> samples)
    {
        Vec3 mesial = samples.MaxBy(p => p.X);
        Vec3 distal = samples.MinBy(p => p.X);
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
            ToothClass.Incisor => (cusps[0] + cusps[1]) * 0.5,
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
