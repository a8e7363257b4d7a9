using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Which tooth each face belongs to, for places only: labels as given, or the teeth found without them.</summary>
internal static class ScanLabelling
{
    /// <summary>Jaw and labels; null with a defect where the scan shows no arch.</summary>
    public static (Jaw Jaw, int[] Labels)? Of(
        ScanToCheck scan, TriangleMesh mesh, ScanQualityOptions options, List<ScanDefect> found, RunContext context)
    {
        if (!scan.FaceLabels.IsDefaultOrEmpty)
            return Given(scan, found);
        Result<SegmentedArch> segmented = ArchSegmentation.Run(mesh, null, context);
        if (segmented.Problems.Any(p => p.Code == "segment-inside-out"))
        {
            // the caller finds it by the labels, and turns the copy it goes on with
            segmented = ArchSegmentation.Run(mesh.Flipped(), null, context);
        }

        if (!segmented.IsOk)
        {
            foreach (Problem p in segmented.Problems.Where(p => p.Severity == ProblemSeverity.Error))
                found.Add(new ScanDefect(p.Code, DefectSeverity.Rescan, scan.Name, p.Message) { Measured = p.Measured, Limit = p.Limit, Unit = p.Unit });
            return null;
        }

        SegmentedArch arch = segmented.Value;
        if (scan.Jaw is { } claimed && claimed != arch.Jaw)
        {
            if (arch.JawConfidence >= options.JawConfidence)
            {
                found.Add(Exchanged(scan.Name, claimed, FormattableString.Invariant($"its shape is the {Name(arch.Jaw)} arch's ({arch.JawConfidence:0 %} sure)")) with
                {
                    Measured = arch.JawConfidence,
                    Limit = options.JawConfidence,
                    Unit = "share",
                });
            }
            else if (ArchSegmentation.Run(mesh, claimed, context).Value is { } asClaimed)
            {
                arch = asClaimed;
            }
        }

        return (arch.Jaw, [.. CaseSegmentation.FaceLabels(mesh, arch.VertexLabels)]);
    }

    private static (Jaw Jaw, int[] Labels)? Given(ScanToCheck scan, List<ScanDefect> found)
    {
        int[] labels = [.. scan.FaceLabels.Select(l => ToothId.TryFromFdi(l, out ToothId _) ? l : 0)];
        int upper = labels.Count(l => l != 0 && ToothId.FromFdi(l).Jaw == Jaw.Upper);
        int lower = labels.Count(l => l != 0) - upper;
        if (upper + lower == 0)
        {
            found.Add(new ScanDefect("no-teeth", DefectSeverity.Rescan, scan.Name, "no face is labelled as a tooth"));
            return null;
        }

        Jaw jaw = upper >= lower ? Jaw.Upper : Jaw.Lower;
        if (scan.Jaw is { } claimed && claimed != jaw)
            found.Add(Exchanged(scan.Name, claimed, $"its labels are the {Name(jaw)} arch's"));
        for (int f = 0; f < labels.Length; f++)
        {
            if (labels[f] != 0 && ToothId.FromFdi(labels[f]).Jaw != jaw)
                labels[f] = 0;
        }

        return (jaw, labels);
    }

    private static ScanDefect Exchanged(string scan, Jaw claimed, string why) => new(
        "jaws-exchanged", DefectSeverity.Rescan, scan, $"the scan is given as the {Name(claimed)} arch, but {why}: upper and lower are exchanged");

    private static string Name(Jaw jaw) => jaw == Jaw.Upper ? "upper" : "lower";
}
