using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>Reads a tooth of plan.json back as the kernel knows it: scan frame, mm.</summary>
public static class PlanToothConversion
{
    /// <summary>The tooth with its surface; rules need it, movement tables do not and may pass the empty mesh.</summary>
    /// <param name="tooth">A tooth whose numbers have been checked.</param>
    /// <param name="mesh">Its closed surface at stage 0, scan frame.</param>
    public static Tooth ToTooth(PlanTooth tooth, TriangleMesh mesh) => new(
        ToothId.FromFdi(tooth.Fdi),
        mesh,
        new ToothFrame(
            PoseConversion.ToVec(tooth.Frame.Origin),
            PoseConversion.ToVec(tooth.Frame.Mesial),
            PoseConversion.ToVec(tooth.Frame.Facial),
            PoseConversion.ToVec(tooth.Frame.Occlusal)),
        new ToothLandmarks(
            PoseConversion.ToVec(tooth.Landmarks.MesialContact),
            PoseConversion.ToVec(tooth.Landmarks.DistalContact),
            PoseConversion.ToVec(tooth.Landmarks.FacialAxisPoint),
            PoseConversion.ToVec(tooth.Landmarks.LingualPoint),
            PoseConversion.ToVec(tooth.Landmarks.FacialMargin),
            PoseConversion.ToVec(tooth.Landmarks.LingualMargin),
            PoseConversion.ToVec(tooth.Landmarks.OcclusalPoint),
            [.. tooth.Landmarks.Cusps.Select(PoseConversion.ToVec)]),
        PoseConversion.ToVec(tooth.CenterOfResistance),
        PoseConversion.ToVec(tooth.Apex),
        tooth.RootSource,
        // A plan that only says "fixed" is taken at its word: the stricter reading of the two.
        tooth.Fixed && tooth.Restriction == ToothRestriction.None ? ToothRestriction.Fixed : tooth.Restriction,
        tooth.InferredShare);
}
