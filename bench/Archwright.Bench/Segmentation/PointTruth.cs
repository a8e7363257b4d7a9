namespace Archwright.Bench.Segmentation;

/// <summary>One training point's answer.</summary>
/// <param name="Class">0 gingiva, 1–8 position of the tooth.</param>
/// <param name="IsUpper">Of the upper jaw.</param>
/// <param name="Mesial">Way to the middle of the tooth along the arch, in 5 mm.</param>
/// <param name="Facial">Way to the middle of the tooth outwards, in 5 mm.</param>
internal readonly record struct PointTruth(byte Class, bool IsUpper, float Mesial, float Facial);
