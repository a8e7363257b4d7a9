using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>One jaw after its crowns have been cut out and closed, in scan frame.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Crowns">Closed crowns and separated teeth, in order of their numbers.</param>
/// <param name="Gingiva">The scan without its crowns; null where there was no scan.</param>
/// <param name="Gaps">What was missing or had to be mended.</param>
internal sealed record CutArch(
    Jaw Jaw, ImmutableArray<LabelledCrown> Crowns, TriangleMesh? Gingiva, ImmutableArray<DataGap> Gaps)
{
    private const int LeastFaces = 12;
    private const double LeastAreaMm2 = 1;

    /// <summary>Cuts a scan by its labels; a separated tooth wins over the same tooth in the scan.</summary>
    public static Result<CutArch> Of(
        Jaw jaw, ArchScan? scan, IReadOnlyList<SeparatedTooth> separated, AnalysisOptions options, RunContext context)
    {
        string name = jaw == Jaw.Upper ? "upper" : "lower";
        var gaps = new List<DataGap>();
        var crowns = new List<LabelledCrown>();
        TriangleMesh? gingiva = null;
        if (separated.Any(t => !AllFinite(t.Mesh)) || (scan is not null && !AllFinite(scan.Mesh)))
            return Result<CutArch>.Fail(Problem.Error("not-finite", "a coordinate is not a finite number", name));
        foreach (SeparatedTooth tooth in separated)
        {
            if (MeshMeasures.Area(tooth.Mesh) < LeastAreaMm2)
                gaps.Add(new DataGap("tooth-too-small", $"The mesh of tooth {tooth.Id} has no surface to be measured and is left out.", tooth.Id));
            else
                crowns.Add(Separated(tooth, gaps));
        }

        if (scan is not null)
        {
            (TriangleMesh mesh, ImmutableArray<int> labels) = CanonicalOrder.Of(scan.Mesh, scan.FaceLabels);
            if (Mismatch(jaw, name, labels) is { } problem)
                return Result<CutArch>.Fail(problem);
            (mesh, labels) = WithoutSpikes(mesh, labels, name, options.LongestEdgeMm, gaps);
            var topology = MeshTopology.Of(mesh);
            int[] clean = LabelCleaning.Clean(mesh, topology, labels.AsSpan(), options.LabelSmoothingRounds);
            ToothId[] ids = [.. clean.Distinct().Where(l => l != 0).Order().Select(ToothId.FromFdi)];
            (CrownPatch?[] patches, bool flipped) = Patches(mesh, clean, ids, context);
            if (flipped)
            {
                gaps.Add(new DataGap("normals-flipped", $"The faces of the {name} scan point inwards; they were turned."));
                mesh = mesh.Flipped();
                (patches, _) = Patches(mesh, clean, ids, context);
            }

            Close(ids, patches, [.. crowns.Select(c => c.Id)], crowns, gaps, options, context);
            gingiva = Submesh.Of(mesh, f => clean[f] == 0).Mesh;
        }

        return Result<CutArch>.Ok(new CutArch(jaw, [.. crowns.OrderBy(c => c.Id)], gingiva, [.. gaps]));
    }

    private static void Close(
        ToothId[] ids, CrownPatch?[] patches, ImmutableHashSet<ToothId> given, List<LabelledCrown> crowns,
        List<DataGap> gaps, AnalysisOptions options, RunContext context)
    {
        var usable = new List<(ToothId Id, CrownPatch Patch)>();
        for (int i = 0; i < ids.Length; i++)
        {
            if (given.Contains(ids[i]))
                continue;
            if (NoCrown(ids[i], patches[i], options) is { } gap)
                gaps.Add(gap);
            else
                usable.Add((ids[i], patches[i]!));
        }

        usable.Sort((a, b) => a.Id.CompareTo(b.Id));
        var closed = new ClosedCrown[usable.Count];
        context.For(closed.Length, i => closed[i] = ClosedCrown.Of(usable[i].Patch));
        for (int i = 0; i < closed.Length; i++)
        {
            if (MeshMeasures.Volume(closed[i].Mesh) >= 0)
                continue;
            gaps.Add(Turned(usable[i].Id));
            closed[i] = closed[i] with { Mesh = closed[i].Mesh.Flipped() };
        }

        closed = CrownSeparation.Apart(closed, options.NeighbourOverlapMm, context);
        for (int i = 0; i < closed.Length; i++)
        {
            ClosedCrown crown = closed[i];
            crowns.Add(new LabelledCrown(
                usable[i].Id, crown.Mesh, crown.SeenVertices, crown.SeenFaces, crown.Margin, crown.InferredShare, false));
        }
    }

    private static DataGap? NoCrown(ToothId id, CrownPatch? patch, AnalysisOptions options)
    {
        if (patch is not { Loops.Count: > 0 } || patch.Mesh.TriangleCount < LeastFaces)
            return new DataGap("tooth-too-small", $"Tooth {id} is labelled on too few faces to be measured and is left out.", id);
        Vec3 size = patch.Mesh.Bounds.Size;
        return Math.Max(size.X, Math.Max(size.Y, size.Z)) <= options.LargestCrownMm ? null
            : new DataGap("tooth-too-large", $"What is labelled as tooth {id} is larger than any crown and is left out.", id);
    }

    /// <summary>The patch of each tooth, null where it has none, and whether the faces look inwards.</summary>
    internal static (CrownPatch?[] Patches, bool Flipped) Patches(TriangleMesh mesh, int[] labels, ToothId[] ids, RunContext context)
    {
        var patches = new CrownPatch?[ids.Length];
        ILookup<int, int> facesOf = Enumerable.Range(0, labels.Length).Where(f => labels[f] != 0).ToLookup(f => labels[f]);
        context.For(ids.Length, i => patches[i] = CrownPatch.Of(mesh, [.. facesOf[ids[i].Fdi]]));

        // A crown's faces, seen as vectors, point to the same side as the crown lies from its border.
        double agree = 0;
        foreach (CrownPatch? patch in patches)
        {
            if (patch is null || patch.Loops.Count == 0)
                continue;
            Vec3 opening = Vec3.Zero;
            for (int f = 0; f < patch.Mesh.TriangleCount; f++)
                opening += patch.Mesh.AreaVector(f);
            Vec3 border = patch.Loops[0].Aggregate(Vec3.Zero, (sum, v) => sum + patch.Mesh.Vertices[v]) / patch.Loops[0].Length;
            agree += Math.Sign(Vec3.Dot(opening, MeshMeasures.SurfaceCentroid(patch.Mesh) - border));
        }

        return (patches, agree < 0);
    }

    // One vertex that a scanner put far off pulls its faces across the arch; all that touches them would count as overlap.
    private static (TriangleMesh Mesh, ImmutableArray<int> Labels) WithoutSpikes(
        TriangleMesh mesh, ImmutableArray<int> labels, string name, double longestMm, List<DataGap> gaps)
    {
        int[] kept = [.. Enumerable.Range(0, mesh.TriangleCount).Where(f =>
            Vec3.Distance(mesh.Corner(f, 0), mesh.Corner(f, 1)) <= longestMm
            && Vec3.Distance(mesh.Corner(f, 1), mesh.Corner(f, 2)) <= longestMm
            && Vec3.Distance(mesh.Corner(f, 2), mesh.Corner(f, 0)) <= longestMm)];
        if (kept.Length == mesh.TriangleCount)
            return (mesh, labels);
        gaps.Add(new DataGap(
            "scan-spikes", $"{mesh.TriangleCount - kept.Length} faces of the {name} scan have edges over {longestMm} mm and are left out."));
        return (Submesh.OfFaces(mesh, [.. kept]).Mesh, [.. kept.Select(f => labels[f])]);
    }

    private static LabelledCrown Separated(SeparatedTooth tooth, List<DataGap> gaps)
    {
        (TriangleMesh mesh, _) = CanonicalOrder.Of(tooth.Mesh, []);
        if (MeshMeasures.Volume(mesh) < 0)
        {
            gaps.Add(Turned(tooth.Id));
            mesh = mesh.Flipped();
        }

        return new LabelledCrown(tooth.Id, mesh, mesh.VertexCount, mesh.TriangleCount, [], 0, true);
    }

    private static DataGap Turned(ToothId id) => new("normals-flipped", $"The faces of tooth {id} point inwards; they were turned.", id);

    private static Problem? Mismatch(Jaw jaw, string name, ImmutableArray<int> labels)
    {
        int bad = labels.FirstOrDefault(l => l != 0 && (!ToothId.TryFromFdi(l, out ToothId id) || id.Jaw != jaw));
        return bad == 0 ? null : Problem.Error(
            "jaw-label-mismatch", $"label {bad} is not a tooth of the {name} jaw", name, bad);
    }

    private static bool AllFinite(TriangleMesh mesh)
    {
        foreach (Vec3 p in mesh.Vertices)
        {
            if (!p.IsFinite)
                return false;
        }

        return true;
    }
}
