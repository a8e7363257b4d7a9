using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Makes a <see cref="Tooth"/> of a closed crown in the occlusal frame: axes, landmarks, root.</summary>
internal static class ToothMeasurement
{
    private const double AxisTolerance = 1e-6;

    /// <summary>The measured tooth; null where the mesh has no axes at all (flat, a line, a point).</summary>
    public static Tooth? Of(LabelledCrown crown, ToothSetting setting, ToothRestriction restriction)
    {
        ToothSetting axes = ToothAxes.Of(crown, setting);
        if (!AreAxes(axes))
            return null;
        CrownShape shape = CrownShape.Of(crown, axes);
        ToothLandmarks marks = LandmarkFinder.Find(shape);
        var frame = new ToothFrame(marks.FacialAxisPoint, axes.Mesial, axes.Facial, axes.Occlusal);
        Vec3 cervix = (marks.FacialMargin + marks.LingualMargin) * 0.5;
        (Vec3 center, Vec3 apex, RootSource source) = RootTemplate.Of(shape, cervix);
        return center.IsFinite && apex.IsFinite && double.IsFinite(crown.InferredShare)
            ? new Tooth(crown.Id, crown.Mesh, frame, marks, center, apex, source, restriction, crown.InferredShare)
            {
                SeenFaces = crown.IsSeparated ? null : crown.SeenFaces,
            }
            : null;
    }

    // Written so that a coordinate that is no number fails too.
    private static bool AreAxes(ToothSetting axes) =>
        Math.Abs(axes.Mesial.Length - 1) < AxisTolerance
        && Math.Abs(axes.Facial.Length - 1) < AxisTolerance
        && Math.Abs(axes.Occlusal.Length - 1) < AxisTolerance
        && Math.Abs(Vec3.Dot(axes.Mesial, axes.Facial)) < AxisTolerance
        && Math.Abs(Vec3.Dot(axes.Mesial, axes.Occlusal)) < AxisTolerance
        && Math.Abs(Vec3.Dot(axes.Facial, axes.Occlusal)) < AxisTolerance;
}
