using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;

namespace Archwright.Planning.Attachments;

/// <summary>An attachment on its crown, occlusal frame at stage 0, mm.</summary>
public sealed record PlannedAttachment
{
    /// <summary>The tooth it sits on.</summary>
    public required ToothId Tooth { get; init; }

    /// <summary>What it serves, and from which to which tray.</summary>
    public required AttachmentPhase Phase { get; init; }

    /// <summary>Its form and size as placed; the type may be an alternative to the one wanted.</summary>
    public required AttachmentDesign Design { get; init; }

    /// <summary>Its body and place.</summary>
    public required AttachmentSolid Solid { get; init; }

    /// <summary>Facial or lingual.</summary>
    public required ToothSurface Surface { get; init; }

    /// <summary>First stage with it.</summary>
    public required int On { get; init; }

    /// <summary>Last stage with it.</summary>
    public required int Off { get; init; }

    /// <summary>Clinical crown height, mm.</summary>
    public required double CrownHeightMm { get; init; }

    /// <summary>Its middle above the gingival margin, mm.</summary>
    public required double FromMarginMm { get; init; }

    /// <summary>Surface on which an attachment may sit, mm².</summary>
    public required double UsableAreaMm2 { get; init; }

    /// <summary>Movement and force, in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Unit direction in which the tray pushes it; zero where it only holds.</summary>
    public required Vec3 Force { get; init; }

    /// <summary>Why it is there and why so.</summary>
    public required string Cause { get; init; }
}

/// <summary>The attachments and auxiliaries of a plan.</summary>
/// <param name="Attachments">In order of tooth and first stage.</param>
/// <param name="Auxiliaries">Elastics, buttons, cut-outs, ridges, pontics, ramps with their stages and causes.</param>
/// <param name="Unplaced">What could not be placed, or not as wanted, and why; codes <c>attachment-none</c>.</param>
public sealed record AttachmentResult(
    ImmutableArray<PlannedAttachment> Attachments, ImmutableArray<PlanAuxiliary> Auxiliaries, ImmutableArray<SetupShortfall> Unplaced)
{
    /// <summary>No attachment at all.</summary>
    public static AttachmentResult None { get; } = new([], [], []);
}
