namespace Archwright.Planning.Setup;

/// <summary>Two teeth that may meet.</summary>
/// <param name="A">Index of the first tooth; for neighbours the one nearer the patient's right.</param>
/// <param name="B">Index of the second.</param>
/// <param name="AreAntagonists">True where they belong to different jaws.</param>
/// <param name="IsContact">True for neighbours whose contact is closed at the target.</param>
/// <param name="MayReduce">True where enamel may be taken between them.</param>
/// <param name="InitialMm">Overlap at stage 0, mm.</param>
internal sealed record ToothPair(int A, int B, bool AreAntagonists, bool IsContact, bool MayReduce, double InitialMm)
{
    /// <summary>Enamel to be taken at this contact, mm.</summary>
    public double ReductionMm { get; set; }
}
