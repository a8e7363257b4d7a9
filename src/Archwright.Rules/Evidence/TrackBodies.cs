using System.Collections.Immutable;
using Archwright.Planning.Collision;
using Archwright.Primitives;

namespace Archwright.Rules;

/// <summary>The collision bodies of a plan's teeth, each built when it is first needed and then shared by all that measure.</summary>
internal sealed class TrackBodies(ImmutableArray<ToothTrack> tracks)
{
    private readonly Dictionary<int, ToothBody> _bodies = [];

    /// <summary>The ways of the teeth that have a mesh, in order along the arches.</summary>
    public ImmutableArray<ToothTrack> Tracks { get; } = [.. tracks.Where(t => t.Tooth.Mesh.TriangleCount > 0)];

    /// <summary>The body of a tooth that has been built.</summary>
    public ToothBody this[int track] => _bodies[track];

    /// <summary>Builds those of the given teeth that are not there yet. Not to be called from several threads.</summary>
    public void Build(IEnumerable<int> wanted, RunContext context)
    {
        int[] missing = [.. wanted.Distinct().Where(i => !_bodies.ContainsKey(i)).Order()];
        var built = new ToothBody[missing.Length];
        // One thread per body: the outer loop is the parallel one.
        var single = new RunContext(cancel: context.Cancel);
        context.For(missing.Length, n => built[n] = ToothBody.Build(Tracks[missing[n]].Tooth, single));
        for (int n = 0; n < missing.Length; n++)
            _bodies.Add(missing[n], built[n]);
    }
}
