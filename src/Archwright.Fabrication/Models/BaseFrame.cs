namespace Archwright.Fabrication;

/// <summary>The two planes every part of a model is fitted to, model frame.</summary>
/// <param name="FloorZ">Height of the flat base, mm.</param>
/// <param name="HeelY">Place of the flat wall behind the last teeth, mm.</param>
internal readonly record struct BaseFrame(double FloorZ, double HeelY);
