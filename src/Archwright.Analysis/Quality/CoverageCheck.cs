using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Whether the scan goes far enough: both second molars there, no crown cut by the scan's edge, enough gum beyond the margins.
/// Distances to the edge are along the surface (fast marching from all of the edge). O(faces log faces).
/// </summary>
internal static class CoverageCheck
{
    private const int LastPosition = 7;
    private const double FurthestMm = 8;

    // of the least area of a crown: what shows less is not the tooth but a rest of it
    private const double SliverShare = 0.6;

    // how squarely a part of the margin must look to a side to count for it
    private const double SideCosine = 0.5;

    public static List<ScanDefect> Of(CheckedScan scan, ScanQualityOptions options)
    {
        var found = new List<ScanDefect>();
        if (scan.Teeth.Length == 0)
            return found;
        int edgeLoops = HoleCheck.EdgeLoops(scan);
        double[]? toEdge = edgeLoops == 0 ? null
            : Geodesics.Distances(scan.Topology, scan.Loops.Take(edgeLoops).SelectMany(l => l.Vertices).Order(), FurthestMm);
        DistalMolars(scan, toEdge, found);
        if (toEdge is null)
            return found;
        CutCrowns(scan, scan.Loops[0], options, found);
        foreach (ToothPlace tooth in scan.Teeth)
            ShortMargins(scan, tooth, toEdge, options, found);
        return found;
    }

    // REC-01: an arch without its second molar is not whole; what the scan shows behind its last tooth tells the person why.
    private static void DistalMolars(CheckedScan scan, double[]? toEdge, List<ScanDefect> found)
    {
        foreach (bool isRight in (ReadOnlySpan<bool>)[true, false])
        {
            ToothPlace[] side = [.. scan.Teeth.Where(t => t.Id.IsRight == isRight && t.AreaMm2 >= SliverShare * SegmentationGate.LeastAreaMm2(t.Id))];
            ToothPlace? last = side.MaxBy(t => t.Id.Position);
            if (last?.Id.Position >= LastPosition)
                continue;
            ToothId missing = ToothId.Permanent(scan.Jaw).First(t => t.IsRight == isRight && t.Position == LastPosition);
            double ridge = last is null || toEdge is null ? 0 : BehindMm(scan, last);
            string how = last is null ? "no tooth of this side was found"
                : FormattableString.Invariant($"the last tooth is {last.Id} and the scan shows {ridge:0.#} mm behind it");
            found.Add(new ScanDefect(
                "distal-molar-missing", DefectSeverity.Rescan, scan.Name,
                $"tooth {missing} is not in the scan: {how}; scan to the end of the arch, or waive it where the tooth is not in the mouth")
            {
                Tooth = missing,
                Surface = CrownSide.Distal,
                At = last is null ? null : last.Center - (last.Mesial * (last.High.X - last.Low.X)),
                ReachMm = 4,
                Measured = ridge,
                Unit = "mm",
            });
        }
    }

    private static double BehindMm(CheckedScan scan, ToothPlace last)
    {
        double farthest = 0;
        foreach (Vec3 p in scan.Mesh.Vertices)
        {
            Vec3 local = last.Local(p - last.Center);
            if (Math.Abs(local.Y) < 3 && local.Z > last.Low.Z - 4)
                farthest = Math.Max(farthest, last.Low.X - local.X);
        }

        return farthest;
    }

