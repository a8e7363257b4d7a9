using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Which type of attachment a tooth needs when. One crown carries one attachment at a time: movements that overlap share one whose
/// form serves them together; movements that follow each other get one after the other where their forms differ, and one for all
/// where they do not. Table and sources: docs/algorithms/attachments.md.
/// </summary>
public static class AttachmentChoice
{
    /// <summary>The phases of one tooth, in order of stage; intrusion and an incisor's torque ask for none on the tooth itself.</summary>
    public static ImmutableArray<AttachmentPhase> Phases(ToothId tooth, ImmutableArray<MovementDemand> demands, AttachmentPreferences preferences)
    {
        ImmutableArray<MovementDemand> own = [.. demands.Where(d => NeedsAttachment(tooth, d)).OrderBy(d => d.From).ThenBy(d => d.Type)];
        var groups = new List<List<MovementDemand>>();
        foreach (MovementDemand demand in own)
        {
            if (groups.Count > 0 && demand.From <= groups[^1].Max(d => d.To))
                groups[^1].Add(demand);
            else
                groups.Add([demand]);
        }

        for (int i = 1; i < groups.Count;)
        {
            if (Choose(tooth, groups[i - 1], preferences).Type == Choose(tooth, groups[i], preferences).Type)
            {
                groups[i - 1].AddRange(groups[i]);
                groups.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }

        return [.. groups.Select(g => Choose(tooth, g, preferences))];
    }

    /// <summary>True where a movement asks for an attachment on the tooth that makes it.</summary>
    public static bool NeedsAttachment(ToothId tooth, MovementDemand demand) =>
        demand.Type != MovementType.Intrusion && !(demand.Type == MovementType.Torque && tooth.Class == ToothClass.Incisor);

    /// <summary>True where a type may serve a movement; combined types only where the tooth makes the other movement, too.</summary>
    /// <param name="type">The type.</param>
    /// <param name="demand">The movement.</param>
    /// <param name="all">All the tooth's movements that ask for an attachment.</param>
    /// <param name="preferences">Which way a rotation attachment lies.</param>
    public static bool Suits(
        AttachmentType type, MovementDemand demand, IReadOnlyCollection<MovementDemand> all, AttachmentPreferences preferences)
    {
        bool upright = type is AttachmentType.RectangularVertical or AttachmentType.RootControl;
        bool lying = type is AttachmentType.RectangularHorizontal or AttachmentType.Retention;
        bool leads = all.Any(d => LeadsUpright(d));
        return demand.Type switch
        {
            MovementType.Rotation => type is AttachmentType.Rotation
                || (preferences.RotationOrientation == AttachmentOrientation.Vertical ? upright : type == AttachmentType.RectangularHorizontal)
                || (upright && leads)
                || (type == AttachmentType.Bevelled && all.Any(d => d.Type == MovementType.Extrusion)),
            MovementType.Extrusion => type is AttachmentType.OptimisedExtrusion or AttachmentType.Bevelled || (upright && leads),
            MovementType.RootUprighting => upright,
            MovementType.BodilyTranslation when demand.IsAlongArch => upright,
            MovementType.BodilyTranslation or MovementType.Torque => lying || type == AttachmentType.Bevelled || (upright && leads)
                || (type == AttachmentType.Rotation && all.Any(d => d.Type == MovementType.Rotation)),
            _ => true,
        };
    }

    private static bool LeadsUpright(MovementDemand d) =>
        d.Type == MovementType.RootUprighting || (d.Type == MovementType.BodilyTranslation && d.IsAlongArch);

    private static AttachmentPhase Choose(ToothId tooth, IReadOnlyCollection<MovementDemand> group, AttachmentPreferences preferences)
    {
        MovementDemand? upright = group.Where(LeadsUpright).MaxBy(d => Math.Abs(d.Amount) / d.Threshold);
        MovementDemand? extrusion = group.FirstOrDefault(d => d.Type == MovementType.Extrusion);
        MovementDemand? rotation = group.FirstOrDefault(d => d.Type == MovementType.Rotation);
        if (upright is not null)
        {
            string also = group.Count > 1 ? "; its sides and its gingival face serve the other movements as well as one attachment can" : "";
            return Of(AttachmentType.RectangularVertical, upright, group, $"root movement needs an upright long enough for a couple (ATT-08){also}");
        }

        if (extrusion is not null && group.Count > 1)
        {
            string also = rotation is not null ? "its ends for the rotation" : "its long side for the other movement";
            return Of(AttachmentType.Bevelled, extrusion, group, $"a ledge for the extrusion, {also} (ATT-01)");
        }

        if (extrusion is not null)
        {
            bool optimised = tooth.IsAnterior && extrusion.Amount <= preferences.ExtrusionEnvelopeMm;
            return optimised
                ? Of(AttachmentType.OptimisedExtrusion, extrusion, group, $"within its envelope of {preferences.ExtrusionEnvelopeMm:0.0#} mm (ATT-07, ATT-10)")
                : Of(
                    AttachmentType.Bevelled,
                    extrusion,
                    group,
                    tooth.IsAnterior
                        ? $"beyond the envelope of an optimised attachment, {preferences.ExtrusionEnvelopeMm:0.0#} mm (ATT-10)"
                        : "a ledge for the extrusion of a posterior tooth, beside its elastic (VEL-12)");
        }

        if (rotation is not null)
        {
            bool horizontal = preferences.RotationOrientation == AttachmentOrientation.Horizontal;
            return Of(
                horizontal ? AttachmentType.RectangularHorizontal : AttachmentType.RectangularVertical,
                rotation,
                group,
                $"attachments.rotationOrientation is {(horizontal ? "horizontal" : "vertical")} (ATT-06, for clinical review)");
        }

        return Of(AttachmentType.RectangularHorizontal, group.First(), group, "a long side along the arch, near the gingiva, against tipping");
    }

    private static AttachmentPhase Of(AttachmentType type, MovementDemand leading, IReadOnlyCollection<MovementDemand> group, string reason) => new(
        type, leading.Type, leading.Amount, [leading, .. group.Where(d => d != leading)], group.Min(d => d.From), group.Max(d => d.To), [], reason);
}
