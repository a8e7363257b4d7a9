using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Closure;
using Archwright.Planning.Collision;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>Closes the jaw at every stage of a plan, from its poses, its meshes and the records it carries.</summary>
internal static class BiteEvidence
{
    /// <summary>The closed jaw, or null where the arches do not stand in a bite.</summary>
    public static PlanBite? Measure(PlanView plan, TrackBodies bodies, RunContext context)
    {
        if (!plan.HasBite || bodies.Tracks.DistinctBy(t => t.Tooth.Id.Jaw).Count() < 2)
            return null;
        context.Report("rules", 0.6, "bite");
        bodies.Build(Enumerable.Range(0, bodies.Tracks.Length), context);
        return BiteTracking.Run(
            new BiteTrackInput
            {
                Teeth = [.. bodies.Tracks.Select((t, i) => (t.Tooth, bodies[i]))],
                Stages = plan.Stages,
                Ramps = Ramps(plan, bodies),
                OcclusalFromScan = plan.OcclusalFromScan,
                Centric = plan.Patient.Records?.Centric,
            },
            context);
    }

    private static ImmutableArray<WornRamp> Ramps(PlanView plan, TrackBodies bodies)
    {
        HashSet<int> known = [.. bodies.Tracks.Select(t => t.Tooth.Id.Fdi)];
        return
        [
            .. plan.Attachments.Zip(plan.AttachmentMeshes)
                .Where(a => a.First.Type == AttachmentType.BiteRamp && a.Second.TriangleCount > 0 && known.Contains(a.First.Fdi))
                .Select(a => (Tooth: ToothId.FromFdi(a.First.Fdi), Entry: a.First, Mesh: a.Second))
                .Where(a => a.Tooth.Jaw == Jaw.Upper)
                .Select(a => new WornRamp(
                    a.Tooth, new ToothBody(CollisionBody.Build(a.Mesh, new RunContext()), RigidTransform.Identity), a.Entry.On, a.Entry.Off)),
        ];
    }
}
