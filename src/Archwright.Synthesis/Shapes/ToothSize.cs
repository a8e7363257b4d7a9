namespace Archwright.Synthesis.Shapes;

/// <summary>Sizes of one tooth, mm.</summary>
/// <param name="WidthMm">Mesiodistal crown width.</param>
/// <param name="DepthMm">Faciolingual crown width.</param>
/// <param name="CrownHeightMm">Cervical line to cusp or edge.</param>
/// <param name="RootLengthMm">Cervical line to apex.</param>
internal readonly record struct ToothSize(double WidthMm, double DepthMm, double CrownHeightMm, double RootLengthMm);
