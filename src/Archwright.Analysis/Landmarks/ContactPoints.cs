using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Where the crowns of an arch meet, or would meet. A contact lies where the border between two crowns comes highest, the floor of
/// the occlusal embrasure; below it a scanner sees papilla or nothing. At that height it is the part of the crown that reaches
/// furthest towards the neighbour, in posterior teeth facial to the middle (as textbooks of dental anatomy have it). A crown without a neighbour on a side is taken at the occlusal two fifths of its height. This is a place on the scan; how
/// wide a tooth is, its extremes in <see cref="ToothLandmarks"/> tell.
/// </summary>
internal sealed class ContactPoints
{
    private const double TouchMm = 0.6;
    private const int FewestTouching = 3;
    private const double BandMm = 0.7;
    private const double OcclusalShare = 0.4;
    private const double OutermostMm = 0.6;
    private const double FacialFrom = 0.5;
    private const double FacialTo = 0.75;
    private readonly SortedDictionary<int, TriangleMesh> _crowns;

    private ContactPoints(SortedDictionary<int, TriangleMesh> crowns) => _crowns = crowns;

    /// <summary>Lays out the labelled faces of a scan, tooth by tooth. O(teeth · faces).</summary>
    public static ContactPoints Of(ArchScan scan)
    {
        var crowns = new SortedDictionary<int, TriangleMesh>();
        foreach (int label in scan.FaceLabels.Where(l => l != 0).Distinct())
            crowns[label] = Submesh.Of(scan.Mesh, f => scan.FaceLabels[f] == label).Mesh;
        return new ContactPoints(crowns);
    }

    /// <summary>The labelled surface of a tooth in its own axes; null where it has none.</summary>
    /// <param name="id">The tooth.</param>
    /// <param name="frame">Its frame in the scan.</param>
    public CrownFaces? Crown(ToothId id, ToothFrame frame) =>
        _crowns.TryGetValue(id.Fdi, out TriangleMesh? faces) ? CrownFaces.Of(faces, frame) : null;

    /// <summary>Contact point towards a neighbour, scan frame; null where the tooth has no labelled surface there.</summary>
    /// <param name="id">The tooth.</param>
    /// <param name="surface">Its surface.</param>
    /// <param name="frame">Its frame in the scan.</param>
    /// <param name="neighbour">The next tooth on that side; null where it is the last.</param>
    /// <param name="side">1 mesial, −1 distal.</param>
    public Vec3? Towards(ToothId id, CrownFaces surface, ToothFrame frame, ToothId? neighbour, int side)
    {
        CrownOutline outline = surface.Outline;
        double low = outline.Top - (OcclusalShare * outline.Height);
        double high = outline.Top;
        if (neighbour is { } next && EmbrasureFloor(id, next, frame) is { } floor)
            (low, high) = (floor - BandMm, floor + BandMm);
        double lingual = outline.Middle.Y - (0.5 * outline.Depth);
        (double inner, double facial) = id.IsAnterior
            ? (double.NegativeInfinity, double.PositiveInfinity)
            : (lingual + (FacialFrom * outline.Depth), lingual + (FacialTo * outline.Depth));
        bool IsIn(Vec3 p) => p.Z >= low && p.Z <= high && p.Y >= inner && p.Y <= facial;
        SurfacePart band = surface.Surface.Between(Vec3.UnitZ, low, high).Between(Vec3.UnitY, inner, facial);
        if (band.IsEmpty)
            return null;
        Vec3 way = Vec3.UnitX * side;
        double least = band.Reach(way) - OutermostMm;

        // a thinned scan may have no vertex there: then the middle of the surface between them
        Vec3[] outer = Array.FindAll(surface.Vertices, p => Vec3.Dot(p, way) >= least && IsIn(p));
        Vec3 mean = outer.Length > 0 ? outer.Aggregate(Vec3.Zero, (sum, p) => sum + p) / outer.Length : band.Beyond(way, least).Middle;
        return frame.PointFromLocal(surface.Nearest(mean));
    }

    // Height of the border with the neighbour but for its highest tenth; null where the crowns do not touch.
    private double? EmbrasureFloor(ToothId id, ToothId neighbour, ToothFrame frame)
    {
        if (!_crowns.TryGetValue(neighbour.Fdi, out TriangleMesh? others))
            return null;
        var grid = PointGrid.Of([.. others.Vertices], 2 * TouchMm);
        var near = new List<int>();
        var heights = new List<double>();
        foreach (Vec3 p in _crowns[id.Fdi].Vertices)
        {
            near.Clear();
            grid.Near(p, TouchMm, near);
            if (near.Count > 0)
                heights.Add(frame.PointToLocal(p).Z);
        }

        heights.Sort();
        return heights.Count >= FewestTouching ? heights[(int)(0.9 * (heights.Count - 1))] : null;
    }
}
