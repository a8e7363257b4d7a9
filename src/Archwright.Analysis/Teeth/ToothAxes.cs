using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The axes of one tooth from its own shape, started from how it stands in the arch. The long axis and the turn about it are
/// found in alternation, three rounds: <see cref="LongAxis"/>, <see cref="AxialTurn"/>.
/// </summary>
internal static class ToothAxes
{
    private const int Rounds = 3;
    private const double MaxTurnDeg = 50;

    /// <summary>Mesial, facial and occlusal of the tooth: unit, at right angles, handed like its quadrant.</summary>
    public static ToothSetting Of(LabelledCrown crown, ToothSetting start)
    {
        ToothSetting axes = start;
        double turned = 0;
        for (int round = 0; round < Rounds; round++)
        {
            axes = WithOcclusal(axes, LongAxis.OfCrown(crown, axes, start.Occlusal));
            double turn = round > 0 && crown.Id.Class == ToothClass.Molar ? 0 : AxialTurn.Of(crown, axes);
            double limit = double.DegreesToRadians(MaxTurnDeg);
            turn = Math.Clamp(turned + turn, -limit, limit) - turned;
            turned += turn;
            axes = Turned(axes, turn);
        }

        return WithOcclusal(axes, LongAxis.OfTooth(crown, axes));
    }

    /// <summary>The axes turned about the occlusal one, from facial towards mesial.</summary>
    public static ToothSetting Turned(ToothSetting axes, double radians)
    {
        Vec3 facial = (axes.Facial * Math.Cos(radians)) + (axes.Mesial * Math.Sin(radians));
        Vec3 mesial = (axes.Mesial * Math.Cos(radians)) - (axes.Facial * Math.Sin(radians));
        return axes with { Mesial = mesial, Facial = facial };
    }

    private static ToothSetting WithOcclusal(ToothSetting axes, Vec3 occlusal)
    {
        Vec3 facial = axes.Facial.Reject(occlusal).Normalized();
        Vec3 mesial = Vec3.Cross(facial, occlusal);
        return new ToothSetting(Vec3.Dot(mesial, axes.Mesial) < 0 ? -mesial : mesial, facial, occlusal);
    }
}
