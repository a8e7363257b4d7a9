using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// What analysis has made of a case. Everything is in the occlusal frame: right-handed, x to the patient's left, y posterior,
/// z superior, origin at the midpoint of the arch on the occlusal plane, mm. Upper and lower share one frame.
/// </summary>
public sealed record MeasuredCase
{
    /// <summary>The case as given.</summary>
    public required CaseInput Input { get; init; }

    /// <summary>Takes scan coordinates to the occlusal frame.</summary>
    public required RigidTransform OcclusalFromScan { get; init; }

    /// <summary>How sure the orientation is, 0–1, and what it rests on.</summary>
    public required Confidence Orientation { get; init; }

    /// <summary>Upper arch, where there is one.</summary>
    public MeasuredArch? Upper { get; init; }

    /// <summary>Lower arch, where there is one.</summary>
    public MeasuredArch? Lower { get; init; }

    /// <summary>Measures of both arches together; null where one is missing or they do not stand in a plausible bite.</summary>
    public OcclusionMeasures? Occlusion { get; init; }

    /// <summary>
    /// True where both arches are there and registered in a plausible bite: antagonists are then checked against each other.
    /// </summary>
    public required bool HasBite { get; init; }

    /// <summary>What is missing or doubtful in the data; each becomes a finding.</summary>
    public required ImmutableArray<DataGap> Gaps { get; init; }

    /// <summary>What quality control says of the scans; null where nobody has looked.</summary>
    public PlanScanQuality? ScanQuality { get; init; }

    /// <summary>The arches that are there, upper first.</summary>
    public IEnumerable<MeasuredArch> Arches => new[] { Upper, Lower }.OfType<MeasuredArch>();

    /// <summary>All teeth, upper first, each jaw from the patient's right to the left.</summary>
    public IEnumerable<Tooth> Teeth => Arches.SelectMany(a => a.Teeth);
}

/// <summary>One arch as measured, occlusal frame.</summary>
public sealed record MeasuredArch
{
    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public required ImmutableArray<Tooth> Teeth { get; init; }

    /// <summary>The scan without its crowns, occlusal frame; null where the teeth came separately.</summary>
    public TriangleMesh? Gingiva { get; init; }

    /// <summary>Arch form through the facial-axis points.</summary>
    public required ArchForm Form { get; init; }

    /// <summary>Contacts of neighbours, from the patient's right to the left.</summary>
    public required ImmutableArray<Contact> Contacts { get; init; }

    /// <summary>Space, irregularity, curves.</summary>
    public required ArchMeasures Measures { get; init; }
}

/// <summary>The relation of two neighbouring teeth of one arch.</summary>
/// <param name="A">The one nearer the patient's right.</param>
/// <param name="B">The one nearer the patient's left.</param>
/// <param name="AreAdjacent">True where no tooth position lies empty between them (15–14, 11–21); false across a missing tooth.</param>
/// <param name="GapMm">Least distance of the surfaces, mm; 0 where they overlap.</param>
/// <param name="OverlapMm">Greatest depth one reaches into the other, mm; 0 where apart.</param>
public sealed record Contact(ToothId A, ToothId B, bool AreAdjacent, double GapMm, double OverlapMm);

/// <summary>Measures of one arch. A null value could not be measured (teeth missing); the arch's gaps say why.</summary>
public sealed record ArchMeasures
{
    /// <summary>Sum of widths of the teeth between the first molars less the arch length there, mm: + is crowding, − spacing.</summary>
    public double? CrowdingMm { get; init; }

    /// <summary>Little's irregularity: the five displacements of the anterior contact points summed, mm.</summary>
    public double? LittleMm { get; init; }

    /// <summary>Depth of the curve of Spee (deepest cusp below the plane of incisors and last molars), mm, per side right and left averaged.</summary>
    public double? SpeeMm { get; init; }

    /// <summary>Slope of the curve of Wilson at the first molars, degrees: + where lingual cusps lie lower in the lower jaw.</summary>
    public double? WilsonDeg { get; init; }

    /// <summary>Distance of the canine cusp tips, mm.</summary>
    public double? IntercanineMm { get; init; }

    /// <summary>Distance of the mesiobuccal cusps of the first molars, mm.</summary>
    public double? IntermolarMm { get; init; }

    /// <summary>Mesiodistal width per tooth, mm.</summary>
    public required ImmutableSortedDictionary<ToothId, double> WidthsMm { get; init; }
}

/// <summary>Measures of the bite. A null value could not be measured.</summary>
public sealed record OcclusionMeasures
{
    /// <summary>Overjet: lower incisor facial surface to upper incisal edge, sagittally, mm.</summary>
    public double? OverjetMm { get; init; }

    /// <summary>Overbite: vertical overlap of the central incisors, mm; negative is an open bite.</summary>
    public double? OverbiteMm { get; init; }

    /// <summary>Upper dental midline against the lower, mm; + where the upper lies to the patient's left.</summary>
    public double? MidlineMm { get; init; }

    /// <summary>Canine relation right and left: sagittal distance from Class I, mm, + towards Class II.</summary>
    public double? CanineRightMm { get; init; }

    /// <summary>Canine relation left.</summary>
    public double? CanineLeftMm { get; init; }

    /// <summary>Molar relation right: mesiobuccal cusp of the upper first molar against the lower's buccal groove, mm, + towards Class II.</summary>
    public double? MolarRightMm { get; init; }

    /// <summary>Molar relation left.</summary>
    public double? MolarLeftMm { get; init; }

    /// <summary>Upper teeth in crossbite.</summary>
    public ImmutableArray<ToothId> Crossbites { get; init; } = [];

    /// <summary>Bolton ratio of all twelve teeth, percent.</summary>
    public double? BoltonOverallPercent { get; init; }

    /// <summary>Bolton ratio of the six anterior teeth, percent.</summary>
    public double? BoltonAnteriorPercent { get; init; }

    /// <summary>Standard error of the Bolton ratios from inferred surface, percent.</summary>
    public double? BoltonErrorPercent { get; init; }

    /// <summary>Greatest depth an upper crown reaches into a lower one, mm.</summary>
    public double DeepestPenetrationMm { get; init; }
}

/// <summary>Something that is missing or doubtful in the data.</summary>
/// <param name="Code">Stable kebab-case code, for example <c>no-cbct</c>, <c>no-bite</c>, <c>root-from-template</c>.</param>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Tooth">The tooth it concerns, where it concerns one.</param>
public sealed record DataGap(string Code, string Message, ToothId? Tooth = null);

/// <summary>How sure a decision is and what it rests on.</summary>
/// <param name="Value">0 (a guess) – 1 (certain).</param>
/// <param name="Evidence">What it rests on, for a person.</param>
public sealed record Confidence(double Value, string Evidence);
