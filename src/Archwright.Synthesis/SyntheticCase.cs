using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Synthesis;

/// <summary>A made dentition with everything known about it. All geometry is in scan frame, mm.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Upper">Upper arch as a scanner would deliver it: one open surface of crowns and gingiva, labelled per face.</param>
/// <param name="Lower">Lower arch.</param>
/// <param name="OcclusalFromScan">Takes scan coordinates to the occlusal frame.</param>
/// <param name="Teeth">Every tooth's truth, upper first, each jaw from the patient's right to the left.</param>
public sealed record SyntheticCase(
    SynthesisOptions Options,
    ArchScan? Upper,
    ArchScan? Lower,
    RigidTransform OcclusalFromScan,
    ImmutableArray<SyntheticTooth> Teeth)
{
    /// <summary>The case as the pipeline is given it: the labelled scans only.</summary>
    public CaseInput ToCaseInput() => new()
    {
        Description = new CaseDescription(),
        HasDescription = false,
        Upper = Upper,
        Lower = Lower,
    };

    /// <summary>The case as separated teeth with roots, in place of scans.</summary>
    public CaseInput ToSeparatedInput() => new()
    {
        Description = new CaseDescription(),
        HasDescription = false,
        Teeth = [.. Teeth.Select(t => new SeparatedTooth(t.Id, t.Tooth.Mesh))],
    };
}

/// <summary>One tooth's truth at its scanned (malposed) pose, scan frame.</summary>
/// <param name="Tooth">Closed mesh with root, true frame, landmarks, centre of resistance and apex.</param>
/// <param name="IdealFromScanned">The rigid motion, in scan frame, that takes the tooth back to its ideal pose.</param>
/// <param name="FacialTangentDeg">
/// Angle of the crown's facial tangent at the facial-axis point to the frame's occlusal axis, + facial: Andrews' inclination
/// of the crown is the inclination of the occlusal axis plus this.
/// </param>
public sealed record SyntheticTooth(Tooth Tooth, RigidTransform IdealFromScanned, double FacialTangentDeg)
{
    /// <summary>The tooth's number.</summary>
    public ToothId Id => Tooth.Id;

    /// <summary>The tooth at its ideal pose, scan frame.</summary>
    public Tooth Ideal => Tooth.Moved(IdealFromScanned);
}
