using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// The roots of a tooth as a form to look at and to keep apart: one, two or three tapering branches from the cervix to their tips. It is a
/// template, not this patient's root: number and names of branches as anatomy has them for the tooth's class, length from the tooth's
/// apex (published mean lengths where nothing was scanned, clinical.md 5.6), thickness at the cervix by published means
/// (<see cref="ToothNorms"/>) scaled to the crown's width. Place of the furcation, splay and taper are engineering defaults.
/// </summary>
public static class RootForm
{
    private const int Sections = 9;
    private const double TipShare = 0.18;
    private const double TaperPower = 1.5;
    private const double LeastScale = 0.75;
    private const double MostScale = 1.3;

    /// <summary>
    /// The branches of a tooth's roots at stage 0, in the tooth's own frame of coordinates (occlusal or scan), mm; empty where apex and
    /// cervix coincide. A tooth whose mesh holds its root has them, too: they follow its apex.
    /// </summary>
    public static ImmutableArray<RootBranch> Of(Tooth tooth)
    {
        Vec3 cervix = (tooth.Landmarks.FacialMargin + tooth.Landmarks.LingualMargin) * 0.5;
        Vec3 way = tooth.Apex - cervix;
        if (!(way.Length > 1))
            return [];
        Vec3 down = way.Normalized();
        Vec3 mesial = tooth.Frame.Mesial.Reject(down).Normalized();
        Vec3 facial = tooth.Frame.Facial.Reject(down).Reject(mesial).Normalized();
        var norms = ToothNorms.Of(tooth.Id);
        double scale = Math.Clamp(tooth.Landmarks.WidthMm / norms.MesiodistalMm, LeastScale, MostScale);
        double wide = norms.MesiodistalCervixMm / 2 * scale;
        double deep = norms.BuccolingualCervixMm / 2 * scale;
        return
        [
            .. Plan(tooth.Id).Select(branch => new RootBranch(
                branch.Name,
                [
                    .. Enumerable.Range(0, Sections).Select(k =>
                    {
                        double t = (double)k / (Sections - 1);
                        double apart = Math.Max(0.6, 1 + (0.25 * t));
                        double taper = 1 - ((1 - TipShare) * Math.Pow(t, TaperPower));
                        Vec3 center = cervix + (way * t) + (mesial * (branch.Mesial * wide * apart)) + (facial * (branch.Facial * deep * apart));
                        return new RootSection(center, branch.Width * wide * taper, branch.Depth * deep * taper);
                    }),
                ],
                mesial,
                facial)),
        ];
    }

    // Where a branch stands off the tooth's axis and how thick it is, in shares of the cervix's half width and half depth; the mean of the
    // branches lies on the axis, since the apex is the mean of the apices.
    private static ImmutableArray<(string Name, double Mesial, double Facial, double Width, double Depth)> Plan(ToothId id) => (id.Class, id.Jaw) switch
    {
        (ToothClass.Molar, Jaw.Upper) =>
        [
            ("mesiobuccal", 0.45, 0.35, 0.5, 0.55), ("distobuccal", -0.45, 0.35, 0.5, 0.5), ("palatal", 0, -0.7, 0.6, 0.5),
        ],
        (ToothClass.Molar, Jaw.Lower) => [("mesial", 0.5, 0, 0.45, 0.85), ("distal", -0.5, 0, 0.45, 0.8)],
        (ToothClass.Premolar, Jaw.Upper) when id.Position == 4 => [("buccal", 0, 0.45, 0.8, 0.5), ("palatal", 0, -0.45, 0.75, 0.5)],
        _ => [("root", 0, 0, 0.95, 0.95)],
    };
}

/// <summary>One branch of a root, as elliptical sections from the cervix to the tip.</summary>
/// <param name="Name">As anatomy names it.</param>
/// <param name="Sections">From the cervix on.</param>
/// <param name="Mesial">Unit axis along which sections are wide.</param>
/// <param name="Facial">Unit axis along which sections are deep.</param>
public sealed record RootBranch(string Name, ImmutableArray<RootSection> Sections, Vec3 Mesial, Vec3 Facial)
{
    private const int Sides = 16;

    /// <summary>The branch after a rigid motion.</summary>
    public RootBranch Moved(RigidTransform motion) => new(
        Name, [.. Sections.Select(s => s with { Center = motion.Apply(s.Center) })], motion.ApplyDirection(Mesial), motion.ApplyDirection(Facial));

    /// <summary>Half the thickness of a section in a direction across the branch, mm.</summary>
    public double ReachMm(int section, Vec3 direction)
    {
        RootSection s = Sections[section];
        double m = Vec3.Dot(direction, Mesial);
        double f = Vec3.Dot(direction, Facial);
        double across = Math.Sqrt((m * m) + (f * f));
        return across < 1e-9 ? 0 : Math.Sqrt((s.HalfWidthMm * m * s.HalfWidthMm * m) + (s.HalfDepthMm * f * s.HalfDepthMm * f)) / across;
    }

    /// <summary>The branch as a closed surface, faces outwards.</summary>
    public TriangleMesh ToMesh()
    {
        Vec3 down = (Sections[^1].Center - Sections[0].Center).Normalized();
        var points = new List<Vec3>();
        foreach (RootSection s in Sections)
        {
            for (int i = 0; i < Sides; i++)
            {
                double angle = 2 * Math.PI * i / Sides;
                points.Add(s.Center + (Mesial * (s.HalfWidthMm * Math.Cos(angle))) + (Facial * (s.HalfDepthMm * Math.Sin(angle))));
            }
        }

        points.Add(Sections[0].Center);
        points.Add(Sections[^1].Center + (down * Sections[^1].HalfWidthMm));
        var faces = new List<Triangle>();
        for (int k = 0; k + 1 < Sections.Length; k++)
        {
            for (int i = 0; i < Sides; i++)
            {
                int a = (k * Sides) + i;
                int b = (k * Sides) + ((i + 1) % Sides);
                faces.Add(new Triangle(a, b, b + Sides));
                faces.Add(new Triangle(a, b + Sides, a + Sides));
            }
        }

        int last = (Sections.Length - 1) * Sides;
        for (int i = 0; i < Sides; i++)
        {
            faces.Add(new Triangle((i + 1) % Sides, i, points.Count - 2));
            faces.Add(new Triangle(last + i, last + ((i + 1) % Sides), points.Count - 1));
        }

        // right-handed frames turn the other way round than left-handed ones
        bool isTurned = Vec3.Dot(Vec3.Cross(Mesial, Facial), down) < 0;
        return new TriangleMesh([.. points], isTurned ? [.. faces.Select(f => f.Flipped)] : [.. faces]);
    }
}

/// <summary>An elliptical section of a root.</summary>
/// <param name="Center">Its middle.</param>
/// <param name="HalfWidthMm">Half its mesiodistal extent, mm.</param>
/// <param name="HalfDepthMm">Half its faciolingual extent, mm.</param>
public readonly record struct RootSection(Vec3 Center, double HalfWidthMm, double HalfDepthMm);
