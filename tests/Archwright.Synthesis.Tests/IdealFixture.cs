using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Tests;

/// <summary>One ideal dentition at mean sizes, made once for the tests that only look at it.</summary>
public sealed class IdealFixture
{
    public SynthesisOptions Options { get; } = SynthesisPresets.Ideal(seed: 3) with { TrianglesPerArch = 10_000, SizeVariation = 0 };

    public SyntheticCase Case { get; }

    internal IdealDentition Dentition { get; }

    public IdealFixture()
    {
        Case = SyntheticDentition.Create(Options, new RunContext(2));
        Dentition = SyntheticDentition.Ideal(Options, new RunContext(2));
    }
}

[CollectionDefinition("ideal")]
public sealed class IdealGroup : ICollectionFixture<IdealFixture>;
