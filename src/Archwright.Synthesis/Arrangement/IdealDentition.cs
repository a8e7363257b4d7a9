using Archwright.Dental;

namespace Archwright.Synthesis.Arrangement;

/// <summary>The ideal dentition, occlusal frame, mm.</summary>
/// <param name="Bodies">Shapes and meshes.</param>
/// <param name="Poses">Ideal poses.</param>
/// <param name="Places">Arc length of each tooth on its arch curve, + on the patient's left.</param>
/// <param name="Upper">Curve of the upper edges and buccal cusps.</param>
/// <param name="Lower">Curve of the lower edges and buccal cusps.</param>
internal sealed record IdealDentition(
    SortedDictionary<ToothId, ToothBody> Bodies,
    SortedDictionary<ToothId, ToothFrame> Poses,
    SortedDictionary<ToothId, double> Places,
    ArchCurve Upper,
    ArchCurve Lower);
