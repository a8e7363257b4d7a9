using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// How much root surface each jaw may move in one tray, so that the teeth that stand are not overloaded
/// (<c>anchorage.reactionRatioMax</c>, ANC-03). The measure is <see cref="AnchorageReaction"/>; steps are read as <see cref="StepLimit"/> reads them.
/// </summary>
internal sealed class AnchorageBudget
{
    private readonly ImmutableArray<Tooth> _teeth;
    private readonly VelocityPreferences _limits;

    public AnchorageBudget(ImmutableArray<Tooth> teeth, TreatmentPreferences preferences)
    {
        _teeth = teeth;
        _limits = preferences.Velocity;
        RatioMost = preferences.Anchorage.ReactionRatioMax;
        Jaws =
        [
            .. Enumerable.Range(0, teeth.Length).GroupBy(i => teeth[i].Id.Jaw).OrderBy(g => g.Key).Select(g => new JawRoots(
                g.Key, [.. g], g.Sum(i => RootSurface.Mm2(teeth[i].Id)))),
        ];
    }

    /// <summary>The greatest ratio of root surface that moves to what stands.</summary>
    public double RatioMost { get; }

    /// <summary>The jaws there are.</summary>
    public ImmutableArray<JawRoots> Jaws { get; }

    /// <summary>Root surface a jaw may move in a tray, mm².</summary>
    public double MostMm2(JawRoots jaw) => AnchorageReaction.MostMovingMm2(RatioMost, jaw.AllMm2);

    /// <summary>Root surface a jaw moves in a tray, mm².</summary>
    /// <param name="jaw">The jaw.</param>
    /// <param name="from">Pose of a tooth before.</param>
    /// <param name="to">Pose of a tooth after.</param>
    public double MovingMm2(JawRoots jaw, Func<int, RigidTransform> from, Func<int, RigidTransform> to)
    {
        double moving = 0;
        foreach (int i in jaw.Teeth)
        {
            RigidTransform before = from(i);
            RigidTransform after = to(i);
            if (before != after)
                moving += AnchorageReaction.MovingMm2(_teeth[i].Id, StepLimit.Utilisation(_teeth[i], before, after, _limits));
        }

        return moving;
    }

    /// <summary>
    /// Trays without which no order of movements can do: what each tooth's movement takes of its limits, weighted by root surface, over what
    /// may move in a tray.
    /// </summary>
    /// <param name="trays">Trays a tooth needs when nothing else moves, by its place.</param>
    public int LeastTrays(Func<int, double> trays) => Jaws
        .Select(jaw => (int)Math.Ceiling((jaw.Teeth.Sum(i => RootSurface.Mm2(_teeth[i].Id) * trays(i)) / MostMm2(jaw)) - 1e-9))
        .DefaultIfEmpty(0)
        .Max();
}

/// <summary>The roots of a jaw.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Teeth">Its teeth, by place in the scene.</param>
/// <param name="AllMm2">Root surface of all of them, held ones included, mm².</param>
internal sealed record JawRoots(Jaw Jaw, ImmutableArray<int> Teeth, double AllMm2);
