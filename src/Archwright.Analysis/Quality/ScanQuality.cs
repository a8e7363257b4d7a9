using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Quality control of scans while the patient is in the chair: units, identity, surface, coverage, bite and age, each fault by
/// tooth, side, size and limit. It changes nothing and closes nothing; what it can measure only in mm it measures on a scaled
/// copy. Every capture fault asks for a new scan unless somebody answers for it (REC-02, -03, -05, -06, -07).
/// </summary>
public static class ScanQuality
{
    private const double MarginReachMm = 3;

    /// <summary>
    /// Judges one scan or two of one case. Method: docs/algorithms/scan-quality.md. Frame: as scanned; both scans share one where
    /// they are registered. Mesh kind: any. Bad input: becomes a defect, never a throw. Complexity: O(n log n); two arches of
    /// 300 000 faces take a few seconds. Known limit: a mirrored arch without labels whose faces were turned as well is an arch
    /// like any other.
    /// </summary>
    public static ScanQualityReport Of(IReadOnlyList<ScanToCheck> scans, ScanQualityOptions options, RunContext context)
    {
        var reports = new ScanQualityOfOne[scans.Count];
        var laidOut = new CheckedScan?[scans.Count];
        context.Report("scan quality", 0);

        // most checks follow one surface step by step: two scans go side by side
        var inner = new RunContext(Math.Max(1, context.Threads / Math.Max(1, scans.Count)), cancel: context.Cancel);
        context.For(reports.Length, i => reports[i] = One(scans[i], options, inner, out laidOut[i]));
        CheckedScan[] arches = [.. laidOut.OfType<CheckedScan>()];
        BiteQuality? bite = null;
        if (arches.Length == 2 && arches.Any(a => a.Jaw == Jaw.Upper) && arches.Any(a => a.Jaw == Jaw.Lower))
        {
            context.Report("scan quality", 0.9, "bite");
            bite = BiteRegistrationCheck.Of(arches.First(a => a.Jaw == Jaw.Upper), arches.First(a => a.Jaw == Jaw.Lower), options, context);
            ImmutableArray<ScanDefect> defects = Waived(bite.Defects, null, options);
            bite = bite with { Defects = defects, Verdict = VerdictOf(defects) };
        }

        context.Report("scan quality", 1);
        ScanVerdict worst = reports.Select(r => r.Verdict).Append(bite?.Verdict ?? ScanVerdict.Usable).Max();
        return new ScanQualityReport(worst, [.. reports], bite);
    }

    internal static ScanVerdict VerdictOf(IEnumerable<ScanDefect> defects)
    {
        ScanDefect[] faults = [.. defects.Where(d => d.Severity == DefectSeverity.Rescan)];
        return faults.Length == 0 ? ScanVerdict.Usable : faults.All(d => d.Waiver is not null) ? ScanVerdict.Waived : ScanVerdict.Rescan;
    }

    private static ScanQualityOfOne One(ScanToCheck scan, ScanQualityOptions options, RunContext context, out CheckedScan? arch)
    {
        arch = null;
        var found = new List<ScanDefect>();
        var topology = MeshTopology.Of(scan.Mesh);
        ScanFacts facts = ScanFacts.Of(scan.Mesh, topology: topology);
        double scale = ScanUnits.MmPerUnit(facts.Size, scan.Name, found);
        Age(scan, options, found);
        var report = new ScanQualityOfOne
        {
            Name = scan.Name,
            Jaw = scan.Jaw,
            Verdict = ScanVerdict.Rescan,
            Defects = [],
            Facts = facts,
            MmPerUnit = scale,
            Teeth = [],
            FaceLabels = [],
            IsSegmented = scan.FaceLabels.IsDefaultOrEmpty,
            OcclusalFromScan = RigidTransform.Identity,
        };
        if (!IsFinite(scan.Mesh))
        {
            found.Add(new ScanDefect("not-finite", DefectSeverity.Rescan, scan.Name, "a coordinate is not a finite number"));
            return Closed(report, found, options);
        }

        TriangleMesh mesh = scale == 1 ? scan.Mesh : Scaled(scan.Mesh, scale);
        (Jaw Jaw, int[] Labels)? labelled = ScanLabelling.Of(scan, mesh, options, found, context);
        if (labelled is not { } known)
            return Closed(report, found, options);
        (mesh, CrownPatch?[] crowns) = ScanIdentityCheck.FacingOutwards(scan.Name, mesh, known.Labels, found, context);
        arch = new CheckedScan(scan.Name, mesh, mesh == scan.Mesh ? topology : MeshTopology.Of(mesh), known.Jaw, known.Labels);
        found.AddRange(ScanIdentityCheck.Of(arch, crowns, options, out RigidTransform occlusalFromScan));
        report = Surface(arch, report, options, found, context);
        report = report with
        {
            Jaw = known.Jaw,
            Teeth = [.. arch.Teeth.Select(t => t.Id)],
            FaceLabels = [.. known.Labels],
            OcclusalFromScan = occlusalFromScan,
        };
        return Closed(report, found, options);
    }

