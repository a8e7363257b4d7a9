using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>A composite attachment: what it is, where it sits, when it is worn and what for. Scan frame at stage 0, mm.</summary>
public sealed record PlanAttachment
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>Shape.</summary>
    public required AttachmentType Type { get; init; }

    /// <summary>The side of the crown it sits on.</summary>
    public required ToothSurface Surface { get; init; }

    /// <summary>The movement it serves; where it serves several, the one that decided its shape.</summary>
    public required MovementType Serves { get; init; }

    /// <summary>First stage with it.</summary>
    public required int On { get; init; }

    /// <summary>Last stage with it.</summary>
    public required int Off { get; init; }

    /// <summary>Width along the arch, height along the tooth, depth out of the crown, mm.</summary>
    public required ImmutableArray<double> Size { get; init; }

    /// <summary>Its middle on the crown's surface.</summary>
    public required ImmutableArray<double> Position { get; init; }

    /// <summary>Unit direction out of the crown at its place.</summary>
    public required ImmutableArray<double> Normal { get; init; }

    /// <summary>Unit direction along the tooth towards the edge, in the crown's surface at its place.</summary>
    public required ImmutableArray<double> Occlusal { get; init; }

    /// <summary>Clinical crown height on that side, gingival margin to edge, mm.</summary>
    public required double CrownHeightMm { get; init; }

    /// <summary>Its middle above the gingival margin, along the tooth, mm.</summary>
    public required double FromMarginMm { get; init; }

    /// <summary>Surface of that side on which an attachment may sit, mm².</summary>
    public required double UsableAreaMm2 { get; init; }

    /// <summary>What it does: movement with amount and trays, and the force the tray puts on it.</summary>
    public required string Purpose { get; init; }

    /// <summary>Unit direction in which the tray pushes it; 0, 0, 0 where it only holds the tray.</summary>
    public required ImmutableArray<double> Force { get; init; }

    /// <summary>Why it is there: movement, preference and what else decided.</summary>
    public required string Cause { get; init; }

    /// <summary>Closed mesh at stage 0, path inside the plan folder.</summary>
    public required string Mesh { get; init; }
}

/// <summary>Shape of an attachment; which movements each may serve: docs/algorithms/attachments.md.</summary>
public enum AttachmentType
{
    /// <summary>A block with its long side along the arch.</summary>
    RectangularHorizontal,

    /// <summary>A block with its long side along the tooth.</summary>
    RectangularVertical,

    /// <summary>A horizontal block that runs out towards the edge; its gingival face is a ledge.</summary>
    Bevelled,

    /// <summary>A half moon whose gingival face is the active surface, for extrusion within its envelope.</summary>
    OptimisedExtrusion,

    /// <summary>A short block with one steep end, for rotation where a long one has no room.</summary>
    Rotation,

    /// <summary>A slim upright with round ends, for root movement where a long block has no room.</summary>
    RootControl,

    /// <summary>A horizontal block that holds the tray down while neighbours move.</summary>
    Retention,

    /// <summary>A shelf behind upper front teeth on which the lower ones bite.</summary>
    BiteRamp,
}

/// <summary>A side of a crown.</summary>
public enum ToothSurface
{
    /// <summary>Towards lip or cheek.</summary>
    Facial,

    /// <summary>Towards tongue or palate.</summary>
    Lingual,
}
