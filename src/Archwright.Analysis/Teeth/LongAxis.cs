using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The long axis of a tooth: the line from root to crown. With a root in the mesh: from the root's centroid to the crown's.
/// From a crown alone: the bisector of the facial and lingual surfaces gives the torque, that of the mesial and distal
/// surfaces the tip, measured on the seen part below the occlusal sixth. The bisector leans on the root by an angle that is
/// much the same in all teeth of a kind; its mean is taken off (means of one rooted dentition of 29 teeth and of the synthetic
/// dentition: engineering default). Where little of the proximal sides is seen the tip is drawn towards the vertical.
/// </summary>
internal static class LongAxis
{
    private const double MolarTipGain = 0.5;
    private const double ProximalShare = 0.3;
    private const double MaxLeanDeg = 40;
    private const double LeastSideMm2 = 1.0;

    /// <summary>The crown's own axis: the bisector of its sides, against present axes and the arch's vertical.</summary>
    public static Vec3 OfCrown(LabelledCrown crown, ToothSetting axes, Vec3 vertical) =>
        FromSides(crown, CrownShape.Of(crown, axes), axes, vertical);

    /// <summary>The tooth's long axis, given axes that follow the crown.</summary>
    public static Vec3 OfTooth(LabelledCrown crown, ToothSetting crownAxes)
    {
        double lean = double.DegreesToRadians(CrownOnRootDeg(crown.Id));
        Vec3 fromCrown = (crownAxes.Occlusal * Math.Cos(lean)) - (crownAxes.Facial * Math.Sin(lean));
        CrownShape shape = CrownShape.Of(crown, crownAxes);
        return shape.HasRoot ? FromRoot(crown, shape) : fromCrown;
    }

    private static Vec3 FromRoot(LabelledCrown crown, CrownShape shape)
    {
        Vec3 crownSum = Vec3.Zero;
        Vec3 rootSum = Vec3.Zero;
        double crownArea = 0;
        double rootArea = 0;
        for (int f = 0; f < crown.Mesh.TriangleCount; f++)
        {
            double area = crown.Mesh.AreaVector(f).Length;
            Vec3 at = crown.Mesh.FaceCenter(f);
            if (Vec3.Dot(at - shape.Center, shape.Axes.Occlusal) >= shape.Cervix)
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

    private static Vec3 FromSides(LabelledCrown crown, CrownShape shape, ToothSetting axes, Vec3 vertical)
    {
        Vec3 facialSide = Vec3.Zero;
        Vec3 lingualSide = Vec3.Zero;
        Vec3 mesialSide = Vec3.Zero;
        Vec3 distalSide = Vec3.Zero;
        double height = shape.Top - shape.Cervix;
        for (int f = 0; f < crown.SeenFaces; f++)
        {
            double h = Vec3.Dot(crown.Mesh.FaceCenter(f) - shape.Center, axes.Occlusal) - shape.Cervix;
            if (h < 0.05 * height || h > 0.84 * height)
                continue;
            Vec3 n = crown.Mesh.AreaVector(f) * 0.5;
            double area = n.Length;
            double facial = Vec3.Dot(n, axes.Facial);
            double mesial = Vec3.Dot(n, axes.Mesial);
            if (facial > 0.7 * area)
                facialSide += n;
            else if (facial < -0.7 * area)
                lingualSide += n;
            if (mesial > 0.6 * area)
                mesialSide += n;
            else if (mesial < -0.6 * area)
                distalSide += n;
        }

        // Leans are measured from the present axis; what is gained or damped is the lean from the vertical.
        double torque = Bisector(facialSide, lingualSide, axes.Facial, axes.Occlusal);
        double tip = Bisector(mesialSide, distalSide, axes.Mesial, axes.Occlusal);
        double torqueNow = Lean(axes.Occlusal, axes.Facial.Reject(vertical).Normalized(), vertical);
        double tipNow = Lean(axes.Occlusal, axes.Mesial.Reject(vertical).Normalized(), vertical);
        // The less of the proximal sides is seen, the less their bisector says: it is drawn towards the vertical.
        double whole = ProximalShare * height * ToothNorms.Of(crown.Id).BuccolingualMm;
        double seen = Math.Min(1, Math.Min(mesialSide.Length, distalSide.Length) / whole);
        double tipGain = crown.Id.Class switch
        {
            ToothClass.Incisor => 1,
            ToothClass.Canine => Math.Max(seen, 0.6),
            ToothClass.Premolar => seen,
            _ => MolarTipGain * seen,
        };
        double torqueLean = double.IsNaN(torque) ? torqueNow : torqueNow + torque;
        double tipLean = double.IsNaN(tip) ? 0 : tipGain * (tipNow + tip);
        double limit = double.DegreesToRadians(MaxLeanDeg);
        return (vertical
            + (axes.Facial.Reject(vertical).Normalized() * Math.Tan(Math.Clamp(torqueLean, -limit, limit)))
            + (axes.Mesial.Reject(vertical).Normalized() * Math.Tan(Math.Clamp(tipLean, -limit, limit)))).Normalized();
    }

    // Facial lean of the crown's bisector on the line from root to crown, degrees.
    private static double CrownOnRootDeg(ToothId id) => (id.Jaw, id.Class) switch
    {
        (_, ToothClass.Incisor) => -3,
        (Jaw.Upper, ToothClass.Canine) => 1,
        (Jaw.Lower, ToothClass.Canine) => -1,
        (Jaw.Upper, ToothClass.Premolar) => -5,
        (Jaw.Lower, ToothClass.Premolar) => -7,
        (Jaw.Upper, _) => -12,
        _ => 1,
    };

    // Mean lean towards `out` of two opposite surfaces' tangents against `up`; NaN where one of them is not seen.
    private static double Bisector(Vec3 near, Vec3 far, Vec3 outwards, Vec3 up)
    {
        if (near.Length < LeastSideMm2 || far.Length < LeastSideMm2)
            return double.NaN;
        double ofNear = Math.Atan2(-Vec3.Dot(near, up), Vec3.Dot(near, outwards));
        double ofFar = Math.Atan2(Vec3.Dot(far, up), -Vec3.Dot(far, outwards));
        return (ofNear + ofFar) / 2;
    }

    private static double Lean(Vec3 axis, Vec3 towards, Vec3 up) => Math.Atan2(Vec3.Dot(axis, towards), Vec3.Dot(axis, up));
}
