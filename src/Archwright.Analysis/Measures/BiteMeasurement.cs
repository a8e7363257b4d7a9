using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The bite from the landmarks of both arches where their teeth stand; a pure function, so that a planned bite is measured
/// like the scanned one. Occlusal frame, mm. Canine and molar relation are read along the lower arch (mesial direction of the
/// lower tooth, horizontal), which is how they are judged at the model. What lacks its teeth is null.
/// </summary>
public static class BiteMeasurement
{
    // Contact points lie on surface no scanner saw: half a millimetre of doubt per fully inferred crown. Engineering default.
    private const double InferredWidthDoubtMm = 0.5;

    /// <summary>The measures of upper against lower teeth. The deepest penetration is not part of it: see <c>ContactMeasurement</c>.</summary>
    public static OcclusionMeasures Of(IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower)
    {
        (double? overjet, double? overbite) = Incisors(upper, lower);
        double? anterior = Bolton(upper, lower, 3, out double anteriorError);
        double? overall = Bolton(upper, lower, 6, out double overallError);
        return new OcclusionMeasures
        {
            OverjetMm = overjet,
            OverbiteMm = overbite,
            MidlineMm = Midline(upper, Jaw.Upper) - Midline(lower, Jaw.Lower),
            CanineRightMm = Canine(upper, lower, -1),
            CanineLeftMm = Canine(upper, lower, 1),
            MolarRightMm = Molar(upper, lower, -1),
            MolarLeftMm = Molar(upper, lower, 1),
            Crossbites = [.. upper.Where(u => IsInCrossbite(u, lower)).Select(u => u.Id)],
            BoltonAnteriorPercent = anterior,
            BoltonOverallPercent = overall,
            BoltonErrorPercent = overall is not null ? overallError : anterior is not null ? anteriorError : null,
        };
    }

    private static (double? Overjet, double? Overbite) Incisors(IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower)
    {
        var overjets = new List<double>();
        var overbites = new List<double>();
        foreach (int side in new[] { -1, 1 })
        {
            if (ArchMeasurement.At(upper, Jaw.Upper, side) is not { } u || ArchMeasurement.At(lower, Jaw.Lower, side) is not { } l)
                continue;
            Vec3 edge = u.Landmarks.OcclusalPoint;
            Vec3 lowerEdge = l.Landmarks.OcclusalPoint;
            Vec3 lowerFacial = l.Landmarks.FacialAxisPoint;
            overbites.Add(lowerEdge.Z - edge.Z);
            // The facial surface of the lower incisor at the height of the upper edge; its own edge in an open bite.
            double drop = lowerEdge.Z - lowerFacial.Z;
            double t = drop > 0.5 ? Math.Clamp((lowerEdge.Z - edge.Z) / drop, 0, 1) : 0;
            overjets.Add(lowerEdge.Y + (t * (lowerFacial.Y - lowerEdge.Y)) - edge.Y);
        }

        return overjets.Count == 0 ? (null, null) : (overjets.Average(), overbites.Average());
    }

    private static double? Midline(IReadOnlyList<Tooth> teeth, Jaw jaw)
    {
        if (ArchMeasurement.At(teeth, jaw, -1) is not { } right || ArchMeasurement.At(teeth, jaw, 1) is not { } left)
            return null;
        return (right.Landmarks.MesialContact.X + left.Landmarks.MesialContact.X) / 2;
    }

    // Class I: the upper canine's tip faces the contact of lower canine and first premolar.
    private static double? Canine(IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower, int side)
    {
        if (ArchMeasurement.At(upper, Jaw.Upper, 3 * side) is not { } u || ArchMeasurement.At(lower, Jaw.Lower, 3 * side) is not { } l)
            return null;
        Vec3 embrasure = l.Landmarks.DistalContact;
        Vec3 mesial = Horizontal(l.Frame.Mesial);
        if (ArchMeasurement.At(lower, Jaw.Lower, 4 * side) is { } premolar)
        {
            embrasure = (embrasure + premolar.Landmarks.MesialContact) * 0.5;
            mesial = Horizontal(l.Frame.Mesial + premolar.Frame.Mesial);
        }

        return Vec3.Dot(u.Landmarks.OcclusalPoint - embrasure, mesial);
    }

    // Class I: the upper first molar's mesiobuccal cusp faces the lower's buccal groove, which runs between its buccal cusps.
    private static double? Molar(IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower, int side)
    {
        if (ArchMeasurement.At(upper, Jaw.Upper, 6 * side) is not { Landmarks.Cusps.Length: >= 1 } u ||
            ArchMeasurement.At(lower, Jaw.Lower, 6 * side) is not { Landmarks.Cusps.Length: >= 2 } l)
        {
            return null;
        }

        Vec3 groove = (l.Landmarks.Cusps[0] + l.Landmarks.Cusps[1]) * 0.5;
        return Vec3.Dot(u.Landmarks.Cusps[0] - groove, Horizontal(l.Frame.Mesial));
    }

    // Crossbite: the upper tooth's facial cusp or edge stands lingual of its antagonist's, or its lingual cusps facial of it.
    private static bool IsInCrossbite(Tooth upper, IReadOnlyList<Tooth> lower)
    {
        Tooth? antagonist = lower
            .Where(l => l.Id.IsRight == upper.Id.IsRight && Math.Abs(l.Id.Position - upper.Id.Position) <= 1)
            .MinBy(l => Horizontal(l.Landmarks.OcclusalPoint - upper.Landmarks.OcclusalPoint, normalize: false).LengthSquared);
        if (antagonist is null)
            return false;
        Vec3 facial = Horizontal(antagonist.Frame.Facial);
        double ahead = Vec3.Dot(upper.Landmarks.OcclusalPoint - antagonist.Landmarks.OcclusalPoint, facial);
        if (ahead < -0.2)
            return true;
        if (upper.Id.IsAnterior || upper.Landmarks.Cusps.Length < 2)
            return false;
        Vec3 lingual = upper.Landmarks.Cusps[^1];
        return Vec3.Dot(lingual - antagonist.Landmarks.OcclusalPoint, facial) > 0.2;
    }

    // Bolton 1958: sum of lower widths over sum of upper widths.
    private static double? Bolton(IReadOnlyList<Tooth> upper, IReadOnlyList<Tooth> lower, int to, out double errorPercent)
    {
        errorPercent = 0;
        if (Widths(upper, Jaw.Upper, to) is not { } u || Widths(lower, Jaw.Lower, to) is not { } l)
            return null;
        double ratio = 100 * l.Sum / u.Sum;
        errorPercent = ratio * Math.Sqrt((u.Variance / (u.Sum * u.Sum)) + (l.Variance / (l.Sum * l.Sum)));
        return ratio;
    }

    private static (double Sum, double Variance)? Widths(IReadOnlyList<Tooth> teeth, Jaw jaw, int to)
    {
        double sum = 0;
        double variance = 0;
        for (int place = -to; place <= to; place++)
        {
            if (place == 0)
                continue;
            if (ArchMeasurement.At(teeth, jaw, place) is not { } tooth || tooth.Id.IsPrimary)
                return null;
            sum += tooth.Landmarks.WidthMm;
            double doubt = InferredWidthDoubtMm * tooth.InferredShare;
            variance += doubt * doubt;
        }

        return (sum, variance);
    }

    private static Vec3 Horizontal(Vec3 v, bool normalize = true)
    {
        Vec3 flat = new(v.X, v.Y, 0);
        return normalize ? flat.Normalized() : flat;
    }
}
