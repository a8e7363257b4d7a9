using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>One attachment of a plan as measured: its mesh on its crown and along its stages, not what the plan says of it.</summary>
/// <param name="Entry">The plan's entry.</param>
/// <param name="Track">The way of its tooth.</param>
/// <param name="Mesh">Its mesh at stage 0; empty where the plan folder holds none.</param>
/// <param name="Crown">The side of the crown it sits on, measured with half the margin: to the doubt of the margin's place.</param>
/// <param name="OffCrownMm">Distance of its stated place from the crown's surface, mm.</param>
/// <param name="GapMm">Least signed distance of its mesh to the crown, mm: negative where it is sunk in; 0 for an empty mesh.</param>
/// <param name="Cuts">Per stage it is on: the other tooth it cuts deepest, itself or by that tooth's attachment.</param>
public sealed record AttachmentEvidence(
    PlanAttachment Entry, ToothTrack Track, TriangleMesh Mesh, CrownSurface Crown, double OffCrownMm, double GapMm, ImmutableArray<AttachmentCut> Cuts)
{
    // what a margin cannot be told better than from landmarks
    private const double MarginShare = 0.5;

    /// <summary>The tooth.</summary>
    public ToothId Tooth => Track.Tooth.Id;

    /// <summary>True where it is worn in some stage of a span.</summary>
    public bool IsOnWithin(int from, int to) => Entry.On <= to && Entry.Off >= from;

    /// <summary>Measures all attachments whose tooth is known; in order of tooth and stage.</summary>
    internal static ImmutableArray<AttachmentEvidence> Measure(PlanView plan, ImmutableArray<ToothTrack> tracks, RunContext context)
    {
        (PlanAttachment Entry, TriangleMesh Mesh, ToothTrack Track)[] known =
        [
            .. plan.Attachments
                .Select((entry, i) => (entry, i < plan.AttachmentMeshes.Length ? plan.AttachmentMeshes[i] : TriangleMesh.Empty, TrackOf(entry, tracks)))
                .Where(a => a.Item3 is { Tooth.Mesh.TriangleCount: > 0 })
                .Select(a => (a.entry, a.Item2, a.Item3!))
                .OrderBy(a => a.Item3.Tooth.Id).ThenBy(a => a.entry.On).ThenBy(a => a.entry.Mesh, StringComparer.Ordinal),
        ];
        var bodies = new Lazy<SignedDistance>[tracks.Length];
        for (int i = 0; i < tracks.Length; i++)
        {
            TriangleMesh mesh = tracks[i].Tooth.Mesh;
            bodies[i] = new Lazy<SignedDistance>(() => SignedDistance.Build(mesh));
        }

        var own = new Lazy<SignedDistance>[known.Length];
        for (int i = 0; i < known.Length; i++)
        {
            TriangleMesh mesh = known[i].Mesh;
            own[i] = new Lazy<SignedDistance>(() => SignedDistance.Build(mesh));
        }

        var measured = new AttachmentEvidence[known.Length];
        context.For(known.Length, i =>
        {
            (PlanAttachment entry, TriangleMesh mesh, ToothTrack track) = known[i];
            SignedDistance crown = bodies[tracks.IndexOf(track)].Value;
            IEnumerable<AttachmentCut> cuts = mesh.TriangleCount == 0 ? [] : AttachmentCuts.Of(plan, tracks, bodies, known, own, i);
            measured[i] = new AttachmentEvidence(
                entry,
                track,
                mesh,
                CrownSurface.Of(track.Tooth, entry.Surface, crown.Bvh, null, plan.Preferences.Attachments.MarginMm * MarginShare),
                crown.Bvh.Closest(PoseConversion.ToVec(entry.Position)).DistanceMm,
                mesh.TriangleCount == 0 ? 0 : mesh.Vertices.ToArray().Min(crown.At),
                [.. cuts]);
        });
        return [.. measured];
    }

    private static ToothTrack? TrackOf(PlanAttachment entry, ImmutableArray<ToothTrack> tracks) =>
        tracks.FirstOrDefault(t => t.Tooth.Id.Fdi == entry.Fdi);
}

