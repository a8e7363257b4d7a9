using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>How deep an attachment and the teeth and attachments round it reach into each other, stage by stage: faces of either against the other's exact distance.</summary>
internal static class AttachmentCuts
{
    /// <summary>Every cut of one attachment, by stage and other tooth.</summary>
    public static IEnumerable<AttachmentCut> Of(
        PlanView plan,
        ImmutableArray<ToothTrack> tracks,
        Lazy<SignedDistance>[] bodies,
        (PlanAttachment Entry, TriangleMesh Mesh, ToothTrack Track)[] attachments,
        Lazy<SignedDistance>[] own,
        int index)
    {
        (PlanAttachment entry, TriangleMesh mesh, ToothTrack track) = attachments[index];
        int last = Math.Min(entry.Off, track.StageCount - 1);
        for (int i = 0; i < tracks.Length; i++)
        {
            ToothTrack other = tracks[i];
            if (other == track || other.Tooth.Mesh.TriangleCount == 0 || (other.Tooth.Id.Jaw != track.Tooth.Id.Jaw && !plan.HasBite))
                continue;
            foreach (AttachmentCut cut in Between(track, mesh, own[index], other, other.Tooth.Mesh, bodies[i], Math.Max(0, entry.On), last))
                yield return cut;
            for (int j = 0; j < attachments.Length; j++)
            {
                if (attachments[j].Track != other || attachments[j].Mesh.TriangleCount == 0)
                    continue;
                int from = Math.Max(Math.Max(0, entry.On), attachments[j].Entry.On);
                int to = Math.Min(last, attachments[j].Entry.Off);
                foreach (AttachmentCut cut in Between(track, mesh, own[index], other, attachments[j].Mesh, own[j], from, to))
                    yield return cut;
            }
        }
    }

    private static IEnumerable<AttachmentCut> Between(
        ToothTrack track,
        TriangleMesh mesh,
        Lazy<SignedDistance> own,
        ToothTrack other,
        TriangleMesh otherMesh,
        Lazy<SignedDistance> otherBody,
        int from,
        int to)
    {
        for (int k = from; k <= to; k++)
        {
            RigidTransform otherFromOwn = other.Poses[k].Inverse * track.Poses[k];
            if (!mesh.Bounds.Moved(otherFromOwn).Overlaps(otherMesh.Bounds))
                continue;
            double depth = SurfaceDepth.Of(mesh, otherBody.Value, otherFromOwn);
            depth = SurfaceDepth.Of(otherMesh, own.Value, otherFromOwn.Inverse, depth);
            if (depth > 0)
                yield return new AttachmentCut(other.Tooth.Id, k, depth);
        }
    }
}
