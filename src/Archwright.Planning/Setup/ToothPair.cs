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
    // the scanner does not see between teeth, so the inferred surfaces of neighbours in contact overlap by up to about this;
    // the deeper the overlap beyond it, the more of it is a fault of position and is to go
    private const double InferredMm = 0.2;

    /// <summary>
    /// Overlap that may remain because it comes from the scan, not from a movement: of antagonists all they have at stage 0,
    /// of neighbours what inferred surfaces show, mm.
    /// </summary>
    public double InheritedMm => AreAntagonists ? InitialMm : Math.Max(0, Math.Min(InitialMm, (2 * InferredMm) - InitialMm));

    /// <summary>Enamel to be taken at this contact, mm.</summary>
    public double ReductionMm { get; set; }
}
