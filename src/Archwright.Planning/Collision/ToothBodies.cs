using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Planning.Collision;

/// <summary>The collision bodies of a case's teeth, built once and shared by setup and staging; they are most of what either costs to begin.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ToothBodies
{
    private readonly ImmutableSortedDictionary<ToothId, ToothBody> _bodies;

    private ToothBodies(ImmutableSortedDictionary<ToothId, ToothBody> bodies) => _bodies = bodies;

    /// <summary>The body of a tooth they were built for.</summary>
    public ToothBody this[ToothId tooth] => _bodies[tooth];

    /// <summary>Builds the bodies of teeth, in parallel.</summary>
    /// <param name="teeth">Teeth at stage 0, each id once; their meshes should be closed.</param>
    /// <param name="context">Threads, cancellation.</param>
    public static ToothBodies Build(IEnumerable<Tooth> teeth, RunContext context)
    {
        Tooth[] given = [.. teeth];
        var built = new ToothBody[given.Length];
        var serial = new RunContext(cancel: context.Cancel);
        context.For(given.Length, i => built[i] = ToothBody.Build(given[i], serial));
        return new ToothBodies(given.Zip(built).ToImmutableSortedDictionary(t => t.First.Id, t => t.Second));
    }
}
