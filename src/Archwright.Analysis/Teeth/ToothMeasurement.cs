using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Makes a <see cref="Tooth"/> of a closed crown in the occlusal frame: axes, landmarks, root.</summary>
internal static class ToothMeasurement
{
    /// <summary>The measured tooth.</summary>
    public static Tooth Of(LabelledCrown crown, ToothSetting setting, ToothRestriction restriction)
    {
        ToothSetting axes = ToothAxes.Of(crown, setting);
        CrownShape shape = CrownShape.Of(crown, axes);
        ToothLandmarks marks = LandmarkFinder.Find(shape);
        var frame = new ToothFrame(marks.FacialAxisPoint, axes.Mesial, axes.Facial, axes.Occlusal);
        Vec3 cervix = (marks.FacialMargin + marks.LingualMargin) * 0.5;
        (Vec3 center, Vec3 apex, RootSource source) = RootTemplate.Of(shape, cervix);
        return new Tooth(crown.Id, crown.Mesh, frame, marks, center, apex, source, restriction, crown.InferredShare);
    }
}
