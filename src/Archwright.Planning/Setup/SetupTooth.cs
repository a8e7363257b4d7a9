using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// A tooth as the set-up sees it: its place in the chain of contacts, the crown's centre, and the angles that its shape
/// fixes. Occlusal frame, stage 0.
/// </summary>
internal sealed class SetupTooth
{
    public SetupTooth(Tooth tooth, bool isTreated = true)
    {
        Tooth = tooth;
        IsMovable = tooth.IsMovable && isTreated;
        ToothLandmarks marks = tooth.Landmarks;
        Norms = ToothNorms.Of(tooth.Id);
        Occlusal = tooth.Id.Jaw == Jaw.Upper ? -Vec3.UnitZ : Vec3.UnitZ;
        Center = (marks.MesialContact + marks.DistalContact + marks.FacialAxisPoint + marks.LingualPoint) / 4;
        ContactMiddle = (marks.MesialContact + marks.DistalContact) / 2;
        WidthMm = Math.Max(2, Math.Abs(Vec3.Dot(marks.MesialContact - marks.DistalContact, tooth.Frame.Mesial)));
        Hand = Vec3.Dot(Vec3.Cross(tooth.Frame.Mesial, tooth.Frame.Facial), tooth.Frame.Occlusal) > 0 ? 1 : -1;
        // seen from the tooth's own long axis, Andrews' inclination is what the crown's shape adds to that of the axis
        FacialSlopeDeg = CrownInclination.Of(tooth, tooth.Frame.Occlusal).TorqueDeg;
    }

    /// <summary>The tooth at stage 0.</summary>
    public Tooth Tooth { get; }

    /// <summary>True where the tooth may move and its arch is treated.</summary>
    public bool IsMovable { get; }

    /// <summary>Published sizes and angles.</summary>
    public ToothNorms Norms { get; }

    /// <summary>The jaw's occlusal direction: −z above, +z below.</summary>
    public Vec3 Occlusal { get; }

    /// <summary>Centre of the crown: mean of contact, facial and lingual points.</summary>
    public Vec3 Center { get; }

    /// <summary>Middle between the contact points.</summary>
    public Vec3 ContactMiddle { get; }

    /// <summary>Mesiodistal width, mm.</summary>
    public double WidthMm { get; }

    /// <summary>+1 where the frame is right-handed, −1 where left-handed.</summary>
    public int Hand { get; }

    /// <summary>Inclination of the facial surface to the tooth's own long axis, degrees, + facial.</summary>
    public double FacialSlopeDeg { get; }

    /// <summary>+1 where mesial runs towards the patient's left along the arch (right side), else −1.</summary>
    public int MesialSign => Tooth.Id.IsRight ? 1 : -1;

    /// <summary>Contact point on the patient's right of the tooth.</summary>
    public Vec3 RightContact => Tooth.Id.IsRight ? Tooth.Landmarks.DistalContact : Tooth.Landmarks.MesialContact;

    /// <summary>Contact point on the patient's left of the tooth.</summary>
    public Vec3 LeftContact => Tooth.Id.IsRight ? Tooth.Landmarks.MesialContact : Tooth.Landmarks.DistalContact;

    /// <summary>Tip of the long axis against the occlusal plane's normal now, degrees, + mesial.</summary>
    public double TipDeg => AxisAngles(Tooth.Frame).Tip;

    /// <summary>Inclination of the facial surface now, degrees, + facial.</summary>
    public double TorqueDeg => AxisAngles(Tooth.Frame).Torque + FacialSlopeDeg;

    /// <summary>
    /// The frame axes of this tooth standing with its mesial axis along the horizontal direction <paramref name="mesial"/>,
    /// its long axis tipped and its facial surface inclined as given.
    /// </summary>
    public (Vec3 Mesial, Vec3 Facial, Vec3 Occlusal) Standing(Vec3 mesial, double tipDeg, double torqueDeg)
    {
        Vec3 facial = Vec3.Cross(Occlusal, mesial) * Hand;
        double tip = double.DegreesToRadians(tipDeg);
        double torque = double.DegreesToRadians(torqueDeg - FacialSlopeDeg);
        Vec3 o = (Occlusal + (mesial * Math.Tan(tip)) + (facial * Math.Tan(torque))).Normalized();
        // turning about the long axis is measured in the plane, so the facial axis stays at right angles to the arch
        Vec3 f = Vec3.Cross(o, mesial).Normalized() * Hand;
        Vec3 m = Vec3.Cross(f, o).Normalized() * Hand;
        return (m, f, o);
    }

    /// <summary>The turn that takes the present frame to the given axes.</summary>
    public Rotation TurnTo((Vec3 Mesial, Vec3 Facial, Vec3 Occlusal) axes)
    {
        ToothFrame now = Tooth.Frame;
        Rotation target = Rotation.FromColumns(axes.Mesial, axes.Facial, Vec3.Cross(axes.Mesial, axes.Facial));
        Rotation present = Rotation.FromColumns(now.Mesial, now.Facial, Vec3.Cross(now.Mesial, now.Facial));
        return (target * present.Inverse).Canonical();
    }

    /// <summary>Tip and torque of the long axis of a frame of this tooth, degrees.</summary>
    public (double Tip, double Torque) AxisAngles(ToothFrame frame)
    {
        Vec3 mesial = HorizontalMesial(frame);
        Vec3 facial = Vec3.Cross(Occlusal, mesial) * Hand;
        double up = Math.Max(Vec3.Dot(frame.Occlusal, Occlusal), 1e-6);
        return (
            double.RadiansToDegrees(Math.Atan2(Vec3.Dot(frame.Occlusal, mesial), up)),
            double.RadiansToDegrees(Math.Atan2(Vec3.Dot(frame.Occlusal, facial), up)));
    }

    /// <summary>The horizontal direction at right angles to the facial axis, mesial: what rotation is read from.</summary>
    public Vec3 HorizontalMesial(ToothFrame frame)
    {
        Vec3 mesial = Vec3.Cross(frame.Facial, Occlusal) * Hand;
        return (mesial.LengthSquared < 1e-6 ? frame.Mesial.Reject(Occlusal) : mesial).Normalized();
    }
}
