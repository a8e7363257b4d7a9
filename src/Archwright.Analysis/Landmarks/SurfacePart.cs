using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The part of a surface that lies within half-spaces, as convex pieces of its faces. Method: every face is cut by every plane (Sutherland and Hodgman 1974,
/// doi 10.1145/360767.360802), so that a band thinner than the faces are wide still holds all of the surface that crosses it. O(faces · planes).
/// </summary>
internal sealed class SurfacePart
{
    // a piece without area still counts for where it lies
    private const double LeastAreaMm2 = 1e-9;
    private readonly Vec3[][] _pieces;

    private SurfacePart(Vec3[][] pieces) => _pieces = pieces;

    /// <summary>True where nothing lies within.</summary>
    public bool IsEmpty => _pieces.Length == 0;

    /// <summary>The middle of its area; not defined where it is empty.</summary>
    public Vec3 Middle
    {
        get
        {
            Vec3 sum = Vec3.Zero;
            double all = 0;
            foreach (Vec3[] piece in _pieces)
            {
                for (int i = 2; i < piece.Length; i++)
                {
                    double area = (Vec3.Cross(piece[i - 1] - piece[0], piece[i] - piece[0]).Length / 2) + LeastAreaMm2;
                    sum += (piece[0] + piece[i - 1] + piece[i]) * (area / 3);
                    all += area;
                }
            }

            return sum / all;
        }
    }

    /// <summary>All faces of a mesh.</summary>
    public static SurfacePart Of(TriangleMesh mesh) =>
        new([.. mesh.Triangles.ToArray().Select(t => new[] { mesh.Vertices[t.A], mesh.Vertices[t.B], mesh.Vertices[t.C] })]);

    /// <summary>How far it reaches in a direction; not defined where it is empty.</summary>
    public double Reach(Vec3 direction) => _pieces.Max(piece => piece.Max(p => Vec3.Dot(p, direction)));

    /// <summary>What of it lies at least so far in a direction.</summary>
    public SurfacePart Beyond(Vec3 direction, double least) => new([.. _pieces.Select(p => Cut(p, direction, least)).Where(p => p.Length > 2)]);

    /// <summary>What of it lies between two places in a direction.</summary>
    public SurfacePart Between(Vec3 direction, double least, double most) => Beyond(direction, least).Beyond(-direction, -most);

    private static Vec3[] Cut(Vec3[] piece, Vec3 direction, double least)
    {
        var kept = new List<Vec3>(piece.Length + 1);
        for (int i = 0; i < piece.Length; i++)
        {
            (Vec3 a, Vec3 b) = (piece[i], piece[(i + 1) % piece.Length]);
            double inA = Vec3.Dot(a, direction) - least;
            double inB = Vec3.Dot(b, direction) - least;
            if (inA >= 0)
                kept.Add(a);
            if (inA >= 0 != inB >= 0)
                kept.Add(Vec3.Lerp(a, b, inA / (inA - inB)));
        }

        return [.. kept];
    }
}
