using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

/// <summary>One ideal dentition, made once for the tests that only look at it.</summary>
public sealed class IdealFixture
{
    public SynthesisOptions Options { get; } = SynthesisPresets.Ideal(seed: 3) with { TrianglesPerArch = 20_000 };

    public SyntheticCase Case { get; }

    public IdealFixture() => Case = SyntheticDentition.Create(Options, new RunContext(2));
}
