using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>The axes of one tooth from its own shape, started from how it stands in the arch.</summary>
internal static class ToothAxes
{
    /// <summary>Mesial, facial and occlusal of the tooth.</summary>
    public static ToothSetting Of(LabelledCrown crown, ToothSetting start)
    {
        Vec3 occlusal = LongAxis(crown, start);
        ToothSetting axes = WithOcclusal(start, occlusal);
        for (int round = 0; round < 2; round++)
            axes = Turned(crown, axes);
        return axes;
    }

    private static Vec3 LongAxis(LabelledCrown crown, ToothSetting start)
    {
        CrownShape shape = CrownShape.Of(crown, start);
        if (shape.HasRoot)
            return RootAxis(crown, start, shape);
        if (crown.Margin.Length == 0)
            return start.Occlusal;
        Vec3 opening = Vec3.Zero;
        for (int f = 0; f < crown.SeenFaces; f++)
            opening += crown.Mesh.AreaVector(f);
        return (opening.Normalized() + start.Occlusal).Normalized();
    }

    private static Vec3 RootAxis(LabelledCrown crown, ToothSetting start, CrownShape shape)
    {
        Vec3 crownSum = Vec3.Zero;
        Vec3 rootSum = Vec3.Zero;
        double crownArea = 0;
        double rootArea = 0;
        for (int f = 0; f < crown.Mesh.TriangleCount; f++)
        {
            double area = crown.Mesh.AreaVector(f).Length;
            Vec3 at = crown.Mesh.FaceCenter(f);
            if (Vec3.Dot(at - shape.Center, start.Occlusal) >= shape.Cervix)
            {
                crownSum += at * area;
                crownArea += area;
            }
            else
            {
                rootSum += at * area;
                rootArea += area;
            }
        }

        return ((crownSum / crownArea) - (rootSum / rootArea)).Normalized();
    }

    private static ToothSetting WithOcclusal(ToothSetting axes, Vec3 occlusal)
    {
        Vec3 facial = axes.Facial.Reject(occlusal).Normalized();
        Vec3 mesial = Vec3.Cross(facial, occlusal);
        if (Vec3.Dot(mesial, axes.Mesial) < 0)
            mesial = -mesial;
        return new ToothSetting(mesial, facial, occlusal);
    }

    // Turns mesial and facial about the long axis to the crown's own symmetry.
    private static ToothSetting Turned(LabelledCrown crown, ToothSetting axes)
    {
        CrownShape shape = CrownShape.Of(crown, axes);
        double turn = crown.Id.Class switch
        {
            ToothClass.Incisor => EdgeTurn(shape),
            ToothClass.Premolar when crown.Id.Jaw == Jaw.Upper => EdgeTurn(shape),
            _ => FacialNormalTurn(shape),
        };
        Vec3 facial = ((axes.Facial * Math.Cos(turn)) + (axes.Mesial * Math.Sin(turn))).Normalized();
        return WithOcclusal(axes with { Facial = facial }, axes.Occlusal);
    }

    // Turn from facial towards mesial that brings the axes in line with the principal axes of the occlusal part.
    private static double EdgeTurn(CrownShape shape)
    {
        double level = shape.Top - (0.45 * (shape.Top - shape.Cervix));
        double sm = 0, sf = 0, mm = 0, ff = 0, mf = 0, count = 0;
        for (int i = 0; i < shape.Local.Length; i++)
        {
            if (!shape.IsCrown[i] || shape.Local[i].Z < level)
                continue;
            sm += shape.Local[i].X;
            sf += shape.Local[i].Y;
            count++;
        }

        if (count < 5)
            return 0;
        for (int i = 0; i < shape.Local.Length; i++)
        {
            if (!shape.IsCrown[i] || shape.Local[i].Z < level)
                continue;
            double m = shape.Local[i].X - (sm / count);
            double f = shape.Local[i].Y - (sf / count);
            mm += m * m;
            ff += f * f;
            mf += m * f;
        }

        // Principal axis nearest to mesial; near-round sections do not tell and get no turn.
        double angle = 0.5 * Math.Atan2(2 * mf, mm - ff);
        double spread = Math.Sqrt(Math.Pow((mm - ff) / 2, 2) + (mf * mf)) / Math.Max((mm + ff) / 2, 1e-12);
        if (angle > Math.PI / 4)
            angle -= Math.PI / 2;
        if (angle < -Math.PI / 4)
            angle += Math.PI / 2;
        return spread < 0.1 ? 0 : -angle;
    }

    private static double FacialNormalTurn(CrownShape shape)
    {
        double toMesial = 0;
        double toFacial = 0;
        for (int f = 0; f < shape.Crown.SeenFaces; f++)
        {
            Vec3 n = shape.Crown.Mesh.AreaVector(f);
            double area = n.Length;
            double facial = Vec3.Dot(n, shape.Axes.Facial);
            double height = Vec3.Dot(shape.Crown.Mesh.FaceCenter(f) - shape.Center, shape.Axes.Occlusal);
            if (facial < 0.75 * area || height < shape.Cervix)
                continue;
            toMesial += Vec3.Dot(n, shape.Axes.Mesial);
            toFacial += facial;
        }

        return toFacial > 0 ? 0.5 * Math.Atan2(toMesial, toFacial) : 0;
    }
}
