using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// How the lower jaw closes about its hinge axis at each stage, with the teeth where that stage puts them (OCC-04, OCC-05). A plan draws
/// all stages in one place of the lower jaw; where the jaw would close elsewhere, the difference is told here. Amounts are read at the
/// midpoint of the lower incisors as scanned, in the occlusal frame, mm.
/// </summary>
public sealed record PlanBite
{
    /// <summary>The axis the jaw is closed about, scan frame, as it lies with the condyles seated (in the scanned bite without a centric record).</summary>
    public required PlanHingeAxis Axis { get; init; }

    /// <summary>How the bite in centric relation was taken; null where it is not on record and only the scanned bite is tracked.</summary>
    public CentricMethod? Centric { get; init; }

    /// <summary>True where a centric record is there and the slide is tracked.</summary>
    public required bool IsCentricTracked { get; init; }

    /// <summary>How much the slide at the start would differ with the axis at the edge of its doubt, mm; null without a centric record.</summary>
    public double? SlideDoubtMm { get; init; }

    /// <summary>Every stage, 0 first.</summary>
    public required ImmutableArray<PlanBiteStage> Stages { get; init; }
}

/// <summary>A hinge axis in a plan, scan frame.</summary>
public sealed record PlanHingeAxis
{
    /// <summary>Average geometry or located.</summary>
    public required HingeAxisSource Source { get; init; }

    /// <summary>x, y, z at the right joint.</summary>
    public required ImmutableArray<double> Right { get; init; }

    /// <summary>x, y, z at the left joint.</summary>
    public required ImmutableArray<double> Left { get; init; }
}

/// <summary>The closed jaw at one stage.</summary>
public sealed record PlanBiteStage
{
    /// <summary>Stage.</summary>
    public required int Stage { get; init; }

    /// <summary>How far the incisors are opened against the bite as the plan draws it, mm; negative where the jaw closes further. Null where nothing meets.</summary>
    public double? OpeningMm { get; init; }

    /// <summary>Where the jaw closes against stage 0, mm; what the teeth themselves moved is not part of it.</summary>
    public double? ShiftMm { get; init; }

    /// <summary>The same against the stage before, mm.</summary>
    public double? StepMm { get; init; }

    /// <summary>Teeth that meet first when closing from the scanned bite.</summary>
    public required ImmutableArray<PlanBiteContact> Contacts { get; init; }

    /// <summary>The slide from the first touch in centric relation to the bite; null without a centric record.</summary>
    public PlanCentricSlide? Slide { get; init; }

    /// <summary>How far worn bite ramps hold the incisors apart, mm; null where no ramp is worn or none touches.</summary>
    public double? RampOpeningMm { get; init; }
}

/// <summary>An upper and a lower tooth that meet.</summary>
/// <param name="Upper">FDI number.</param>
/// <param name="Lower">FDI number.</param>
public sealed record PlanBiteContact(int Upper, int Lower);

/// <summary>The way of the lower incisors from the first touch in centric relation to the closed bite, mm.</summary>
public sealed record PlanCentricSlide
{
    /// <summary>Length of the way.</summary>
    public required double Mm { get; init; }

    /// <summary>Forwards.</summary>
    public required double ForwardMm { get; init; }

    /// <summary>Towards the patient's left.</summary>
    public required double LeftMm { get; init; }

    /// <summary>Upwards: how far the first touch holds the bite open.</summary>
    public required double UpMm { get; init; }

    /// <summary>Teeth that meet first in centric relation.</summary>
    public required ImmutableArray<PlanBiteContact> Contacts { get; init; }
}
