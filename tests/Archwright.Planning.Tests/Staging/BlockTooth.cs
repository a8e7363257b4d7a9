using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Tests.Staging;

/// <summary>
/// A tooth as a closed superellipsoid |x/a|ⁿ + |y/b|ⁿ + |z/c|ⁿ = 1 (n = 3: rounded, box-like) in its own axes mesial, facial,
/// occlusal: simple enough that overlap is exact by formula, tooth-like enough to crowd, rotate and block.
/// </summary>
internal sealed record BlockTooth(ToothId Id, Vec3 Center, Vec3 Mesial, Vec3 Facial, Vec3 Occlusal, Vec3 Half)
{
    public static Vec3 HalfSizes(ToothId id) => id.Class switch
    {
        ToothClass.Incisor => id.Jaw == Jaw.Lower ? new Vec3(2.7, 2.6, 4.5) : new Vec3(3.9, 3.0, 5),
        ToothClass.Canine => new Vec3(3.7, 3.6, 5),
        ToothClass.Premolar => new Vec3(3.5, 4.0, 4),
        _ => new Vec3(5.0, 5.0, 3.7),
    };

    public BlockTooth Moved(RigidTransform motion) => this with
    {
        Center = motion.Apply(Center),
        Mesial = motion.ApplyDirection(Mesial),
        Facial = motion.ApplyDirection(Facial),
        Occlusal = motion.ApplyDirection(Occlusal),
    };

    public Vec3 ToWorld(Vec3 local) => Center + (Mesial * local.X) + (Facial * local.Y) + (Occlusal * local.Z);

    public Vec3 ToLocal(Vec3 world)
    {
        Vec3 d = world - Center;
        return new Vec3(Vec3.Dot(d, Mesial), Vec3.Dot(d, Facial), Vec3.Dot(d, Occlusal));
    }

    /// <summary>Signed distance to first order: the implicit function over its gradient's length; negative inside.</summary>
    public double Distance(Vec3 world)
    {
        Vec3 p = ToLocal(world);
        double x = Math.Abs(p.X) / Half.X;
        double y = Math.Abs(p.Y) / Half.Y;
        double z = Math.Abs(p.Z) / Half.Z;
        double radius = Math.Cbrt((x * x * x) + (y * y * y) + (z * z * z));
        if (radius < 0.2)
            return -Math.Min(Half.X, Half.Y) * 0.8;
        double k = 1 / (radius * radius);
        var gradient = new Vec3(x * x * k / Half.X, y * y * k / Half.Y, z * z * k / Half.Z);
        return (radius - 1) / gradient.Length;
    }

    /// <summary>Outward unit normal at a point, world axes.</summary>
    public Vec3 Normal(Vec3 world)
    {
        Vec3 p = ToLocal(world);
        static double Part(double v, double half) => Math.Sign(v) * v * v / (half * half * half);
        Vec3 g = new(Part(p.X, Half.X), Part(p.Y, Half.Y), Part(p.Z, Half.Z));
        return ((Mesial * g.X) + (Facial * g.Y) + (Occlusal * g.Z)).Normalized();
    }

    public Vec3[] Surface(int rings)
    {
        var points = new List<Vec3>();
        for (int r = 0; r <= rings; r++)
        {
            double latitude = Math.PI * ((double)r / rings - 0.5);
            int count = r == 0 || r == rings ? 1 : 2 * rings;
            for (int c = 0; c < count; c++)
                points.Add(OnSurface(latitude, 2 * Math.PI * c / count));
        }

        return [.. points];
    }

    public Tooth ToTooth(ToothRestriction restriction = ToothRestriction.None)
    {
        Vec3 W(double x, double y, double z) => ToWorld(new Vec3(x, y, z));
        var landmarks = new ToothLandmarks(
            W(Half.X, 0, 0),
            W(-Half.X, 0, 0),
            W(0, Half.Y, 0),
            W(0, -Half.Y, 0),
            W(0, Half.Y * 0.8, -Half.Z),
            W(0, -Half.Y * 0.8, -Half.Z),
            W(0, 0, Half.Z),
            [W(Half.X * 0.5, 0, Half.Z), W(-Half.X * 0.5, 0, Half.Z)]);
        double root = Id.Class == ToothClass.Canine ? 16 : 13;
        return new Tooth(
            Id,
            // fine enough that its facets stay within a hundredth of a millimetre of the formula
            Mesh(36),
            new ToothFrame(W(0, Half.Y, 0), Mesial, Facial, Occlusal),
            landmarks,
            W(0, 0, -Half.Z - (0.4 * root)),
            W(0, 0, -Half.Z - root),
            RootSource.Template,
            restriction,
            0);
    }

    private TriangleMesh Mesh(int rings)
    {
        Vec3[] points = Surface(rings);
        int n = 2 * rings;
        var faces = new List<Triangle>();
        int Ring(int r, int c) => r == 0 ? 0 : r == rings ? points.Length - 1 : 1 + ((r - 1) * n) + (c % n);
        for (int r = 0; r < rings; r++)
        {
            for (int c = 0; c < n; c++)
            {
                if (r > 0)
                    faces.Add(new Triangle(Ring(r, c), Ring(r, c + 1), Ring(r + 1, c)));
                if (r < rings - 1)
                    faces.Add(new Triangle(Ring(r, c + 1), Ring(r + 1, c + 1), Ring(r + 1, c)));
            }
        }

        bool left = Vec3.Dot(Vec3.Cross(Mesial, Facial), Occlusal) < 0;
        return new TriangleMesh(points, [.. faces.Select(f => left ? new Triangle(f.A, f.C, f.B) : f)]);
    }

    private Vec3 OnSurface(double latitude, double longitude)
    {
        Vec3 d = new(
            Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
        static double Cube(double v) => Math.Abs(v * v * v);
        double sum = Cube(d.X) + Cube(d.Y) + Cube(d.Z);
        Vec3 p = d * (1 / Math.Cbrt(sum));
        return ToWorld(new Vec3(p.X * Half.X, p.Y * Half.Y, p.Z * Half.Z));
    }
}
