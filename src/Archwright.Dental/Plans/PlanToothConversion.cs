using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>A tooth between plan.json and the kernel: scan frame, mm.</summary>
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

    /// <summary>The tooth as plan.json holds it: numbers rounded to the file's steps, the surface by its path.</summary>
    /// <param name="tooth">The tooth, scan frame.</param>
    public static PlanTooth ToPlanTooth(Tooth tooth)
    {
        ToothLandmarks l = tooth.Landmarks;
        return new PlanTooth
        {
            Fdi = tooth.Id.Fdi,
            Fixed = !tooth.IsMovable,
            Restriction = tooth.Restriction,
            Frame = new PlanFrame
            {
                Origin = PoseConversion.ToArray(tooth.Frame.Origin),
                Mesial = PoseConversion.ToArray(tooth.Frame.Mesial),
                Facial = PoseConversion.ToArray(tooth.Frame.Facial),
                Occlusal = PoseConversion.ToArray(tooth.Frame.Occlusal),
            },
            CenterOfResistance = PoseConversion.ToArray(tooth.CenterOfResistance),
            Apex = PoseConversion.ToArray(tooth.Apex),
            RootSource = tooth.RootSource,
            Landmarks = new PlanLandmarks
            {
                MesialContact = PoseConversion.ToArray(l.MesialContact),
                DistalContact = PoseConversion.ToArray(l.DistalContact),
                FacialAxisPoint = PoseConversion.ToArray(l.FacialAxisPoint),
                LingualPoint = PoseConversion.ToArray(l.LingualPoint),
                FacialMargin = PoseConversion.ToArray(l.FacialMargin),
                LingualMargin = PoseConversion.ToArray(l.LingualMargin),
                OcclusalPoint = PoseConversion.ToArray(l.OcclusalPoint),
                Cusps = [.. l.Cusps.Select(PoseConversion.ToArray)],
            },
            WidthMm = PoseConversion.Round(l.WidthMm),
            InferredShare = PoseConversion.Round(tooth.InferredShare),
            Mesh = $"teeth/{tooth.Id.Fdi}.ply",
        };
    }
}
