using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>An attachment reaches into another tooth, or into that tooth's attachment, at one stage.</summary>
/// <param name="Other">The other tooth.</param>
/// <param name="Stage">The stage.</param>
/// <param name="DepthMm">Depth of a surface of either in the other, mm.</param>
public readonly record struct AttachmentCut(ToothId Other, int Stage, double DepthMm);
