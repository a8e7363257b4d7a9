using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Collision;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Bench.Patterns;

/// <summary>What every plan must keep, read from its poses.</summary>
internal static class PlanMeasures
{
    /// <summary>Teeth deeper into each other than this over what they may collide, mm.</summary>
    public const double CollisionMm = 0.05;

    private const double MovesMm = 0.002;
    private const double NearMm = 4;

    /// <summary>Steps above a limit, and the greatest share of one that a step uses.</summary>
    public static (int Count, double Worst) Limits(MeasuredCase measured, StagingResult staging, VelocityPreferences limits)
    {
        double[] shares =
        [
            .. from k in Enumerable.Range(1, staging.Stages.Length - 1)
               from t in measured.Teeth
               select MovementLimits.Utilisation(t.Id, Movement.Between(t, staging.Stages[k - 1][t.Id], staging.Stages[k][t.Id]), limits),
        ];
        return (shares.Count(s => s > 1), shares.DefaultIfEmpty(0).Max());
    }

    /// <summary>The deepest two teeth reach into each other over what they may, mm.</summary>
    public static double Overlap(CollisionScene scene, StagingResult staging, int iprEarliest) =>
    (
        from k in Enumerable.Range(1, staging.Stages.Length - 1)
        from p in scene.Pairs
        let a = staging.Stages[k][scene.Teeth[p.A].Id]
        let b = staging.Stages[k][scene.Teeth[p.B].Id]
        select ExcessMm(scene, p, a, b, FreedMm(scene, p, staging, iprEarliest, k))).DefaultIfEmpty(0).Max();

    /// <summary>How much more a pair overlaps than it may.</summary>
    public static double ExcessMm(CollisionScene scene, ScenePair pair, RigidTransform a, RigidTransform b, double freedMm) =>
        scene.Depth(pair, a, b).ExcessMm(pair.Start, freedMm);

    /// <summary>What IPR has freed at a contact by a stage, mm; with an earliest stage, where it is done by then.</summary>
    public static double FreedMm(CollisionScene scene, ScenePair pair, StagingResult staging, int earliest, int stage) => staging.Ipr
        .Where(i => i.Between[0] == scene.Teeth[pair.A].Id.Fdi && i.Between[1] == scene.Teeth[pair.B].Id.Fdi && (earliest == 0 || i.Stage <= stage))
        .Select(i => i.Mm)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>
    /// The deepest an attachment and another tooth or attachment reach into each other in the stages it stands, mm: sampled surfaces,
    /// not the vertices placement looks at.
    /// </summary>
    public static double AttachmentOverlap(MeasuredCase measured, StagingResult staging, AttachmentResult attachments, RunContext context)
    {
        PlannedAttachment[] standing = [.. attachments.Attachments.Where(a => a.Design.Type != AttachmentType.BiteRamp)];
        CollisionBody[] teeth = [.. measured.Teeth.Select(t => CollisionBody.Build(t.Mesh, context))];
        CollisionBody[] solids = [.. standing.Select(a => CollisionBody.Build(a.Solid.Mesh, context))];
        ImmutableArray<Tooth> all = [.. measured.Teeth];
        double deepest = 0;
        for (int i = 0; i < standing.Length; i++)
        {
            for (int k = standing[i].On; k <= standing[i].Off; k++)
            {
                RigidTransform own = staging.Stages[k][standing[i].Tooth];
                for (int j = 0; j < all.Length; j++)
                {
                    if (all[j].Id != standing[i].Tooth && (measured.HasBite || all[j].Id.Jaw == standing[i].Tooth.Jaw))
                        Hold(solids[i], own, teeth[j], staging.Stages[k][all[j].Id]);
                }

                for (int j = i + 1; j < standing.Length; j++)
                {
                    if (standing[j].Tooth != standing[i].Tooth && standing[j].On <= k && k <= standing[j].Off)
                        Hold(solids[i], own, solids[j], staging.Stages[k][standing[j].Tooth]);
                }
            }
        }

        return deepest;

        void Hold(CollisionBody a, RigidTransform poseA, CollisionBody b, RigidTransform poseB)
        {
            if (Vec3.Distance(poseA.Apply(a.Mesh.Bounds.Center), poseB.Apply(b.Mesh.Bounds.Center))
                < (0.5 * (a.Mesh.Bounds.Size.Length + b.Mesh.Bounds.Size.Length)) + NearMm)
            {
                deepest = Math.Max(deepest, Penetration.Between(a, poseA, b, poseB).DepthMm);
            }
        }
    }

    /// <summary>Events without a cause and steps of a tooth that no event of it covers.</summary>
    public static int WithoutCause(MeasuredCase measured, StagingResult staging)
    {
        int found = staging.Events.Count(e => e.Cause.Length == 0);
        foreach (Tooth t in measured.Teeth)
        {
            PlanEvent[] own = [.. staging.Events.Where(e => e.Fdi == t.Id.Fdi && e.Kind is "start" or "detour")];
            Vec3 point = t.Landmarks.OcclusalPoint;
            found += Enumerable.Range(1, staging.Stages.Length - 1).Count(k =>
                Vec3.Distance(staging.Stages[k][t.Id].Apply(point), staging.Stages[k - 1][t.Id].Apply(point)) > MovesMm
                && !own.Any(e => e.From <= k && k <= e.To));
        }

        return found;
    }

    /// <summary>The greatest share of its bound an anchor's crown point moves while it anchors.</summary>
    public static double Anchors(MeasuredCase measured, StagingResult staging)
    {
        var points = measured.Teeth.ToDictionary(t => t.Id.Fdi, t => (t.Id, Point: t.Landmarks.OcclusalPoint));
        return (
            from g in staging.Strategy.Groups
            where g is { Role: GroupRole.Anchor, BoundMm: > 0 }
            from fdi in g.Teeth
            let tooth = points[fdi]
            let before = staging.Stages[g.From - 1][tooth.Id].Apply(tooth.Point)
            from k in Enumerable.Range(g.From, g.To - g.From + 1)
            select Vec3.Distance(staging.Stages[k][tooth.Id].Apply(tooth.Point), before) / g.BoundMm!.Value).DefaultIfEmpty(0).Max();
    }
}
