using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Attachments: movements with nothing to hold on to, sizes, places, envelopes.</summary>
internal static class AttachmentCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("attachments.use", Turn(), Turn().Attachment(13, 1, 6), "no tooth has any"),
        new("attachments.earliestStage", Late(2), Late(3), "13 has one from stage 2"),
        new("attachments.rotationFromDeg", Turn().Attachment(13, 1, 5), Turn().Attachment(13, 1, 6), "13: rotation"),
        new("attachments.extrusionFromMm", Rise(), Held(Rise()).Attachment(11, 1, 6, AttachmentType.OptimisedExtrusion, MovementType.Extrusion), "11: extrusion"),
        new("attachments.intrusionFromMm", Sink(), Sink().Attachment(14, 1, 6, AttachmentType.Retention), "11: intrusion"),
        new("attachments.rootMovementFromDeg", Root(), Root().Attachment(13, 1, 6, AttachmentType.RectangularVertical), "13: root uprighting"),
        new("attachments.torqueFromDeg", Torque(), Torque().Attachment(13, 1, 12), "13: torque"),
        new("attachments.bodilyFromMm", Shift(mesial: 0.2), Shift(mesial: 0.2).Attachment(13, 1, 6, AttachmentType.RectangularVertical), "along the arch"),
        new("attachments.bodilyAcrossFromMm", Shift(facial: 0.2, trays: 11), Shift(facial: 0.2, trays: 11).Attachment(13, 1, 11), "across the arch"),
        new("attachments.rotationOrientation", Turn().Attachment(13, 1, 6, AttachmentType.RectangularVertical), Turn().Attachment(13, 1, 6), "13"),
        new("attachments.anchorNeighbours", Rise().Attachment(11, 1, 6), Held(Rise().Attachment(11, 1, 6)), "while 11 is extruded"),
        new("attachments.lengthMm", Sized(3.1, 1.5, 1), Sized(3, 1.5, 1), "3.1 mm on 13"),
        new("attachments.widthMm", Sized(3, 1.7, 1), Sized(3, 1.5, 1), "1.7 mm on 13"),
        new("attachments.depthMm", Sized(3, 1.5, 1.2), Sized(3, 1.5, 0.8), "1.2 mm on 13"),
        new("attachments.marginMm", Turn().Attachment(13, 1, 6, fromMarginMm: 1.1), Turn().Attachment(13, 1, 6, fromMarginMm: 1.3), "13"),
        new("attachments.crownHeightMinMm", Turn().Attachment(13, 1, 6, crownMm: 3.9), Turn().Attachment(13, 1, 6, crownMm: 4.1), "3.9 mm, 13"),
        new("attachments.rotationEnvelopeDeg", Turn(11).Attachment(13, 1, 11, AttachmentType.Rotation), Turn(10).Attachment(13, 1, 10, AttachmentType.Rotation), "on 13"),
        new(
            "attachments.extrusionEnvelopeMm",
            Rise(13).Attachment(11, 1, 13, AttachmentType.OptimisedExtrusion),
            Rise(12).Attachment(11, 1, 12, AttachmentType.OptimisedExtrusion),
            "on 11"),
        new(
            "attachments.rootEnvelopeDeg",
            Root(8).Attachment(13, 1, 8, AttachmentType.RootControl),
            Root(6).Attachment(13, 1, 6, AttachmentType.RootControl),
            "on 13"),
        new("restorative.attachmentsOnCeramic", Crowned(13), Crowned(12), "13 carries ceramic"),
    ];

    private static PlanBuilder Turn(int trays = 6) => new PlanBuilder().Tooth(13).Moves(13, 1, trays, rotation: 1.5);

    private static PlanBuilder Crowned(int fdi) => Turn().Attachment(13, 1, 6).Records(r => r with
    {
        Restorative = r.Restorative! with { Items = [new RestorativeItem { Fdi = fdi, Kind = Restoration.Crown, AfterAligners = false }] },
    });

    private static PlanBuilder Late(int from) => new PlanBuilder().Tooth(13).Moves(13, from, from + 5, rotation: 1.5).Attachment(13, from, from + 5)
        .Prefer(p => p with { Attachments = p.Attachments with { EarliestStage = 3 } });

    private static PlanBuilder Rise(int trays = 6) => new PlanBuilder().Tooth(12).Tooth(11).Tooth(21).Moves(11, 1, trays, extrusion: 0.2);

    private static PlanBuilder Held(PlanBuilder plan) =>
        plan.Attachment(12, 1, 6, AttachmentType.Retention, MovementType.Extrusion).Attachment(21, 1, 6, AttachmentType.Retention, MovementType.Extrusion);

    private static PlanBuilder Sink() => new PlanBuilder().Tooth(14).Tooth(13).Tooth(12).Tooth(11).Moves(11, 1, 6, extrusion: -0.2);

    // the crown's point stands, the apex goes
    private static PlanBuilder Root(int trays = 6) => new PlanBuilder().Tooth(13).TurnsAbout(13, 1, trays, 0, tip: 1.5);

    private static PlanBuilder Torque() => new PlanBuilder().Tooth(13).TurnsAbout(13, 1, 12, 0, torque: 1);

    private static PlanBuilder Shift(double mesial = 0, double facial = 0, int trays = 6) =>
        new PlanBuilder().Tooth(13).Moves(13, 1, trays, mesial: mesial, facial: facial);

    private static PlanBuilder Sized(double length, double width, double depth) => Turn().Attachment(13, 1, 6, size: [length, width, depth]);
}