    private static void CutCrowns(CheckedScan scan, BoundaryLoop edge, ScanQualityOptions options, List<ScanDefect> found)
    {
        var cut = new SortedDictionary<int, (double LengthMm, Vec3 Sum, Vec3 Normal)>();
        for (int i = 0; i < edge.Vertices.Length; i++)
        {
            int a = edge.Vertices[i];
            int b = edge.Vertices[(i + 1) % edge.Vertices.Length];
            int label = 0;
            foreach (int f in scan.Topology.FacesOf(a))
            {
                Triangle t = scan.Mesh.Triangles[f];
                if (t.A == b || t.B == b || t.C == b)
                    label = scan.Labels[f];
            }

            if (label == 0)
                continue;
            double length = Vec3.Distance(scan.Mesh.Vertices[a], scan.Mesh.Vertices[b]);
            (double sum, Vec3 at, Vec3 normal) = cut.GetValueOrDefault(label);
            cut[label] = (sum + length, at + (scan.Mesh.Vertices[a] * length), normal + (scan.Normals[a] * length));
        }

        foreach ((int fdi, (double length, Vec3 sum, Vec3 _)) in cut)
        {
            if (length < options.CutCrownMm || scan.Tooth(fdi) is not { } tooth)
                continue;
            Vec3 at = sum / length;

            // the side that is not there: the way from the crown's middle to the cut
            Vec3 local = tooth.Local(at - tooth.Center);
            CrownSide surface = Math.Abs(local.X) > Math.Abs(local.Y)
                ? (local.X > 0 ? CrownSide.Mesial : CrownSide.Distal)
                : (local.Y > 0 ? CrownSide.Buccal : CrownSide.Lingual);
            found.Add(new ScanDefect(
                "crown-cut", DefectSeverity.Rescan, scan.Name,
                FormattableString.Invariant($"the scan ends on tooth {tooth.Id}, {surface.ToString().ToLowerInvariant()}: its edge runs {length:0.#} mm across the crown, limit {options.CutCrownMm:0.#}"))
            {
                Tooth = tooth.Id,
                Surface = surface,
                At = at,
                ReachMm = length / 2,
                Measured = length,
                Limit = options.CutCrownMm,
                Unit = "mm",
            });
        }
    }

    private static void ShortMargins(CheckedScan scan, ToothPlace tooth, double[] toEdge, ScanQualityOptions options, List<ScanDefect> found)
    {
        var sides = new (List<double> Distances, Vec3 Nearest, double Least)[2];
        sides[0] = ([], Vec3.Zero, double.PositiveInfinity);
        sides[1] = ([], Vec3.Zero, double.PositiveInfinity);
        foreach (int v in Margin(scan, tooth))
        {
            Vec3 local = tooth.Local(scan.Mesh.Vertices[v] - tooth.Center);
            double flat = Math.Sqrt((local.X * local.X) + (local.Y * local.Y));
            if (Math.Abs(local.Y) < SideCosine * flat)
                continue;
            int side = local.Y > 0 ? 0 : 1;
            sides[side].Distances.Add(Math.Min(toEdge[v], FurthestMm));
            if (toEdge[v] < sides[side].Least)
                (sides[side].Least, sides[side].Nearest) = (toEdge[v], scan.Mesh.Vertices[v]);
        }

        for (int side = 0; side < 2; side++)
        {
            (List<double> distances, Vec3 nearest, double least) = sides[side];
            if (distances.Count == 0)
                continue;
            distances.Sort();
            double typical = distances[(int)(options.ShortMarginShare * (distances.Count - 1))];
            if (typical >= options.GingivaMarginMm)
                continue;
            CrownSide surface = side == 0 ? CrownSide.Buccal : CrownSide.Lingual;
            found.Add(new ScanDefect(
                "gingiva-short", DefectSeverity.Rescan, scan.Name,
                FormattableString.Invariant($"only {typical:0.#} mm of gum beyond the margin of {tooth.Id} {surface.ToString().ToLowerInvariant()} ({least:0.#} at least), limit {options.GingivaMarginMm:0.#} mm"))
            {
                Tooth = tooth.Id,
                Surface = surface,
                At = nearest,
                ReachMm = 2,
                Measured = typical,
                Limit = options.GingivaMarginMm,
                Unit = "mm",
            });
        }
    }

    private static IEnumerable<int> Margin(CheckedScan scan, ToothPlace tooth)
    {
        var seen = new SortedSet<int>();
        int fdi = tooth.Id.Fdi;
        foreach (int f in tooth.Faces)
        {
            Triangle t = scan.Mesh.Triangles[f];
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
            {
                if (scan.VertexTooth[v] == fdi || seen.Contains(v))
                    continue;
                foreach (int g in scan.Topology.FacesOf(v))
                {
                    if (scan.Labels[g] == 0)
                    {
                        seen.Add(v);
                        break;
                    }
                }
            }
        }

        return seen;
    }
}
