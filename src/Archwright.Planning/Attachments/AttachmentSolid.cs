using Archwright.Geometry;

namespace Archwright.Planning.Attachments;

/// <summary>
/// An attachment as a closed solid on its crown. Method: about its middle the crown is a quadric, fitted to rays along the mean
/// normal; walls rise from the outline to the top, which follows the quadric at the attachment's depth; the foot follows it inside
/// the crown. So an attachment stands out equally everywhere, however curved the crown, and is sunk a little, so that the two unite
/// without a gap. Outline and top are rings of equally many points, so the solid is closed and two-manifold by construction.
/// </summary>
/// <param name="Mesh">Closed, faces outwards, stage 0.</param>
/// <param name="Position">Its middle on the crown.</param>
/// <param name="Normal">Out of the crown.</param>
/// <param name="Mesial">Across, towards mesial.</param>
/// <param name="Occlusal">Along the tooth, towards the edge.</param>
public sealed record AttachmentSolid(TriangleMesh Mesh, Vec3 Position, Vec3 Normal, Vec3 Mesial, Vec3 Occlusal)
{
    /// <summary>How deep a foot is sunk below the quadric, mm.</summary>
    public const double SunkMm = 0.25;

    private const int CornerPoints = 6;
    private const double RoundingMm = 0.12;

    /// <summary>The solid of a design with its middle over (u, v) of a crown's side; null where the rays miss the crown.</summary>
    public static AttachmentSolid? At(CrownSurface crown, AttachmentDesign design, double u, double v)
    {
        if (crown.PointAt(u, v) is not { } middle)
            return null;
        Vec3 normal = crown.NormalAt(u, v, design.WidthMm, design.HeightMm);
        Vec3 occlusal = crown.Tooth.Frame.Occlusal.Reject(normal).Normalized();
        Vec3 across = Vec3.Cross(occlusal, normal);
        Vec3 mesial = Vec3.Dot(across, crown.Tooth.Frame.Mesial) < 0 ? -across : across;
        var place = new AttachmentSolid(TriangleMesh.Empty, middle, normal, mesial, occlusal);
        return SurfaceQuadric.Fit(crown.Surface, place, design.WidthMm, design.HeightMm) is { } quadric
            ? place with { Mesh = place.Build(design, quadric) }
            : null;
    }

    private TriangleMesh Build(AttachmentDesign design, SurfaceQuadric quadric)
    {
        (double S, double T)[] outline = [.. Outline(design)];
        int n = outline.Length;
        var points = new List<Vec3>();
        double sunk = SunkMm + quadric.WorstMm;
        double d = design.DepthMm;
        double rounding = Math.Min(RoundingMm, d / 4);
        (double S, double T) middle = TopMiddle(design);
        double rim = 1 - (rounding / Math.Max(design.WidthMm, design.HeightMm));
        // rings from the foot to the top: how far on the way to the top's outline, how much drawn in to the middle, how high
        (double Way, double Share, double Height)[] rings =
            [(0, 0.5, -sunk), (0, 1, -sunk), (0, 1, 0), (1 - (rounding / d), 1, d - rounding), (1, rim, d), (1, 0.55, d)];
        foreach ((double way, double share, double height) in rings)
        {
            foreach ((double s0, double t0) in outline)
            {
                (double s, double t) = Top(design, s0, t0, way);
                (s, t) = Shrunk(s, t, share, way > 0 ? middle : (0, 0));
                points.Add(Place(s, t, quadric.At(s, t) + height));
            }
        }

        int foot = points.Count;
        points.Add(Place(0, 0, quadric.At(0, 0) - sunk));
        int top = points.Count;
        points.Add(Place(middle.S, middle.T, quadric.At(middle.S, middle.T) + d));
        var faces = new List<Triangle>();
        for (int i = 0; i < n; i++)
        {
            int next = (i + 1) % n;
            faces.Add(new Triangle(foot, next, i));
            for (int r = 0; r + 1 < rings.Length; r++)
            {
                faces.Add(new Triangle((r * n) + i, (r * n) + next, ((r + 1) * n) + next));
                faces.Add(new Triangle((r * n) + i, ((r + 1) * n) + next, ((r + 1) * n) + i));
            }

            faces.Add(new Triangle(((rings.Length - 1) * n) + i, ((rings.Length - 1) * n) + next, top));
        }

        var mesh = new TriangleMesh([.. points], [.. faces]);
        // the outline runs from mesial to occlusal; seen from outside that is counter-clockwise on one side of the jaw only
        return Vec3.Dot(Vec3.Cross(Mesial, Occlusal), Normal) < 0 ? mesh.Flipped() : mesh;
    }

    private Vec3 Place(double s, double t, double height) => Position + (Mesial * s) + (Occlusal * t) + (Normal * height);

    private static (double S, double T) Shrunk(double s, double t, double share, (double S, double T) middle) =>
        (middle.S + ((s - middle.S) * share), middle.T + ((t - middle.T) * share));

    private static (double S, double T) TopMiddle(AttachmentDesign d) => ((d.Distal - d.Mesial) / 2, (d.Gingival - d.Occlusal) / 2);

    /// <summary>Where a point of the outline goes on its way to the top; 1 is at the top.</summary>
    private static (double S, double T) Top(AttachmentDesign d, double s, double t, double share)
    {
        (double ms, double mt) = TopMiddle(d);
        double s1 = ms + (s * (d.WidthMm - d.Mesial - d.Distal) / d.WidthMm);
        double t1 = mt + (t * (d.HeightMm - d.Gingival - d.Occlusal) / d.HeightMm);
        return (s + ((s1 - s) * share), t + ((t1 - t) * share));
    }

    // from mesial over occlusal and distal to gingival; sides divided so that walls have no long thin faces
    private static IEnumerable<(double S, double T)> Outline(AttachmentDesign d)
    {
        double r = Math.Min(d.CornerMm, 0.49 * Math.Min(d.WidthMm, d.HeightMm));
        double w = (d.WidthMm / 2) - r;
        double h = (d.HeightMm / 2) - r;
        (double S, double T)[] corners = [(w, h), (-w, h), (-w, -h), (w, -h)];
        for (int c = 0; c < 4; c++)
        {
            for (int i = 0; i <= CornerPoints; i++)
            {
                double angle = (Math.PI / 2) * (c + ((double)i / CornerPoints));
                yield return (corners[c].S + (r * Math.Cos(angle)), corners[c].T + (r * Math.Sin(angle)));
            }

            (double S, double T) end = (corners[c].S + (r * Math.Cos((Math.PI / 2) * (c + 1))), corners[c].T + (r * Math.Sin((Math.PI / 2) * (c + 1))));
            (double S, double T) next = corners[(c + 1) % 4];
            next = (next.S + (r * Math.Cos((Math.PI / 2) * (c + 1))), next.T + (r * Math.Sin((Math.PI / 2) * (c + 1))));
            int parts = Math.Max(1, (int)(Math.Sqrt(((next.S - end.S) * (next.S - end.S)) + ((next.T - end.T) * (next.T - end.T))) / 0.3));
            for (int i = 1; i < parts; i++)
                yield return (end.S + ((next.S - end.S) * i / parts), end.T + ((next.T - end.T) * i / parts));
        }
    }
}
