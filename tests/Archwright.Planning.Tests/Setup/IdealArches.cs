using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Planning.Tests.Setup;

/// <summary>
/// Two ideal arches of simple closed teeth (superellipsoids of published size) whose contacts lie on a beta curve
/// (Braun 1998), and the same arches with each tooth displaced at random.
/// </summary>
internal static class IdealArches
{
    /// <summary>Upper and lower arch in occlusion, 14 teeth each, widths varied by <paramref name="seed"/>.</summary>
    public static MeasuredCase Create(ulong seed = 1, double scale = 1)
    {
        var random = new SeededRandom(seed);
        ImmutableArray<Tooth> upper = Arch(Jaw.Upper, random, scale);
        ImmutableArray<Tooth> lower = Arch(Jaw.Lower, random, scale);
        return Case(upper, lower);
    }

    /// <summary>A case of the given teeth, with a bite where both arches are there.</summary>
    public static MeasuredCase Case(ImmutableArray<Tooth> upper, ImmutableArray<Tooth> lower) => new()
    {
        Input = new CaseInput { Description = new CaseDescription(), HasDescription = false },
        OcclusalFromScan = RigidTransform.Identity,
        Orientation = new Confidence(1, "made so"),
        Upper = upper.IsEmpty ? null : Measured(Jaw.Upper, upper),
        Lower = lower.IsEmpty ? null : Measured(Jaw.Lower, lower),
        HasBite = !upper.IsEmpty && !lower.IsEmpty,
        Gaps = [],
    };

    /// <summary>The teeth of a synthetic dentition, with their true frames and landmarks, as a case.</summary>
    public static MeasuredCase Case(SyntheticCase made) => Case(
        [.. made.Teeth.Where(t => t.Id.Jaw == Jaw.Upper).Select(t => t.Tooth)],
        [.. made.Teeth.Where(t => t.Id.Jaw == Jaw.Lower).Select(t => t.Tooth)]);

    /// <summary>
    /// A synthetic ideal dentition whose every tooth is shifted and turned about its centre of resistance, amounts uniform up
    /// to the bounds, directions uniform; what then overlaps is pushed apart.
    /// </summary>
    public static SyntheticCase Perturbed(ulong seed, double mm, double degrees, RunContext context) => SyntheticDentition.Create(
        new SynthesisOptions
        {
            Seed = seed,
            TrianglesPerArch = 10_000,
            Malocclusion = new Malocclusion { PerturbationMm = mm, PerturbationDeg = degrees },
        },
        context);

    /// <summary>The case with every tooth moved by the pose that <paramref name="pose"/> gives it.</summary>
    public static MeasuredCase Moved(MeasuredCase ideal, Func<Tooth, RigidTransform> pose) => Case(
        [.. (ideal.Upper?.Teeth ?? []).Select(t => t.Moved(pose(t)))],
        [.. (ideal.Lower?.Teeth ?? []).Select(t => t.Moved(pose(t)))]);

    /// <summary>
    /// A displacement with amounts uniform in [0, <paramref name="mm"/>] and [0, <paramref name="degrees"/>], directions
    /// uniform on the sphere, about the crown's centre.
    /// </summary>
    public static RigidTransform Displacement(Tooth tooth, SeededRandom random, double mm, double degrees)
    {
        Vec3 shift = Direction(random) * random.Uniform(0, mm);
        Vec3 turn = Direction(random) * double.DegreesToRadians(random.Uniform(0, degrees));
        return RigidTransform.AboutPoint(Rotation.FromVector(turn), Center(tooth), shift);
    }

    /// <summary>Centre of the crown.</summary>
    public static Vec3 Center(Tooth tooth) =>
        (tooth.Landmarks.MesialContact + tooth.Landmarks.DistalContact
            + tooth.Landmarks.FacialAxisPoint + tooth.Landmarks.LingualPoint) / 4;

    private static Vec3 Direction(SeededRandom random) =>
        new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();

    private static MeasuredArch Measured(Jaw jaw, ImmutableArray<Tooth> teeth) => new()
    {
        Jaw = jaw,
        Teeth = teeth,
        Form = new ArchForm(0, 0, 0.04, 0, 0, 30, 0),
        Contacts = [],
        Measures = new ArchMeasures { WidthsMm = ImmutableSortedDictionary<ToothId, double>.Empty },
    };

    private static ImmutableArray<Tooth> Arch(Jaw jaw, SeededRandom random, double scale)
    {
        double[] widths = [.. Enumerable.Range(1, 7).Select(p => Width(jaw, p, random) * scale)];
        double half = widths.Sum();
        (double width, double depth) = Beta(half, 1.28);
        var teeth = ImmutableArray.CreateBuilder<Tooth>();
        foreach (int side in new[] { -1, 1 })
        {
            double s = 0;
            for (int p = 1; p <= 7; p++)
            {
                Vec3 from = On(width, depth, s);
                s = AfterChord(width, depth, s, widths[p - 1]);
                Vec3 to = On(width, depth, s);
                Vec3 a = new(from.X * side, from.Y, 0);
                Vec3 b = new(to.X * side, to.Y, 0);
                int quadrant = jaw == Jaw.Upper ? (side < 0 ? 1 : 2) : (side < 0 ? 4 : 3);
                teeth.Add(Make(ToothId.FromFdi((10 * quadrant) + p), a, b, widths[p - 1], depth));
            }
        }

        teeth.Sort((x, y) => x.Id.CompareTo(y.Id));
        return teeth.ToImmutable();
    }

    private static double Width(Jaw jaw, int position, SeededRandom random)
    {
        ToothNorms norms = ToothNorms.Of(ToothId.FromFdi((jaw == Jaw.Upper ? 10 : 40) + position));
        return norms.MesiodistalMm + (random.Normal() * norms.WidthDeviationMm * 0.5);
    }

