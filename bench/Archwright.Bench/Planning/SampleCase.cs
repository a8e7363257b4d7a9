using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Planning;

/// <summary>The case every planning benchmark works on: mild crowding, seed 7, 60,000 triangles an arch.</summary>
internal static class SampleCase
{
    public static CaseInput Input() => SyntheticDentition
        .Create(SynthesisPresets.MildCrowding(7) with { TrianglesPerArch = 60_000 }, new RunContext())
        .ToCaseInput();

    public static MeasuredCase Measured() => ArchAnalysis.Run(Input(), new AnalysisOptions(), new RunContext()).Require();
}
