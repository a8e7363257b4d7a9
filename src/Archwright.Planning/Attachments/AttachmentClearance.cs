using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Whether an attachment stays clear of other teeth and their attachments in every stage it is on. Either body's faces are held
/// against the other's exact signed distance (<see cref="SurfaceDepth"/>), where their boxes meet: the edges of two bodies cut each other
/// between their vertices. O(stages · faces near) a tooth.
/// </summary>
internal sealed class AttachmentClearance
{
    private readonly ImmutableArray<Tooth> _teeth;
    private readonly StagingResult _staging;
    private readonly bool _hasBite;
    private readonly Lazy<SignedDistance>[] _bodies;

    public AttachmentClearance(ImmutableArray<Tooth> teeth, Bvh[] trees, StagingResult staging, bool hasBite)
    {
        _teeth = teeth;
        _staging = staging;
        _hasBite = hasBite;
        _bodies = [.. trees.Select(t => new Lazy<SignedDistance>(() => SignedDistance.Build(t)))];
    }

    /// <summary>The tooth an attachment would cut deepest beyond the tolerance, and how deep; null where it stays clear.</summary>
    /// <param name="tooth">The tooth that carries it.</param>
    /// <param name="mesh">The attachment at stage 0.</param>
    /// <param name="on">First stage with it.</param>
    /// <param name="off">Last stage with it.</param>
    /// <param name="placed">Attachments placed already.</param>
    /// <param name="toleranceMm">Depth that does not count.</param>
    /// <param name="sameJawOnly">The other jaw bites on it and does not count.</param>
    public (ToothId Other, int Stage, double DepthMm)? Worst(
        ToothId tooth, TriangleMesh mesh, int on, int off, IReadOnlyList<PlannedAttachment> placed, double toleranceMm, bool sameJawOnly = false)
    {
        var own = new Lazy<SignedDistance>(() => SignedDistance.Build(mesh));
        (ToothId Other, int Stage, double DepthMm)? worst = null;
        for (int i = 0; i < _teeth.Length; i++)
        {
            ToothId other = _teeth[i].Id;
            if (other == tooth || (other.Jaw != tooth.Jaw && (!_hasBite || sameJawOnly)))
                continue;
            Lazy<SignedDistance> body = _bodies[i];
            Check(other, on, off, _teeth[i].Mesh, body);
        }

        foreach (PlannedAttachment near in placed.Where(p => p.Tooth != tooth && (p.Tooth.Jaw == tooth.Jaw || (_hasBite && !sameJawOnly))))
        {
            var body = new Lazy<SignedDistance>(() => SignedDistance.Build(near.Solid.Mesh));
            Check(near.Tooth, Math.Max(on, near.On), Math.Min(off, near.Off), near.Solid.Mesh, body);
        }

        return worst;

        void Check(ToothId other, int from, int to, TriangleMesh otherMesh, Lazy<SignedDistance> body)
        {
            RigidTransform? before = null;
            for (int k = from; k <= to; k++)
            {
                RigidTransform otherFromOwn = _staging.Stages[k][other].Inverse * _staging.Stages[k][tooth];
                if (before is { } same && same == otherFromOwn)
                    continue;
                before = otherFromOwn;
                if (!mesh.Bounds.Moved(otherFromOwn).Overlaps(otherMesh.Bounds))
                    continue;
                double known = Math.Max(toleranceMm, worst?.DepthMm ?? 0);
                double depth = SurfaceDepth.Of(mesh, body.Value, otherFromOwn, known);
                depth = SurfaceDepth.Of(otherMesh, own.Value, otherFromOwn.Inverse, depth);
                if (depth > known)
                    worst = (other, k, depth);
            }
        }
    }
}
