using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Fabrication.Tests.Models;

/// <summary>One synthetic case, measured once for all tests of this project.</summary>
internal static class SampleArch
{
    private static readonly Lazy<SyntheticCase> Made = new(() => SyntheticDentition.Create(
        new SynthesisOptions { TrianglesPerArch = 20_000 }, new RunContext(2)));
    private static readonly Lazy<MeasuredCase> LazyScans = new(() => Measure(separated: false));
    private static readonly Lazy<MeasuredCase> LazyTeeth = new(() => Measure(separated: true));

    public static MeasuredCase Scans => LazyScans.Value;

    public static MeasuredCase SeparateTeeth => LazyTeeth.Value;

    /// <summary>A different small motion of every tooth.</summary>
    public static Dictionary<ToothId, RigidTransform> Moved(MeasuredArch arch, double scale)
    {
        var random = new SeededRandom(7);
        return arch.Teeth.ToDictionary(t => t.Id, t => Movement.Apply(
            t,
            RigidTransform.Identity,
            scale * random.Uniform(-1, 1),
            scale * random.Uniform(-1, 1),
            scale * random.Uniform(-0.7, 0.7),
            scale * random.Uniform(-15, 15),
            scale * random.Uniform(-8, 8),
            scale * random.Uniform(-8, 8)));
    }

    private static MeasuredCase Measure(bool separated)
    {
        SyntheticCase made = Made.Value;
        return ArchAnalysis.Run(separated ? made.ToSeparatedInput() : made.ToCaseInput(), new AnalysisOptions(), new RunContext(2)).Require();
    }
}
