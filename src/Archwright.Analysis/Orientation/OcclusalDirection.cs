using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Which way a single tooth bites, told from its shape alone: + along a given axis or −. A crown cut from a scan lies on the
/// occlusal side of its own cervical border. A tooth given as a closed mesh is told by its ends: a root is long and tapers,
/// so the widest cross-section lies in the occlusal part; a front crown without root is thinner at the incisal edge.
/// </summary>
internal static class OcclusalDirection
{
    private const int Slices = 12;

    /// <summary>Evidence in −1 … 1: + where the tooth bites along +<paramref name="axis"/>; 0 where its shape does not tell.</summary>
    public static double Along(LabelledCrown crown, Vec3 axis)
    {
        if (crown.Margin.Length > 0)
        {
            Vec3 margin = crown.Margin.Aggregate(Vec3.Zero, (sum, p) => sum + p) / crown.Margin.Length;
            double height = Extent(crown.Mesh, axis, out _);
            return Math.Clamp(4 * Vec3.Dot(crown.Centroid - margin, axis) / Math.Max(height, 1e-9), -1, 1);
        }

        return FromEnds(crown, axis);
    }

    private static double FromEnds(LabelledCrown crown, Vec3 axis)
    {
        double height = Extent(crown.Mesh, axis, out double low);
        ToothNorms norms = ToothNorms.Of(crown.Id);
        double[] girth = Girths(crown.Mesh, axis, low, height);
        if (height > 1.5 * norms.CrownHeightMm)
        {
            double weight = 0;
            double moment = 0;
            for (int i = 0; i < Slices; i++)
            {
                weight += girth[i] * girth[i];
                moment += girth[i] * girth[i] * (i + 0.5 - (Slices / 2.0));
            }

            return Math.Clamp(6 * moment / (weight * Slices), -1, 1);
        }

        if (!crown.Id.IsAnterior)
            return 0;
        double bottom = girth[1];
        double top = girth[Slices - 2];
        return Math.Clamp(2 * (bottom - top) / Math.Max(bottom + top, 1e-9), -1, 1);
    }

    // Least width of each slice at right angles to the axis: the thin direction, which tells edge from neck.
    private static double[] Girths(TriangleMesh mesh, Vec3 axis, double low, double height)
    {
        var points = new List<Vec3>[Slices];
        for (int i = 0; i < Slices; i++)
            points[i] = [];
        foreach (Vec3 p in mesh.Vertices)
        {
            double t = (Vec3.Dot(p, axis) - low) / Math.Max(height, 1e-9);
            points[Math.Clamp((int)(t * Slices), 0, Slices - 1)].Add(p.Reject(axis));
        }

        var girth = new double[Slices];
        for (int i = 0; i < Slices; i++)
        {
            if (points[i].Count < 4)
                continue;
            Vec3 mean = points[i].Aggregate(Vec3.Zero, (sum, p) => sum + p) / points[i].Count;
            SymmetricEigen eigen = Scatter.Of(points[i].Select(p => (p - mean, 1.0 / points[i].Count)));
            girth[i] = Math.Sqrt(Math.Max(eigen.Middle, 0));
        }

        return girth;
    }

    private static double Extent(TriangleMesh mesh, Vec3 axis, out double low)
    {
        low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (Vec3 p in mesh.Vertices)
        {
            double d = Vec3.Dot(p, axis);
            low = Math.Min(low, d);
            high = Math.Max(high, d);
        }

        return high - low;
    }
}