    private static ScanQualityOfOne Surface(
        CheckedScan arch, ScanQualityOfOne report, ScanQualityOptions options, List<ScanDefect> found, RunContext context)
    {
        found.AddRange(SurfaceTopologyCheck.Of(arch, options));
        (List<ScanDefect> holes, SortedDictionary<ToothId, double> missing) = HoleCheck.Of(arch, options);
        found.AddRange(holes);
        found.AddRange(TunnelCheck.Of(arch, options));
        found.AddRange(CoverageCheck.Of(arch, options));
        (List<ScanDefect> rough, double edge, double noise) = RoughnessCheck.Of(arch, options);
        found.AddRange(rough);
        found.AddRange(LayerCheck.Of(arch, options, context));
        double[] toMargin = ToMargins(arch);
        double[] bend = CrownBend.Of(arch);
        if (edge <= options.JudgedEdgeMm)
        {
            found.AddRange(BubbleCheck.Of(arch, bend, toMargin, options, context));
            found.AddRange(SmearCheck.Of(arch, toMargin, options));
            found.AddRange(FilledHoleCheck.Of(arch, options));
        }

        found.AddRange(MeshingCheck.Of(arch, options));
        ScanDefect[] ledges = [.. StepCheck.Of(arch, toMargin, edge, options, context)];
        found.AddRange(ledges);
        found.AddRange(SeamCheck.Of(arch, options, context).Where(s => !ledges.Any(l => l.Tooth == s.Tooth)));
        return report with
        {
            CrownEdgeMm = edge,
            NoiseMm = noise,
            InferredShare = missing.ToImmutableSortedDictionary(
                m => m.Key, m => m.Value / (m.Value + (arch.Tooth(m.Key.Fdi)?.AreaMm2 ?? 0))),
        };
    }

    /// <summary>Distance along the surface to where a crown meets gum or another crown.</summary>
    internal static double[] ToMargins(CheckedScan arch)
    {
        var sources = new List<int>();
        for (int v = 0; v < arch.Mesh.VertexCount; v++)
        {
            ReadOnlySpan<int> faces = arch.Topology.FacesOf(v);
            foreach (int f in faces)
            {
                if (arch.Labels[f] == arch.Labels[faces[0]])
                    continue;
                sources.Add(v);
                break;
            }
        }

        return Geodesics.Distances(arch.Topology, sources, MarginReachMm);
    }

    private static void Age(ScanToCheck scan, ScanQualityOptions options, List<ScanDefect> found)
    {
        if (scan.Scanned is not { } day || options.Today is not { } today)
            return;
        int age = today.DayNumber - day.DayNumber;
        if (age <= options.AgeDays)
            return;
        found.Add(new ScanDefect(
            "scan-old", DefectSeverity.Rescan, scan.Name,
            FormattableString.Invariant($"the scan is {age} days old, limit {options.AgeDays}: teeth may have moved"))
        {
            Measured = age,
            Limit = options.AgeDays,
            Unit = "day",
        });
    }

    private static ScanQualityOfOne Closed(ScanQualityOfOne report, List<ScanDefect> found, ScanQualityOptions options)
    {
        ImmutableArray<ScanDefect> defects = Waived(
            [.. found.OrderByDescending(d => d.Severity).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Tooth?.ArchPlace ?? 0)], report.Jaw, options);
        return report with { Defects = defects, Verdict = VerdictOf(defects) };
    }

    private static ImmutableArray<ScanDefect> Waived(ImmutableArray<ScanDefect> defects, Jaw? jaw, ScanQualityOptions options) =>
        [.. defects.Select(d => options.Waivers.FirstOrDefault(w => Covers(w, d, jaw)) is { } waiver ? d with { Waiver = waiver.Waiver } : d)];

    private static bool Covers(ScanFaultWaiver waiver, ScanDefect defect, Jaw? jaw) =>
        waiver.Counts && defect.Severity == DefectSeverity.Rescan && waiver.Code == defect.Code
        && (waiver.Fdi is null || waiver.Fdi == defect.Tooth?.Fdi) && (waiver.Jaw is null || waiver.Jaw == jaw);

    private static TriangleMesh Scaled(TriangleMesh mesh, double scale)
    {
        Vec3[] moved = mesh.Vertices.ToArray();
        for (int v = 0; v < moved.Length; v++)
            moved[v] *= scale;
        return mesh.WithVertices(moved);
    }

    private static bool IsFinite(TriangleMesh mesh)
    {
        foreach (Vec3 p in mesh.Vertices)
        {
            if (!p.IsFinite)
                return false;
        }

        return mesh.TriangleCount > 0;
    }
}
