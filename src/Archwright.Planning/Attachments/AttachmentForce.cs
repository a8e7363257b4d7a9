using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Attachments;

/// <summary>What a tray does to an attachment: direction and words (ATT-11).</summary>
internal static class AttachmentForce
{
    /// <summary>Unit direction, zero for one that only holds.</summary>
    public static Vec3 Direction(AttachmentPhase phase, AttachmentType type, Tooth tooth, AttachmentSolid solid)
    {
        double sign = Math.Sign(phase.Amount);
        if (phase.Demands.IsEmpty)
            return type == AttachmentType.BiteRamp ? -solid.Occlusal : Vec3.Zero;
        return phase.Serves switch
        {
            // a face at 35° to the normal is pushed out of the bone and a little inwards
            MovementType.Extrusion when type == AttachmentType.OptimisedExtrusion => (solid.Occlusal - (solid.Normal * 0.7)).Normalized(),
            MovementType.Extrusion => solid.Occlusal,
            MovementType.Rotation or MovementType.RootUprighting => solid.Mesial * -sign,
            MovementType.Torque => tooth.Frame.Facial * -sign,
            MovementType.BodilyTranslation when phase.Demands[0].IsAlongArch => solid.Mesial * sign,
            _ => tooth.Frame.Facial * sign,
        };
    }

    /// <summary>Movements served and how the tray pushes.</summary>
    public static string Purpose(AttachmentPhase phase, AttachmentType type)
    {
        string movements = string.Join("; ", phase.Demands.Select(d => d.Words));
        string anchors = phase.Anchors.IsEmpty ? "" : $"holds the tray down beside {string.Join(", ", phase.Anchors)}";
        if (phase.Demands.IsEmpty)
            return type == AttachmentType.BiteRamp ? "opens the bite: lower front teeth bite on it and are pressed into the bone" : anchors;
        bool positive = phase.Amount > 0;
        string push = phase.Serves switch
        {
            MovementType.Extrusion => "the tray pushes its gingival face towards the edge",
            MovementType.Rotation => $"the tray pushes its {(positive ? "mesial end distally" : "distal end mesially")}",
            MovementType.RootUprighting =>
                $"the tray pushes its gingival half {(positive ? "distally" : "mesially")} and its incisal half {(positive ? "mesially" : "distally")}",
            MovementType.Torque => $"the tray pushes near the gingiva {(positive ? "lingually" : "facially")}",
            _ when phase.Demands[0].IsAlongArch => $"the tray pushes its {(positive ? "distal side mesially" : "mesial side distally")} over its whole length",
            _ => $"the tray pushes near the gingiva {(positive ? "facially" : "lingually")}",
        };
        return anchors.Length == 0 ? $"{movements}: {push}" : $"{movements}: {push}; {anchors}";
    }
}
