using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Whether a scan is the arch it claims to be: right jaw, not mirrored, faces outwards, real size. What the numbers say is held
/// against what the crowns' shapes say, by the same code that orients a case (<see cref="OcclusalFrame"/>).
/// </summary>
internal static class ScanIdentityCheck
{
    public static List<ScanDefect> Of(CheckedScan scan, CrownPatch?[] patches, ScanQualityOptions options, out RigidTransform occlusalFromScan)
    {
        var found = new List<ScanDefect>();
        occlusalFromScan = RigidTransform.Identity;
        ImmutableArray<LabelledCrown> crowns = Crowns(scan, patches);
        Result<OcclusalFrame> frame = OcclusalFrame.Find([(scan.Jaw, crowns)]);
        foreach (Problem p in frame.Problems.Where(p => p.Severity == ProblemSeverity.Error))
            found.Add(new ScanDefect(p.Code, DefectSeverity.Rescan, scan.Name, p.Message) { Measured = p.Measured, Limit = p.Limit, Unit = p.Unit });
        if (frame.IsOk)
            occlusalFromScan = frame.Value.OcclusalFromScan;
        double[] ratios = [.. scan.Teeth.Where(t => !t.Id.IsPrimary).Select(t => (t.High.X - t.Low.X) / ToothNorms.Of(t.Id).MesiodistalMm).Order()];
        if (ratios.Length < 4)
            return found;
        double scale = ratios[ratios.Length / 2];
        if (scale < options.LeastScale || scale > options.GreatestScale)
        {
            double limit = scale < options.LeastScale ? options.LeastScale : options.GreatestScale;
            found.Add(new ScanDefect(
                "scale-implausible", DefectSeverity.Rescan, scan.Name,
                FormattableString.Invariant($"crowns are {scale:0.00} times as wide as the mean, limit {limit:0.00}: the scan was scaled, or is no patient's"))
            {
                Measured = scale,
                Limit = limit,
                Unit = "ratio",
            });
        }

        return found;
    }

    /// <summary>The mesh with its faces outwards, turned with a defect where they look into the crowns, and the crowns as cut, in order of their numbers.</summary>
    public static (TriangleMesh Mesh, CrownPatch?[] Crowns) FacingOutwards(string name, TriangleMesh mesh, int[] labels, List<ScanDefect> found, RunContext context)
    {
        ToothId[] ids = [.. labels.Where(l => l != 0).Distinct().Select(ToothId.FromFdi).Order()];
        (CrownPatch?[] patches, bool isInsideOut) = CutArch.Patches(mesh, labels, ids, context);
        if (!isInsideOut)
            return (mesh, patches);
        found.Add(InsideOut(name));
        mesh = mesh.Flipped();
        return (mesh, CutArch.Patches(mesh, labels, ids, context).Patches);
    }

    /// <summary>The defect of faces that look inwards.</summary>
    public static ScanDefect InsideOut(string name) => new(
        "inside-out", DefectSeverity.Rescan, name, "the faces look inwards: the scan is mirrored or its faces are turned; export it again");

    // The crowns as cut, open.
    private static ImmutableArray<LabelledCrown> Crowns(CheckedScan scan, CrownPatch?[] patches)
    {
        var crowns = ImmutableArray.CreateBuilder<LabelledCrown>();
        for (int i = 0; i < patches.Length; i++)
        {
            if (patches[i] is not { Loops.Count: > 0 } patch)
                continue;
            ImmutableArray<Vec3> margin = [.. patch.Loops[0].Select(v => patch.Mesh.Vertices[v])];
            crowns.Add(new LabelledCrown(scan.Teeth[i].Id, patch.Mesh, patch.Mesh.VertexCount, patch.Mesh.TriangleCount, margin, 0, false));
        }

        return crowns.ToImmutable();
    }
}