    // beta curve y = depth · (1 − (1 − (2x/width)²)^0.8) of the given half length and width-to-depth ratio
    private static (double Width, double Depth) Beta(double halfLength, double ratio)
    {
        double low = 10;
        double high = 120;
        for (int i = 0; i < 60; i++)
        {
            double width = (low + high) / 2;
            double reach = 0;
            for (double u = 0; u < 0.97; u += 0.001)
                reach += Vec3.Distance(On(width, width / ratio, u), On(width, width / ratio, u + 0.001));
            (low, high) = reach < halfLength ? (width, high) : (low, width);
        }

        return (low, low / ratio);
    }

    private static Vec3 On(double width, double depth, double u)
    {
        double x = width / 2 * Math.Min(u, 0.999999);
        return new Vec3(x, depth * (1 - Math.Pow(1 - Math.Min(u * u, 0.999999), 0.8)), 0);
    }

    private static double AfterChord(double width, double depth, double u, double chord)
    {
        double low = u;
        double high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Vec3.Distance(On(width, depth, u), On(width, depth, middle)) < chord ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static Tooth Make(ToothId id, Vec3 mesialEnd, Vec3 distalEnd, double widthMm, double depth)
    {
        ToothNorms norms = ToothNorms.Of(id);
        Vec3 up = id.Jaw == Jaw.Upper ? -Vec3.UnitZ : Vec3.UnitZ;
        double thickness = id.Class switch { ToothClass.Incisor => 0.5, ToothClass.Canine => 0.8, _ => 1 } * norms.BuccolingualMm;
        double height = norms.CrownHeightMm * 0.8;
        Vec3 mesial = (mesialEnd - distalEnd).Normalized();
        Vec3 outward = Vec3.Cross(up, mesial) * (id.Quadrant is 1 or 3 ? 1 : -1);
        Vec3 middle = (mesialEnd + distalEnd) / 2;
        Vec3 edge = new(0, thickness * 0.2, height / 2);
        Vec3 margin = new(0, thickness * 0.45, -height / 2);
        // half-way up, an ellipsoid's facial surface runs along its long axis
        double torque = double.DegreesToRadians(norms.TorqueDeg);
        double tip = double.DegreesToRadians(norms.TipDeg);
        Vec3 o = (up + (mesial * Math.Tan(tip)) + (outward * Math.Tan(torque))).Normalized();
        double hand = id.Quadrant is 1 or 3 ? 1 : -1;
        Vec3 f = Vec3.Cross(o, mesial).Normalized() * hand;
        Vec3 m = Vec3.Cross(f, o).Normalized() * hand;
        double share = Math.Clamp(middle.Y / depth, 0, 1);
        double sign = id.Jaw == Jaw.Upper ? 1 : -1;
        double y = id.Jaw == Jaw.Upper ? middle.Y : middle.Y + 3;
        double level = -(1.0 * 4 * share * (1 - share)) + (id.Jaw == Jaw.Upper ? -1 : 1) * (id.Fdi % 10 == 2 && id.Jaw == Jaw.Upper ? 0.5 : 1);
        var frame = new ToothFrame(Vec3.Zero, m, f, o);
        Vec3 center = new(middle.X, y, level - frame.FromLocal(edge).Z);
        frame = frame with { Origin = center + frame.FromLocal(new Vec3(0, thickness / 2, 0)) };
        Vec3 At(double x, double yy, double z) => center + frame.FromLocal(new Vec3(x, yy, z));
        var marks = new ToothLandmarks(
            At(widthMm / 2, 0, 0),
            At(-widthMm / 2, 0, 0),
            At(0, thickness / 2, 0),
            At(0, -thickness / 2, 0),
            At(0, margin.Y, margin.Z),
            At(0, -margin.Y, margin.Z),
            At(0, edge.Y, edge.Z),
            [At(widthMm / 4, edge.Y, edge.Z), At(-widthMm / 4, edge.Y, edge.Z)]);
        TriangleMesh mesh = Ellipsoid(widthMm / 2, thickness / 2, height / 2, p => At(p.X, p.Y, p.Z), sign > 0 == (hand > 0));
        return new Tooth(id, mesh, frame, marks, At(0, 0, -height), At(0, 0, -height - 8), RootSource.Template, ToothRestriction.None, 0);
    }

    private static TriangleMesh Ellipsoid(double a, double b, double c, Func<Vec3, Vec3> place, bool flip)
    {
        const int rings = 16;
        const int sectors = 24;
        var vertices = new List<Vec3>();
        for (int i = 0; i <= rings; i++)
        {
            for (int j = 0; j < sectors; j++)
            {
                (double sp, double cp) = Math.SinCos(Math.PI * i / rings);
                (double st, double ct) = Math.SinCos(2 * Math.PI * j / sectors);
                vertices.Add(place(new Vec3(a * Power(sp) * Power(ct), b * Power(sp) * Power(st), c * Power(cp))));
            }
        }

        var faces = new List<Triangle>();
        for (int i = 0; i < rings; i++)
        {
            for (int j = 0; j < sectors; j++)
            {
                int p = (i * sectors) + j;
                int q = (i * sectors) + ((j + 1) % sectors);
                faces.Add(flip ? new Triangle(p, q, p + sectors) : new Triangle(p, p + sectors, q));
                faces.Add(flip ? new Triangle(q, q + sectors, p + sectors) : new Triangle(q, p + sectors, q + sectors));
            }
        }

        return new TriangleMesh([.. vertices], [.. faces]);
    }

    private static double Power(double v) => Math.Sign(v) * Math.Pow(Math.Abs(v), 0.8);
}
