using System.Diagnostics;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Quality.Trials;
using Archwright.Synthesis;

namespace Archwright.Bench.Quality;

/// <summary><c>quality-eval parts TRIANGLES</c>: processor seconds of each check on one synthetic arch, and of two whole.</summary>
internal static class QualityParts
{
    public static void Run(int triangles)
    {
        SyntheticCase made = SyntheticDentition.Create(
            SynthesisPresets.MildCrowding(1) with { TrianglesPerArch = triangles, Palate = true }, new RunContext(2));
        ScanToCheck[] scans = DefectTrial.Clean(made);
        for (int round = 0; round < 2; round++)
        {
            Console.WriteLine(round == 0 ? "cold" : "warm");
            Parts(scans[0]);
            Timed("two arches", () => ScanQuality.Of(scans, new ScanQualityOptions(), new RunContext(2)));
        }
    }

    private static void Parts(ScanToCheck scan)
    {
        var options = new ScanQualityOptions();
        var context = new RunContext(1);
        int[] labels = [.. scan.FaceLabels];
        MeshTopology topology = Timed("topology", () => MeshTopology.Of(scan.Mesh));
        CheckedScan arch = Timed("laid out", () => new CheckedScan(scan.Name, scan.Mesh, topology, Jaw.Upper, labels));
        Timed("facts", () => ScanFacts.Of(scan.Mesh, topology: topology));
        (TriangleMesh _, CrownPatch?[] crowns) = Timed("inside out", () => ScanIdentityCheck.FacingOutwards(scan.Name, scan.Mesh, labels, [], context));
        Timed("identity", () => ScanIdentityCheck.Of(arch, crowns, options, out RigidTransform _));
        Timed("topology check", () => SurfaceTopologyCheck.Of(arch, options).Count());
        Timed("holes", () => HoleCheck.Of(arch, options));
        Timed("tunnels", () => TunnelCheck.Of(arch, options).Count());
        Timed("coverage", () => CoverageCheck.Of(arch, options));
        Timed("roughness", () => RoughnessCheck.Of(arch, options));
        Timed("layers", () => LayerCheck.Of(arch, options, context).Count());
        double[] toMargin = Timed("to margins", () => ScanQuality.ToMargins(arch));
        double[] bend = Timed("bend", () => CrownBend.Of(arch));
        Timed("bubbles", () => BubbleCheck.Of(arch, bend, toMargin, options, context));
        Timed("smear", () => SmearCheck.Of(arch, toMargin, options).Count());
        Timed("meshing", () => MeshingCheck.Of(arch, options).Count());
        Timed("filled", () => FilledHoleCheck.Of(arch, options).Count());
        Timed("steps", () => StepCheck.Of(arch, toMargin, 0.3, options, context).Count());
        Timed("seams", () => SeamCheck.Of(arch, options, context).Count());
    }

    private static T Timed<T>(string what, Func<T> run)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        T result = run();
        Console.WriteLine($"  {what}: {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:0.00} s");
        return result;
    }
}
