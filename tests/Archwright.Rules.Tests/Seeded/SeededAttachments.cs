using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Attachments on real crowns.</summary>
internal static class SeededAttachments
{
    private const AttachmentType Flat = AttachmentType.RectangularHorizontal;

    public static IEnumerable<SeededViolation> All { get; } =
    [
        new("ATT001", p => Turned(p, 4).Attachment(13, AttachmentType.OptimisedExtrusion, 1, 4), p => Turned(p, 4).Attachment(13, Flat, 1, 4)) { Tooth = 13, Also = ["OUT001"] },
        new("ATT002", p => Turned(p, 4), p => Turned(p, 3)) { Tooth = 13, Measured = 6, Limit = 5, Also = ["OUT001"] },
        new("ATT003", p => High(p, 12), p => High(p, 4)) { Tooth = 13, Also = ["OUT001"] },
        new("ATT004", p => Turned(p, 4).Attachment(13, Flat, 2, 4), p => Turned(p, 4).Attachment(13, Flat, 1, 4)) { Tooth = 13, Measured = 2, Limit = 1, Also = ["OUT001"] },
        new("ATT005", p => Pulled(p, 4), p => Pulled(p, 2)) { Tooth = 12, Measured = 0.76, Limit = 0.5 },
        new("ATT006", p => Pulled(p, 3, holds: 1), p => Pulled(p, 3)) { Tooth = 12, Also = ["ATT005"] },
        new("ATT007", p => Behind(p, 2), p => Behind(p, 0)) { Also = ["COL002"] },
        new("ATT008", p => Turned(p, 4).Attachment(13, Flat, 1, 4), p => Turned(p, 3)) { Also = ["OUT001"] },
        new("ATT009", p => p.Attachment(14, Flat, 1, 2, liftMm: 1.5), p => p.Attachment(14, Flat, 1, 2)) { Tooth = 14 },
        new("ATT010", p => Ramp(p, 3), p => Ramp(p, 0)) { Tooth = 11, Also = ["CLN005", "OUT003"] },
    ];

    private static PlanBuilder Turned(PlanBuilder plan, int trays) => plan.Moves(13, 1, trays, rotation: 1.5);

    private static PlanBuilder High(PlanBuilder plan, double minMm) => Turned(plan, 4).Attachment(13, Flat, 1, 4)
        .Prefer(p => p with { Attachments = p.Attachments with { CrownHeightMinMm = Math.Min(10, minMm) } });

    private static PlanBuilder Pulled(PlanBuilder plan, int trays, int holds = 2)
    {
        plan.Moves(12, 1, trays, extrusion: 0.19).Attachment(12, AttachmentType.OptimisedExtrusion, 1, trays).Attachment(11, AttachmentType.Retention, 1, trays);
        if (holds == 2)
            plan.Attachment(13, AttachmentType.Retention, 1, trays);
        return plan.Prefer(p => p with { Attachments = p.Attachments with { ExtrusionEnvelopeMm = 0.5 } });
    }

    // a lower canine with an attachment on its face, behind the upper one, is lifted into it
    private static PlanBuilder Behind(PlanBuilder plan, double up) => plan.Shifted(43, z: up).Attachment(43, Flat, 1, 2, v: 3).Move(43, 2, facial: 0.19);

    private static PlanBuilder Ramp(PlanBuilder plan, double up)
    {
        foreach (int tooth in new[] { 41, 42, 31, 32 })
            plan.Shifted(tooth, z: up);
        return plan.Attachment(11, AttachmentType.BiteRamp, 1, 2, surface: ToothSurface.Lingual);
    }
}
