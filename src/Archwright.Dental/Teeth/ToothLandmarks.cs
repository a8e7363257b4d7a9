using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>Named points on a crown, in the frame the tooth is given in, mm.</summary>
/// <param name="MesialContact">Most mesial point of the crown at its height of contour (contact point).</param>
/// <param name="DistalContact">Most distal point of the crown at its height of contour (contact point).</param>
/// <param name="FacialAxisPoint">Midpoint of the facial axis of the clinical crown (Andrews' FA point).</param>
/// <param name="LingualPoint">Counterpart of the facial-axis point on the lingual surface.</param>
/// <param name="FacialMargin">Lowest point of the gingival margin on the facial side (zenith).</param>
/// <param name="LingualMargin">Lowest point of the gingival margin on the lingual side.</param>
/// <param name="OcclusalPoint">Middle of the incisal edge; tip of a canine; buccal cusp tip of a premolar; mean of a molar's buccal cusp tips.</param>
/// <param name="Cusps">Cusp tips, or the two ends of the incisal edge (mesial first).</param>
public sealed record ToothLandmarks(
    Vec3 MesialContact,
    Vec3 DistalContact,
    Vec3 FacialAxisPoint,
    Vec3 LingualPoint,
    Vec3 FacialMargin,
    Vec3 LingualMargin,
    Vec3 OcclusalPoint,
    ImmutableArray<Vec3> Cusps)
{
    /// <summary>Contact point to contact point, mm: the tooth's width for space and Bolton.</summary>
    public double WidthMm => Vec3.Distance(MesialContact, DistalContact);

    /// <summary>The landmarks after a motion of their tooth.</summary>
    public ToothLandmarks Moved(RigidTransform motion) => new(
        motion.Apply(MesialContact),
        motion.Apply(DistalContact),
        motion.Apply(FacialAxisPoint),
        motion.Apply(LingualPoint),
        motion.Apply(FacialMargin),
        motion.Apply(LingualMargin),
        motion.Apply(OcclusalPoint),
        [.. Cusps.Select(motion.Apply)]);
}
