using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// How far a crown is turned about its long axis against trial axes, from facial towards mesial, radians. Front teeth: the
/// principal axis of the incisal part runs mesiodistally. Premolars: the minor axis of their cross-section, weighted by how
/// oval it is, the mirror symmetry of the occlusal relief, and the mean facial normal. Molars: the mean facial normal, in
/// the lower jaw together with the symmetry. Measured against the contact landmarks of eight real arches (112 teeth).
/// </summary>
internal static class AxialTurn
{
    private const double CellMm = 0.8;
    private const int Cells = 32;
    private const int SymmetryFaces = 3000;
    private const double MaxRise2 = 4.0;

    /// <summary>The turn still to make.</summary>
    public static double Of(LabelledCrown crown, ToothSetting axes)
    {
        CrownShape shape = CrownShape.Of(crown, axes);
        switch (crown.Id.Class)
        {
            case ToothClass.Incisor:
            case ToothClass.Canine:
                (double high, _) = PrincipalTurn(shape, 0.35, minor: false);
                (double low, _) = PrincipalTurn(shape, 0.5, minor: false);
                return (high + low) / 2;
            case ToothClass.Premolar:
                (double oval, double spread) = PrincipalTurn(shape, 0.5, minor: true);
                double trust = 3 * Math.Clamp((spread - 0.05) / 0.15, 0, 1);
                return ((trust * oval) + SymmetryTurn(shape, 0.4) + FacialNormalTurn(shape)) / (trust + 2);
            default:
                double facial = FacialNormalTurn(shape);
                return crown.Id.Jaw == Jaw.Lower ? (facial + SymmetryTurn(shape, 0.55)) / 2 : facial;
        }
    }

    // Turn that brings the principal (or minor) axis of the crown's occlusal share in line with mesial, within ±45°; and how
    // elongated that share is in the expected direction, (a − b)/(a + b) of the variances.
    private static (double Turn, double Spread) PrincipalTurn(CrownShape shape, double share, bool minor)
    {
        TriangleMesh mesh = shape.Crown.Mesh;
        double level = shape.Top - (share * CrownHeight(shape));
        double sm = 0, sf = 0, mm = 0, ff = 0, mf = 0, weight = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < mesh.TriangleCount; i++)
            {
                Vec3 d = mesh.FaceCenter(i) - shape.Center;
                if (Vec3.Dot(d, shape.Axes.Occlusal) < level)
                    continue;
                double area = mesh.AreaVector(i).Length;
                double m = Vec3.Dot(d, shape.Axes.Mesial);
                double f = Vec3.Dot(d, shape.Axes.Facial);
                if (pass == 0)
                {
                    sm += m * area;
                    sf += f * area;
                    weight += area;
                }
                else
                {
                    m -= sm / weight;
                    f -= sf / weight;
                    mm += area * m * m;
                    ff += area * f * f;
                    mf += area * m * f;
                }
            }
        }

        double angle = 0.5 * Math.Atan2(2 * mf, mm - ff);
        if (minor)
            angle += Math.PI / 2;
        angle -= Math.PI * Math.Round(angle / Math.PI);
        double spread = Math.Sqrt(Math.Pow(mm - ff, 2) + (4 * mf * mf)) / Math.Max(mm + ff, 1e-12);
        bool told = Math.Abs(angle) <= Math.PI / 4;
        return (told ? -angle : 0, told ? spread : 0);
    }

    private static double FacialNormalTurn(CrownShape shape)
    {
        double toMesial = 0;
        double toFacial = 0;
        double level = shape.Top - (0.9 * CrownHeight(shape));
        for (int f = 0; f < shape.Crown.SeenFaces; f++)
        {
            Vec3 n = shape.Crown.Mesh.AreaVector(f);
            double facial = Vec3.Dot(n, shape.Axes.Facial);
            double height = Vec3.Dot(shape.Crown.Mesh.FaceCenter(f) - shape.Center, shape.Axes.Occlusal);
            if (facial < 0.6 * n.Length || height < level)
                continue;
            toMesial += Vec3.Dot(n, shape.Axes.Mesial);
            toFacial += facial;
        }

        return toFacial > 0 ? Math.Atan2(toMesial, toFacial) : 0;
    }

    // The turn at which the relief of the occlusal share, seen from above, mirrors itself best mesial to distal.
    private static double SymmetryTurn(CrownShape shape, double share)
    {
        double level = shape.Top - (share * CrownHeight(shape));
        var points = new List<Vec3>();
        TriangleMesh mesh = shape.Crown.Mesh;
        int step = Math.Max(1, mesh.TriangleCount / SymmetryFaces);
        for (int f = 0; f < mesh.TriangleCount; f += step)
        {
            Vec3 d = mesh.FaceCenter(f) - shape.Center;
            double h = Vec3.Dot(d, shape.Axes.Occlusal);
            if (h > level)
                points.Add(new Vec3(Vec3.Dot(d, shape.Axes.Mesial), Vec3.Dot(d, shape.Axes.Facial), h));
        }

        if (points.Count < 10)
            return 0;
        double best = 0;
        double least = double.PositiveInfinity;
        foreach (int degrees in Enumerable.Range(-15, 31).Select(i => 2 * i).OrderBy(Math.Abs))
        {
            double asymmetry = Asymmetry(points, double.DegreesToRadians(degrees));
            if (asymmetry < least - 1e-9)
                (least, best) = (asymmetry, degrees);
        }

        return double.DegreesToRadians(best);
    }

    private static double Asymmetry(List<Vec3> points, double turn)
    {
        double cos = Math.Cos(turn);
        double sin = Math.Sin(turn);
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (Vec3 p in points)
        {
            double m = (p.X * cos) - (p.Y * sin);
            low = Math.Min(low, m);
            high = Math.Max(high, m);
        }

        double middle = (low + high) / 2;
        var relief = new double[Cells * Cells];
        Array.Fill(relief, double.NegativeInfinity);
        foreach (Vec3 p in points)
        {
            double m = (p.X * cos) - (p.Y * sin) - middle;
            double f = (p.X * sin) + (p.Y * cos);
            int column = Math.Clamp((int)Math.Floor(m / CellMm) + (Cells / 2), 0, Cells - 1);
            int row = Math.Clamp((int)Math.Floor(f / CellMm) + (Cells / 2), 0, Cells - 1);
            int cell = (row * Cells) + column;
            relief[cell] = Math.Max(relief[cell], p.Z);
        }

        double sum = 0;
        int filled = 0;
        for (int row = 0; row < Cells; row++)
        {
            for (int column = 0; column < Cells; column++)
            {
                double h = relief[(row * Cells) + column];
                if (double.IsNegativeInfinity(h))
                    continue;
                double twin = relief[(row * Cells) + Cells - 1 - column];
                sum += double.IsNegativeInfinity(twin) ? MaxRise2 : Math.Min((h - twin) * (h - twin), MaxRise2);
                filled++;
            }
        }

        return sum / filled;
    }

    // The norm's height, or what is there where less is seen: unlike the border it does not depend on the gingiva.
    private static double CrownHeight(CrownShape shape) =>
        Math.Min(0.85 * ToothNorms.Of(shape.Crown.Id).CrownHeightMm, shape.Top - shape.Local.Min(p => p.Z));
}
