using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;

namespace Archwright.Engine;

/// <summary>Attachments as they are written: document entries and meshes, scan frame.</summary>
public static class AttachmentFiles
{
    /// <summary>The meshes, in the order of the plan.</summary>
    public static ImmutableArray<AttachmentFile> Of(MeasuredCase measured, AttachmentResult result)
    {
        RigidTransform scanFromOcclusal = measured.OcclusalFromScan.Inverse;
        return [.. result.Attachments.Select((a, i) => new AttachmentFile(PathOf(result, i), ToothFiles.Rounded(a.Solid.Mesh, scanFromOcclusal)))];
    }

    /// <summary>The entries of plan.json, in the order of the plan.</summary>
    public static ImmutableArray<PlanAttachment> Entries(MeasuredCase measured, AttachmentResult result)
    {
        RigidTransform scanFromOcclusal = measured.OcclusalFromScan.Inverse;
        return [.. result.Attachments.Select((a, i) => Entry(a, PathOf(result, i), scanFromOcclusal))];
    }

    private static PlanAttachment Entry(PlannedAttachment a, string path, RigidTransform scanFromOcclusal) => new()
    {
        Fdi = a.Tooth.Fdi,
        Type = a.Design.Type,
        Surface = a.Surface,
        Serves = a.Phase.Serves,
        On = a.On,
        Off = a.Off,
        Size = [PoseConversion.Round(a.Design.WidthMm), PoseConversion.Round(a.Design.HeightMm), PoseConversion.Round(a.Design.DepthMm)],
        Position = PoseConversion.ToArray(scanFromOcclusal.Apply(a.Solid.Position)),
        Normal = PoseConversion.ToArray(scanFromOcclusal.ApplyDirection(a.Solid.Normal)),
        Occlusal = PoseConversion.ToArray(scanFromOcclusal.ApplyDirection(a.Solid.Occlusal)),
        CrownHeightMm = PoseConversion.Round(a.CrownHeightMm),
        FromMarginMm = PoseConversion.Round(a.FromMarginMm),
        UsableAreaMm2 = PoseConversion.Round(a.UsableAreaMm2),
        Purpose = a.Purpose,
        Force = PoseConversion.ToArray(scanFromOcclusal.ApplyDirection(a.Force)),
        Cause = a.Cause,
        Mesh = path,
    };

    // numbered per tooth, in order of stage
    private static string PathOf(AttachmentResult result, int index)
    {
        ToothId tooth = result.Attachments[index].Tooth;
        return $"attachments/{tooth.Fdi}-{result.Attachments.Take(index + 1).Count(a => a.Tooth == tooth)}.ply";
    }
}
