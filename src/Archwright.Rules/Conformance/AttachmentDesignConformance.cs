using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;

namespace Archwright.Rules;

/// <summary>Shape, size and place of attachments (ATT-02, ATT-06, ATT-09, ATT-10).</summary>
internal static class AttachmentDesignConformance
{
    private const double DrawnToMm = 0.01;

    // where there is no room a smaller one is placed (ATT-04): not smaller than this share of the wanted size
    private const double LeastShare = 0.6;

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        AttachmentPreferences wanted = plan.Preferences.Attachments;
        ImmutableArray<PlanAttachment> worn = [.. plan.Attachments.Where(a => a.Type != AttachmentType.BiteRamp).OrderBy(a => a.On).ThenBy(a => a.Fdi)];
        yield return Orientation(wanted, worn);
        ImmutableArray<PlanAttachment> blocks =
            [.. worn.Where(a => a.Type is AttachmentType.RectangularHorizontal or AttachmentType.RectangularVertical or AttachmentType.Retention)];
        yield return Size("attachments.lengthMm", wanted.LengthMm, blocks, a => a.Type == AttachmentType.RectangularVertical ? a.Size[1] : a.Size[0]);
        yield return Size("attachments.widthMm", wanted.WidthMm, blocks, a => a.Type == AttachmentType.RectangularVertical ? a.Size[0] : a.Size[1]);
        yield return Size("attachments.depthMm", wanted.DepthMm, blocks, a => a.Size[2]);
        yield return Margin(wanted, worn);
        yield return Height(wanted, worn);
        yield return Envelope(evidence, "attachments.rotationEnvelopeDeg", wanted.RotationEnvelopeDeg, AttachmentType.Rotation, MovementType.Rotation);
        yield return Envelope(
            evidence, "attachments.extrusionEnvelopeMm", wanted.ExtrusionEnvelopeMm, AttachmentType.OptimisedExtrusion, MovementType.Extrusion);
        yield return Envelope(evidence, "attachments.rootEnvelopeDeg", wanted.RootEnvelopeDeg, AttachmentType.RootControl, MovementType.RootUprighting);
    }

    private static PreferenceEvidence Orientation(AttachmentPreferences wanted, ImmutableArray<PlanAttachment> worn)
    {
        const string name = "attachments.rotationOrientation";
        AttachmentType other = wanted.RotationOrientation == AttachmentOrientation.Horizontal
            ? AttachmentType.RectangularVertical
            : AttachmentType.RectangularHorizontal;
        PlanAttachment[] turning =
            [.. worn.Where(a => a.Serves == MovementType.Rotation && a.Type is AttachmentType.RectangularHorizontal or AttachmentType.RectangularVertical)];
        PlanAttachment? wrong = turning.FirstOrDefault(a => a.Type == other);
        return turning.Length == 0 ? Verdict.NotApplicable(name, "no rectangular attachment serves a rotation")
            : wrong is not null ? Verdict.Broken(name, $"{wrong.Fdi} has a {PreferenceOption.Text(wrong.Type)} one from stage {wrong.On} on")
            : Verdict.Obeyed(name, $"{turning.Length} attachments lie {PreferenceOption.Text(wanted.RotationOrientation)}, first on {turning[0].Fdi}");
    }

    private static PreferenceEvidence Size(string name, double wantedMm, ImmutableArray<PlanAttachment> blocks, Func<PlanAttachment, double> size)
    {
        if (blocks.IsEmpty)
            return Verdict.NotApplicable(name, "no rectangular or retention attachment is planned");
        PlanAttachment largest = blocks.MaxBy(size)!;
        PlanAttachment smallest = blocks.MinBy(size)!;
        return Verdict.Judge(
            name,
            size(largest) <= wantedMm + DrawnToMm && size(smallest) >= (wantedMm * LeastShare) - DrawnToMm,
            $"{Verdict.Text(size(smallest))} mm on {smallest.Fdi} to {Verdict.Text(size(largest))} mm on {largest.Fdi}, wanted {Verdict.Text(wantedMm)} mm, "
                + "less only where there is no room");
    }

    private static PreferenceEvidence Margin(AttachmentPreferences wanted, ImmutableArray<PlanAttachment> worn)
    {
        const string name = "attachments.marginMm";
        if (worn.IsEmpty)
            return Verdict.NotApplicable(name, "no attachment is planned");
        double Free(PlanAttachment a) => Math.Min(a.FromMarginMm, a.CrownHeightMm - a.FromMarginMm) - (a.Size[1] / 2);
        PlanAttachment least = worn.MinBy(Free)!;
        return Verdict.Judge(
            name,
            Free(least) >= wanted.MarginMm - (5 * DrawnToMm),
            $"least: {Verdict.Text(Free(least))} of {Verdict.Text(wanted.MarginMm)} mm between {least.Fdi}'s, gingiva and edge, stage {least.On}");
    }

    private static PreferenceEvidence Height(AttachmentPreferences wanted, ImmutableArray<PlanAttachment> worn)
    {
        const string name = "attachments.crownHeightMinMm";
        if (worn.IsEmpty)
            return Verdict.NotApplicable(name, "no attachment is planned");
        PlanAttachment least = worn.MinBy(a => a.CrownHeightMm)!;
        return Verdict.Judge(
            name,
            least.CrownHeightMm >= wanted.CrownHeightMinMm - DrawnToMm,
            $"shortest crown with one: {Verdict.Text(least.CrownHeightMm)} mm, {least.Fdi}; wanted at least {Verdict.Text(wanted.CrownHeightMinMm)} mm");
    }

    /// <summary>An attachment of a short, optimised form only where the tooth's movement lies in what it is designed for.</summary>
    private static PreferenceEvidence Envelope(PlanEvidence evidence, string name, double most, AttachmentType type, MovementType movement)
    {
        var amounts = (
            from attachment in evidence.Plan.Attachments
            where attachment.Type == type
            from track in evidence.Tracks
            where track.Tooth.Id.Fdi == attachment.Fdi
            from demand in MovementDemands.Of(track.Tooth, track.Poses, evidence.Plan.Preferences.Attachments)
            where demand.Type == movement
            select (attachment.Fdi, Amount: Math.Abs(demand.Amount), demand.Unit)).ToList();
        if (amounts.Count == 0)
            return Verdict.NotApplicable(name, $"no {PreferenceOption.Text(type)} attachment is planned for such a movement");
        (int fdi, double amount, string unit) = amounts.MaxBy(a => a.Amount);
        return Verdict.Judge(name, !PlanEvidence.IsOver(amount, most), $"most: {Verdict.Text(amount)} of {Verdict.Text(most)} {unit} on {fdi}");
    }
}
