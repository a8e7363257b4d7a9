using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>What the plan does to the upper incisors as the face sees them, means of the upper central incisors' edges at the last stage.</summary>
/// <param name="ForwardMm">Forward, mm; negative is backward.</param>
/// <param name="DownMm">Downward, mm: more tooth is shown.</param>
internal sealed record FaceChange(double ForwardMm, double DownMm)
{
    /// <summary>Null where there is no upper central incisor.</summary>
    public static FaceChange? Of(PlanEvidence evidence)
    {
        Vec3[] ways =
        [
            .. evidence.Tracks.Where(t => t.Tooth.Id.Fdi is 11 or 21 && t.StageCount > 0).Select(t =>
            {
                Vec3 edge = t.Tooth.Landmarks.OcclusalPoint;
                return evidence.Plan.OcclusalFromScan.Rotation.Apply(t.Poses[^1].Apply(edge) - edge);
            }),
        ];
        // occlusal frame: y posterior, z superior
        return ways.Length == 0 ? null : new FaceChange(-ways.Average(w => w.Y), -ways.Average(w => w.Z));
    }
}
