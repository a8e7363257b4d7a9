namespace Archwright.Dental;

/// <summary>One measurable target: reached where the measure lies within the tolerance of the value.</summary>
public sealed record ObjectiveTarget
{
    /// <summary>What is measured.</summary>
    public required ObjectiveMeasure Measure { get; init; }

    /// <summary>Wanted value, mm or percent. Class I of a canine or molar relation is 0 mm.</summary>
    public required double Value { get; init; }

    /// <summary>How far from it still counts as reached, mm or percent.</summary>
    public required double Tolerance { get; init; }

    /// <summary>mm or percent.</summary>
    public static string UnitOf(ObjectiveMeasure measure) => measure == ObjectiveMeasure.OverbiteShare ? "percent" : "mm";
}

/// <summary>What a written objective measures (CLN-05, CLN-06).</summary>
public enum ObjectiveMeasure
{
    /// <summary>Overjet, mm.</summary>
    Overjet,

    /// <summary>Overbite, mm.</summary>
    Overbite,

    /// <summary>Overbite as a share of the lower incisors' crown height, percent.</summary>
    OverbiteShare,

    /// <summary>Upper midline against lower, mm, + where the upper lies to the patient's left.</summary>
    Midline,

    /// <summary>Canine relation right, mm from Class I, + towards Class II.</summary>
    CanineClassRight,

    /// <summary>Canine relation left.</summary>
    CanineClassLeft,

    /// <summary>Molar relation right, mm from Class I, + towards Class II.</summary>
    MolarClassRight,

    /// <summary>Molar relation left.</summary>
    MolarClassLeft,

    /// <summary>Little's irregularity left in the upper arch, mm: five displacements of the anterior contact points.</summary>
    IrregularityUpper,

    /// <summary>Little's irregularity left in the lower arch, mm.</summary>
    IrregularityLower,

    /// <summary>Crowding left in the upper arch, planned IPR taken off, mm; spacing is negative.</summary>
    CrowdingUpper,

    /// <summary>Crowding left in the lower arch, planned IPR taken off, mm.</summary>
    CrowdingLower,

    /// <summary>Upper intercanine width, mm.</summary>
    IntercanineUpper,

    /// <summary>Lower intercanine width, mm.</summary>
    IntercanineLower,

    /// <summary>Upper intermolar width, mm.</summary>
    IntermolarUpper,

    /// <summary>Lower intermolar width, mm.</summary>
    IntermolarLower,
}
