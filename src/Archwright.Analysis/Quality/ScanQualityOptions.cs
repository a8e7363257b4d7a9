using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// Limits of scan quality. None has a clinical study behind it unless its text names one: they are engineering defaults, chosen
/// so that what passes does not shift a planned tooth by more than a tenth of a millimetre (docs/algorithms/scan-quality.md).
/// </summary>
public sealed record ScanQualityOptions
{
    /// <summary>A hole in a crown from this size on asks for a new scan, mm² (REC-02). Engineering default.</summary>
    public double CrownHoleMm2 { get; init; } = 1.0;

    /// <summary>A hole between two crowns, where a scanner hardly sees, from this size on, mm². Engineering default.</summary>
    public double InterproximalHoleMm2 { get; init; } = 4.0;

    /// <summary>A hole in the gum within <see cref="GingivaMarginMm"/> of a crown, from this size on, mm². Engineering default.</summary>
    public double GingivaHoleMm2 { get; init; } = 6.0;

    /// <summary>A bump or pit of a crown that rises or sinks this far within 1 mm is a bubble or a speck, mm. Engineering default.</summary>
    public double BubbleMm { get; init; } = 0.35;

    /// <summary>Gum to be seen beyond the crowns' margins, mm: 3–5 mm are asked for (issue 4); the lower bound decides.</summary>
    public double GingivaMarginMm { get; init; } = 3.0;

    /// <summary>Share of a tooth's margin on one side that may lie nearer to the scan's border. Engineering default.</summary>
    public double ShortMarginShare { get; init; } = 0.25;

    /// <summary>Border of the scan that may run across a crown, mm. Engineering default.</summary>
    public double CutCrownMm { get; init; } = 2.0;

    /// <summary>
    /// Median edge on crowns, mm, from which on the scan was thinned beyond what has been shown not to matter. Scanners deliver 34–80 points a
    /// mm² (Medina-Sotomayor 2018, doi 10.4317/jced.54670), and thinning to a tenth of that leaves deviations of a few µm (Elbashti 2022,
    /// PMID 35276319): 3.4 points a mm², an edge of 0.6 mm.
    /// </summary>
    public double ShownEdgeMm { get; init; } = 0.6;

    /// <summary>
    /// Median edge on crowns, mm, from which on the scan is to be exported again: over a cusp of 1 mm radius a chord of 0.9 mm misses the
    /// surface by 0.1 mm (edge²/8r). Engineering default.
    /// </summary>
    public double CrownEdgeMm { get; init; } = 0.9;

    /// <summary>Median edge on crowns, mm, up to which roughness, ledges, bubbles and smearing are judged: a bubble of 0.7 mm has no shape in larger faces. Engineering default.</summary>
    public double JudgedEdgeMm { get; init; } = 0.7;

    /// <summary>Area of a crown that a filler spans without surface, mm²: smaller groups of long faces occur in clean meshes. Engineering default.</summary>
    public double FilledHoleMm2 { get; init; } = 3;

    /// <summary>How sharply a crown bends against its counterpart. Engineering default.</summary>
    public double SmearedShare { get; init; } = 0.45;

    /// <summary>How far a single vertex may stand off its neighbours, mm. Engineering default.</summary>
    public double SpikeMm { get; init; } = 0.6;

    /// <summary>Share of faces without area. Engineering default.</summary>
    public double DegenerateShare { get; init; } = 0.01;

    /// <summary>How far the scan may go on beyond the margins facially, mm: deeper than a vestibule. Engineering default.</summary>
    public double ExcessMarginMm { get; init; } = 12;

    /// <summary>Area beyond that, mm². Engineering default.</summary>
    public double ExcessMm2 { get; init; } = 20;

    /// <summary>Shift of one part of a crown against the other across a seam, mm. Engineering default.</summary>
    public double SeamMm { get; init; } = 0.4;

    /// <summary>Roughness of a crown, root of mean square along the normal, mm. Engineering default.</summary>
    public double NoiseMm { get; init; } = 0.05;

    /// <summary>Height of a ledge between two parallel parts of the surface, mm. Engineering default.</summary>
    public double StepMm { get; init; } = 0.25;

    /// <summary>Length of a ledge, mm: a seam of two passes crosses a crown and its gum. Engineering default.</summary>
    public double StepLengthMm { get; init; } = 6.0;

    /// <summary>Area over which a second layer covers the surface, mm². Engineering default.</summary>
    public double LayerMm2 { get; init; } = 2.0;

    /// <summary>Area of a loose part, mm². Engineering default.</summary>
    public double LoosePartMm2 { get; init; } = 1.0;

    /// <summary>Area of a patch whose faces look the wrong way, mm². Engineering default.</summary>
    public double FlippedMm2 { get; init; } = 0.5;

    /// <summary>Edges of three or more faces in one place. Engineering default.</summary>
    public int NonManifoldEdges { get; init; } = 3;

    /// <summary>Girth of a tunnel through one crown, mm: smaller ones are pores of the meshing. Engineering default.</summary>
    public double TunnelMm { get; init; } = 2.0;

    /// <summary>Widths of crowns against published means (ToothNorms): the median ratio's lower bound. Engineering default.</summary>
    public double LeastScale { get; init; } = 0.8;

    /// <summary>Upper bound of the same ratio. Engineering default.</summary>
    public double GreatestScale { get; init; } = 1.25;

    /// <summary>How deep a crown may reach into the other jaw's, mm: registered real bites cut by 0.1–0.3. Engineering default.</summary>
    public double BitePenetrationMm { get; init; } = 0.4;

    /// <summary>Least distance of the posterior teeth of one side from their antagonists that still counts as contact, mm. Engineering default.</summary>
    public double BiteContactMm { get; init; } = 0.5;

    /// <summary>Roll of one arch against the other that the contacts show, degrees. Engineering default.</summary>
    public double BiteRollDeg { get; init; } = 1.0;

    /// <summary>Pitch of one arch against the other, degrees: real bites show up to 1.6. Engineering default.</summary>
    public double BitePitchDeg { get; init; } = 2.0;

    /// <summary>How sure the jaw found from the shape must be to contradict the file's name, 0.5–1. Engineering default.</summary>
    public double JawConfidence { get; init; } = 0.9;

    /// <summary>Age of a scan, days, after which teeth may have moved. Engineering default.</summary>
    public int AgeDays { get; init; } = 180;

    /// <summary>Today, where ages are to be judged: the pure rooms have no clock.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>What somebody has answered for; the treating doctor's count.</summary>
    public ImmutableArray<ScanFaultWaiver> Waivers { get; init; } = [];
}
