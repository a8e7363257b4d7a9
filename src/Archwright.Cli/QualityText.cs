using Archwright.Analysis;
using Archwright.Dental;

namespace Archwright.Cli;

/// <summary>Scan quality as text and as JSON, for <c>archwright inspect</c>.</summary>
internal static class QualityText
{
    private const int Shown = 12;

    /// <summary>Prints verdicts and defects, worst first.</summary>
    public static void Print(ScanQualityReport report)
    {
        foreach (ScanQualityOfOne scan in report.Scans)
        {
            ScanFacts facts = scan.Facts;
            Console.WriteLine(
                $"{scan.Name}: {Word(scan.Verdict)}; {facts.VertexCount} vertices, {facts.FaceCount} faces, " +
                $"{facts.Size.X:0.0} × {facts.Size.Y:0.0} × {facts.Size.Z:0.0}, {facts.ComponentCount} parts, {(facts.IsClosed ? "closed" : "open")}");
            if (!scan.Teeth.IsEmpty)
            {
                Console.WriteLine(
                    $"  {JawName(scan.Jaw)} arch, {scan.Teeth.Length} teeth{(scan.IsSegmented ? " found" : "")}: {string.Join(' ', scan.Teeth)}; " +
                    FormattableString.Invariant($"edges on crowns {scan.CrownEdgeMm:0.00} mm, roughness {scan.NoiseMm:0.000} mm"));
            }

            if (!scan.InferredShare.IsEmpty)
                Console.WriteLine($"  surface that would be inferred: {string.Join(", ", scan.InferredShare.Select(s => FormattableString.Invariant($"{s.Key} {100 * s.Value:0.#} %")))}");
            Print(scan.Defects);
        }

        if (report.Bite is { } bite)
        {
            Console.WriteLine(
                $"bite: {Word(bite.Verdict)}" + (bite.DeepestMm is null ? "" : FormattableString.Invariant(
                    $"; nearest right {bite.RightGapMm:0.00} mm, left {bite.LeftGapMm:0.00} mm, deepest {bite.DeepestMm:0.00} mm, roll {bite.RollDeg:0.0}°, pitch {bite.PitchDeg:0.0}°")));
            Print(bite.Defects);
        }

        Console.WriteLine($"verdict: {Word(report.Verdict)}");
    }

    /// <summary>The report without meshes and labels.</summary>
    public static object ToJson(ScanQualityReport report) => new
    {
        Schema = "archwright.scan-quality/1",
        report.Verdict,
        Scans = report.Scans.Select(s => new
        {
            s.Name,
            s.Jaw,
            s.Verdict,
            s.MmPerUnit,
            Teeth = s.Teeth.Select(t => t.Fdi),
            s.IsSegmented,
            CrownEdgeMm = Math.Round(s.CrownEdgeMm, 3),
            NoiseMm = Math.Round(s.NoiseMm, 4),
            InferredShare = s.InferredShare.Select(i => new { i.Key.Fdi, Share = Math.Round(i.Value, 4) }),
            s.Facts,
            Defects = s.Defects.Select(ToJson),
        }),
        Bite = report.Bite is not { } bite ? null : new
        {
            bite.Verdict,
            bite.RightGapMm,
            bite.LeftGapMm,
            bite.DeepestMm,
            bite.RollDeg,
            bite.PitchDeg,
            Defects = bite.Defects.Select(ToJson),
        },
    };

    private static object ToJson(ScanDefect d) => new
    {
        d.Code,
        d.Severity,
        d.Scan,
        d.Tooth?.Fdi,
        d.Surface,
        d.At,
        d.ReachMm,
        d.Measured,
        d.Limit,
        d.Unit,
        d.Message,
        Waiver = d.Waiver is null ? null : new { d.Waiver.By, d.Waiver.Reason },
    };

    private static void Print(IReadOnlyCollection<ScanDefect> defects)
    {
        foreach (IGrouping<string, ScanDefect> kind in defects.GroupBy(d => d.Code))
        {
            foreach (ScanDefect d in kind.Take(Shown))
            {
                string state = d.Severity == DefectSeverity.Note ? "note" : d.Waiver is { } w ? $"waived by {w.By} ({w.Reason})" : "re-scan";
                Console.WriteLine($"  {state} {d.Code}: {d.Message}");
            }

            if (kind.Count() > Shown)
                Console.WriteLine($"  … and {kind.Count() - Shown} more {kind.Key}");
        }
    }

    private static string Word(ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Usable => "usable",
        ScanVerdict.Waived => "waived",
        ScanVerdict.NotApplicable => "not applicable",
        _ => "re-scan",
    };

    private static string JawName(Jaw? jaw) => jaw switch { Jaw.Upper => "upper", Jaw.Lower => "lower", _ => "unknown" };
}
