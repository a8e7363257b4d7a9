using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Synthesis;

/// <summary>
/// Departures from the ideal, mm and degrees. A scatter is the standard deviation of a normal draw per tooth, cut off at 2.5
/// deviations; a perturbation is uniform up to its bound.
/// </summary>
public sealed record Malocclusion
{
    /// <summary>Space lacking in the upper arch, mm.</summary>
    public double UpperCrowdingMm { get; init; }

    /// <summary>Space lacking in the lower arch, mm.</summary>
    public double LowerCrowdingMm { get; init; }

    /// <summary>Surplus space in the upper arch, spread over its anterior contacts, mm.</summary>
    public double UpperSpacingMm { get; init; }

    /// <summary>Surplus space in the lower arch, mm.</summary>
    public double LowerSpacingMm { get; init; }

    /// <summary>Scatter of rotations about the long axis, degrees.</summary>
    public double RotationScatterDeg { get; init; }

    /// <summary>Scatter of mesiodistal tip, degrees.</summary>
    public double TipScatterDeg { get; init; }

    /// <summary>Scatter of faciolingual inclination, degrees.</summary>
    public double TorqueScatterDeg { get; init; }

    /// <summary>Scatter of facial and lingual displacement, mm.</summary>
    public double InOutScatterMm { get; init; }

    /// <summary>Scatter of vertical displacement, mm.</summary>
    public double VerticalScatterMm { get; init; }

    /// <summary>Overbite wanted, mm, where deeper than the ideal.</summary>
    public double? DeepBiteMm { get; init; }

    /// <summary>Vertical gap of the incisors wanted, mm (positive number, negative overbite).</summary>
    public double? OpenBiteMm { get; init; }

    /// <summary>Overjet wanted, mm; negative is an anterior crossbite.</summary>
    public double? OverjetMm { get; init; }

    /// <summary>Sagittal shift of the right side from Class I, mm: + towards Class II, − towards Class III.</summary>
    public double ClassRightMm { get; init; }

    /// <summary>Sagittal shift of the left side from Class I, mm.</summary>
    public double ClassLeftMm { get; init; }

    /// <summary>Upper teeth that bite inside their antagonists.</summary>
    public ImmutableArray<ToothId> Crossbite { get; init; } = [];

    /// <summary>Shift of the upper dental midline to the patient's left, mm.</summary>
    public double MidlineShiftMm { get; init; }

    /// <summary>Depth of the lower curve of Spee wanted, mm, where deeper than the ideal.</summary>
    public double? CurveOfSpeeMm { get; init; }

    /// <summary>Each tooth's centre is moved by up to this in any direction, mm (ground-truth test).</summary>
    public double PerturbationMm { get; init; }

    /// <summary>Each tooth is turned by up to this about any axis, degrees (ground-truth test).</summary>
    public double PerturbationDeg { get; init; }
}
