using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// The bite in centric relation, as a record beside the scans, which stand in maximum intercuspation (OCC-05): where the lower jaw
/// stands when the condyles are seated, teeth apart or at first touch. Scan frame, mm.
/// </summary>
public sealed record CentricRecord : RecordItem
{
    /// <summary>How it was taken.</summary>
    public CentricMethod? Method { get; init; }

    /// <summary>Takes points of the lower jaw as scanned to where they stand in centric relation; of a record that is present.</summary>
    public Pose? CentricFromMip { get; init; }

    /// <summary>The hinge axis as located with the condyles seated; null where none was located.</summary>
    public HingeAxisPoints? HingeAxis { get; init; }

    /// <summary>The pose of a record that can be used: present and without fault; null otherwise.</summary>
    public Pose? UsablePose() => State == RecordState.Present && Fault is null ? CentricFromMip : null;
}

/// <summary>The two ends of a located hinge axis, scan frame, mm.</summary>
public sealed record HingeAxisPoints
{
    /// <summary>x, y, z of the point at the right joint.</summary>
    public required ImmutableArray<double> Right { get; init; }

    /// <summary>x, y, z of the point at the left joint.</summary>
    public required ImmutableArray<double> Left { get; init; }
}

/// <summary>How a bite in centric relation was taken.</summary>
public enum CentricMethod
{
    /// <summary>Bimanual manipulation.</summary>
    Bimanual,

    /// <summary>Chin-point guidance.</summary>
    ChinPoint,

    /// <summary>Leaf gauge between the incisors.</summary>
    LeafGauge,

    /// <summary>After an anterior deprogrammer.</summary>
    Deprogrammer,

    /// <summary>Jaw-motion tracking.</summary>
    JawTracking,

    /// <summary>Made up by the generator of synthetic cases.</summary>
    Synthetic,
}
