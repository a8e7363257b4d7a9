namespace Archwright.Planning.Setup;

/// <summary>Limits of the distance between the cusps of two teeth of one name on both sides.</summary>
/// <param name="A">Index of the tooth on the patient's right.</param>
/// <param name="B">Index of its fellow on the left.</param>
/// <param name="LeastMm">Least distance, mm.</param>
/// <param name="MostMm">Greatest distance, mm.</param>
internal sealed record WidthLimit(int A, int B, double LeastMm, double MostMm);
