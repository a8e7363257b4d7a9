using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// Which parts of a tooth's movement wait for their attachment (ATT-05, ATT-12): those along, across, up or about the long axis of a tooth
/// whose movement in that plane will ask for one, where none may stand before a later stage. Known from the prescription alone; the tooth's
/// other movements go on. What a detour asks for besides shows only in the staged poses and is asked of them (<see cref="Missed"/>).
/// </summary>
internal static class AttachmentWait
{
    /// <summary>The programme with its waiting parts.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="asked">Movements found to ask for an attachment on an earlier staged way of the same teeth.</param>
    /// <param name="preferences">Which movements ask; the earliest stage.</param>
    public static ToothProgram On(ToothProgram program, IEnumerable<MovementDemand> asked, AttachmentPreferences preferences)
    {
        int until = preferences.EarliestStage - 1;
        if (!preferences.Use || until <= 0 || !program.Moves)
            return program;
        MovementDemand[] all = [.. MovementDemands.OnItsOwnCrown(program.Tooth, Way(program), preferences), .. asked];
        return program with
        {
            Parts = [.. program.Parts.Select(p => all.Any(d => Serves(d, p)) ? p with { WaitsUntil = until } : p)],
        };
    }

    /// <summary>Movements of a staged way that begin before the attachment they ask for may stand, where waiting would help.</summary>
    public static ImmutableArray<(int Tooth, MovementDemand Demand)> Missed(StageOutcome outcome, AttachmentPreferences preferences)
    {
        if (!preferences.Use || preferences.EarliestStage <= 1)
            return [];
        return
        [
            .. Enumerable.Range(0, outcome.Programs.Length).SelectMany(i => MovementDemands
                .OnItsOwnCrown(outcome.Programs[i].Tooth, [.. outcome.States.Select(s => s.Poses[i])], preferences)
                .Where(d => d.From < preferences.EarliestStage && outcome.Programs[i].Parts.Any(p => p.WaitsUntil == 0 && Serves(d, p)))
                .Select(d => (i, d))),
        ];
    }

    /// <summary>Where the tooth shall pass: a crown that is shifted before its root follows makes a bodily movement of its own.</summary>
    private static RigidTransform[] Way(ToothProgram program)
    {
        MovementVector shifted = default;
        foreach (ToothPart part in program.Parts.Where(p => p.IsShift))
            shifted += part.By;
        return [RigidTransform.Identity, shifted.Pose(program.Tooth), program.Total.Pose(program.Tooth)];
    }

    private static bool Serves(MovementDemand demand, ToothPart part) => demand.Type switch
    {
        MovementType.Rotation => part.By.Rotation != 0,
        MovementType.Extrusion => part.IsVertical,
        MovementType.RootUprighting => part.IsAlong,
        MovementType.BodilyTranslation when demand.IsAlongArch => part.IsAlong,
        _ => part.IsAcross,
    };
}
