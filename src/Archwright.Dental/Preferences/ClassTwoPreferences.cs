namespace Archwright.Dental;

/// <summary>Class II protocols: the named strategy of the sagittal correction (ANC-04 … ANC-06).</summary>
public sealed record ClassTwoPreferences
{
    /// <summary>The strategy where the case is Class II and a class is to be corrected.</summary>
    [Choice("requirements.csv ANC-05: adults default to sequential distalisation")]
    public ClassTwoStrategy Strategy { get; init; } = ClassTwoStrategy.SequentialDistalisation;

    /// <summary>Share of a tooth's distal way after which the next tooth in front starts.</summary>
    [Option("1", 0, 1, "clinical.md 3.2 (M, unverified): next tooth starts when the previous is about 50 % there", SoftMin = 0.33, SoftMax = 0.67)]
    public double NextStartsAtShare { get; init; } = 0.5;

    /// <summary>Greatest distalisation of a side.</summary>
    [Option("mm", 0, 6, "clinical.md 3.2 (M, unverified): 2–3 mm a side", SoftMax = 3)]
    public double DistalisationMaxMm { get; init; } = 2.5;

    /// <summary>Class II elastics are worn from the start of the distalisation on.</summary>
    [Choice("clinical.md 3.2 (M, unverified): needed from start")]
    public bool Elastics { get; init; } = true;

    /// <summary>Why the doctor orders a bite jump; empty: none is ordered (ANC-04).</summary>
    [Choice("requirements.csv ANC-04")]
    public string BiteJumpReason { get; init; } = "";
}

/// <summary>How a Class II is corrected.</summary>
public enum ClassTwoStrategy
{
    /// <summary>The sagittal relation is kept.</summary>
    None,

    /// <summary>Upper teeth go distally one after the other, molars first.</summary>
    SequentialDistalisation,

    /// <summary>Elastics alone, both arches moving against each other.</summary>
    Elastics,

    /// <summary>The lower jaw is set forward in the simulation; needs the doctor's reason.</summary>
    BiteJump,
}
