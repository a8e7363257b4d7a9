namespace Archwright.Planning.Setup;

/// <summary>How far the cusps of two teeth of one name on both sides may come apart; an arch may always become narrower.</summary>
/// <param name="A">Index of the tooth on the patient's right.</param>
/// <param name="B">Index of its fellow on the left.</param>
/// <param name="MostMm">Greatest distance, mm.</param>
internal sealed record WidthLimit(int A, int B, double MostMm);
