using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Editing;

/// <summary>Turns a run of edits into a plan: poses, events with the person as cause, what is left undone.</summary>
internal static class EditReport
{
    private const double MovedSize = 1e-4;

    public static StagingResult Of(CollisionScene scene, StagingResult plan, StageEditor.EditRun run, IReadOnlyList<StagingEdit> edits)
    {
        int trays = run.Poses.Count - 1;
        int before = plan.Stages.Length - 1;
        int[] affected = [.. run.Affected];
        var own = affected.Select(i => scene.Teeth[i].Id.Fdi).ToHashSet();
        return plan with
        {
            Stages =
            [
                .. run.Poses.Select(p => Enumerable.Range(0, scene.Teeth.Length).ToImmutableSortedDictionary(i => scene.Teeth[i].Id, i => p[i])),
            ],
            Phases = [.. plan.Phases, .. Enumerable.Repeat(plan.Phases[^1], trays - before)],
            Events =
            [
                .. plan.Events.Where(e => !own.Contains(e.Fdi)).Concat(affected.SelectMany(i => Events(scene.Teeth[i], i, run, edits)))
                    .OrderBy(e => ToothId.FromFdi(e.Fdi)).ThenBy(e => e.From).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Movement, StringComparer.Ordinal),
            ],
            Shortfalls =
            [
                .. plan.Shortfalls.Where(s => s.Tooth is not { } tooth || !own.Contains(tooth.Fdi)),
                .. affected.Select(i => Shortfall(scene.Teeth[i], plan.Stages[^1][scene.Teeth[i].Id], run.Poses[^1][i], edits)).OfType<SetupShortfall>(),
            ],
        };
    }

    private static IEnumerable<PlanEvent> Events(Tooth tooth, int index, StageEditor.EditRun run, IReadOnlyList<StagingEdit> edits)
    {
        StagingEdit[] own = [.. edits.Where(e => e.Fdi == tooth.Id.Fdi)];
        string cause = own.Length > 0 ? Cause(own[^1]) : $"gives way to {string.Join(", ", edits.Select(e => e.Fdi).Distinct())}: {Cause(edits[^1])}";
        MovementVector[] at = [.. run.Poses.Select(p => MovementVector.Of(Movement.Between(tooth, RigidTransform.Identity, p[index])))];
        bool moves = false;
        foreach ((string name, Func<MovementVector, MovementVector> part) in Components)
        {
            for (int k = 1; k < at.Length; k++)
            {
                if (!Works(part, at, k))
                    continue;
                int end = k;
                while (end + 1 < at.Length && Works(part, at, end + 1))
                    end++;
                moves = true;
                yield return Event(tooth, "start", name, k, end, cause);
                yield return Event(tooth, "stop", name, end, end, cause);
                k = end;
            }
        }

        foreach (StagingEdit hold in own.Where(e => e.Kind == EditKind.Hold))
            yield return Event(tooth, "hold", hold.Movement?.ToString().ToLowerInvariant() ?? "all", hold.From, Math.Min(hold.To, at.Length - 1), Cause(hold));
        if (!moves)
            yield return Event(tooth, "held", "all", 0, at.Length - 1, cause);
    }

    private static readonly ImmutableArray<(string Name, Func<MovementVector, MovementVector> Part)> Components =
    [
        ("vertical", v => new MovementVector(0, 0, v.Extrusion, 0, 0, 0)),
        ("along", v => new MovementVector(v.Mesial, 0, 0, 0, v.Tip, 0)),
        ("across", v => new MovementVector(0, v.Facial, 0, 0, 0, v.Torque)),
        ("rotation", v => new MovementVector(0, 0, 0, v.Rotation, 0, 0)),
    ];

    private static bool Works(Func<MovementVector, MovementVector> part, MovementVector[] at, int stage) => part(at[stage] - at[stage - 1]).Size > MovedSize;

    private static string Cause(StagingEdit edit) => $"person: {edit.By}: {edit.Why}";

    private static SetupShortfall? Shortfall(Tooth tooth, RigidTransform wanted, RigidTransform reached, IReadOnlyList<StagingEdit> edits)
    {
        Movement left = Movement.Between(tooth, reached, wanted);
        double mm = new Vec3(left.MesialMm, left.FacialMm, left.ExtrusionMm).Length;
        double deg = new Vec3(left.RotationDeg, left.TipDeg, left.TorqueDeg).Length;
        if (mm < StagingReport.WorthMm && deg < StagingReport.WorthDeg)
            return null;
        StagingEdit because = edits.LastOrDefault(e => e.Fdi == tooth.Id.Fdi) ?? edits[^1];
        return new SetupShortfall(
            "movement-blocked", $"{tooth.Id} stops {mm:0.00} mm and {deg:0.0}° short of its planned end: {Cause(because)}", tooth.Id, mm, 0, "mm");
    }

    private static PlanEvent Event(Tooth tooth, string kind, string movement, int from, int to, string cause) => new()
    {
        Fdi = tooth.Id.Fdi,
        Kind = kind,
        Movement = movement,
        From = from,
        To = to,
        Cause = cause,
    };
}
