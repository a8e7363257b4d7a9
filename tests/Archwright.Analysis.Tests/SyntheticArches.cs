using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests;

/// <summary>One synthetic dentition in a random pose, made and analysed once for all tests.</summary>
internal static class SyntheticArches
{
    private static readonly Lazy<SyntheticCase> LazyMade = new(() => SyntheticDentition.Create(
        new SynthesisOptions { Seed = 5, TrianglesPerArch = 40_000, Pose = ScanPose.Random }, new RunContext()));

    private static readonly Lazy<MeasuredCase> LazyMeasured = new(() => Analyse(Made.ToCaseInput()).Require());

    public static SyntheticCase Made => LazyMade.Value;

    public static MeasuredCase Measured => LazyMeasured.Value;

    public static Result<MeasuredCase> Analyse(CaseInput input, int threads = 1) =>
        ArchAnalysis.Run(input, new AnalysisOptions(), new RunContext(threads));
}
