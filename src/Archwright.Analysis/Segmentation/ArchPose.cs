using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>How an unlabelled arch lies in its scan.</summary>
/// <param name="ArchFromScan">
/// Takes scan coordinates to the arch frame: right-handed, y posterior, z occlusal (away from the gum), origin in the middle of
/// the front's circle on the crest's plane. Whether +x is the patient's left (lower jaw) or right (upper jaw) the jaw decides.
/// </param>
/// <param name="Path">The course of the arch.</param>
/// <param name="CrestErrorMm">Mean distance of the crest's points from the path, cut off at 4 mm: small where it is an arch.</param>
/// <param name="Openness">Share of the scan's area that faces occlusally on balance; negative where faces are inside out.</param>
/// <param name="OpeningLead">By how much the fit with the arch turned round is worse, mm.</param>
internal sealed record ArchPose(
    RigidTransform ArchFromScan, ArchPath Path, double CrestErrorMm, double Openness, double OpeningLead);
