using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Collision;

/// <summary>
/// All teeth of a case as bodies that can be posed and asked how deep they reach into each other; built once and shared by
/// setup and staging. Occlusal frame, mm; poses are relative to stage 0.
/// Method: pairs whose boxes can come within reach are kept; a query rejects by moved boxes, then measures on the meshes.
/// Complexity: build linear in mesh size (bodies in parallel); a query is linear in the samples inside the common box.
/// </summary>
/// <threadsafety>Immutable after building; queries may run on any thread.</threadsafety>
public sealed class CollisionScene
{
    /// <summary>Teeth whose boxes stay farther apart than twice this at stage 0 never meet in a plan, mm.</summary>
    public const double ReachMm = 2.5;

    /// <summary>Deeper than this no teeth stand in a mouth, and hundredths are not looked for, mm.</summary>
    private const double DeepMm = 0.6;

    /// <summary>So much deeper than at stage 0, and teeth are to be parted whatever the hundredths, mm; above what IPR frees.</summary>
    private const double FarTooDeepMm = 0.4;

    private readonly PairMeasure _measure;
    private readonly Aabb[] _boxes;
    private readonly ImmutableArray<ImmutableArray<int>> _pairsOf;

    internal CollisionScene(
        ImmutableArray<Tooth> teeth, bool antagonists, PairMeasure measure, RunContext ctx)
    {
        Teeth = teeth;
        _measure = measure;
        _boxes = [.. teeth.Select(t => t.Mesh.Bounds)];
        (int A, int B, PairKind Kind)[] near = [.. NearPairs(antagonists)];
        var pairs = new ScenePair[near.Length];
        ctx.For(near.Length, i =>
        {
            Overlap Start(DepthRange wanted) => Measure(near[i].A, RigidTransform.Identity, near[i].B, RigidTransform.Identity, wanted);
            Overlap start = Start(new DepthRange(0, DeepMm));
            pairs[i] = new ScenePair(near[i].A, near[i].B, near[i].Kind, start.DepthMm > DeepMm ? Start(DepthRange.Roughly(0)) : start);
        });
        Pairs = [.. pairs];
        _pairsOf = [.. Enumerable.Range(0, teeth.Length).Select(t => PairsWith(t))];
    }

    /// <summary>Builds the scene of a case; antagonists belong to it only where the arches stand in a plausible bite.</summary>
    public static CollisionScene Build(MeasuredCase measured, RunContext ctx) =>
        Build(measured, ToothBodies.Build(measured.Teeth, ctx), ctx);

    /// <summary>The same over bodies that have been built already.</summary>
    public static CollisionScene Build(MeasuredCase measured, ToothBodies bodies, RunContext ctx) =>
        Build([.. measured.Teeth], bodies, measured.HasBite, ctx);

    /// <summary>Builds the scene of any teeth.</summary>
    /// <param name="teeth">Teeth at stage 0, in order; their meshes should be closed.</param>
    /// <param name="antagonists">True where upper and lower teeth can meet.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static CollisionScene Build(ImmutableArray<Tooth> teeth, bool antagonists, RunContext ctx) =>
        Build(teeth, ToothBodies.Build(teeth, ctx), antagonists, ctx);

    private static CollisionScene Build(ImmutableArray<Tooth> teeth, ToothBodies built, bool antagonists, RunContext ctx)
    {
        ToothBody[] bodies = [.. teeth.Select(t => built[t.Id])];
        return new CollisionScene(
            teeth,
            antagonists,
            (a, poseA, b, poseB, wanted) =>
            {
                Approach approach = ToothBody.Between(bodies[a], poseA, bodies[b], poseB, wanted);
                return new Overlap(approach.DepthMm, approach.Point, approach.Direction);
            },
            ctx);
    }

    /// <summary>The teeth, in the case's order: upper first, from the patient's right to the left.</summary>
    public ImmutableArray<Tooth> Teeth { get; }

    /// <summary>Pairs that can come near each other, in order of their teeth.</summary>
    public ImmutableArray<ScenePair> Pairs { get; }

    /// <summary>Indices into <see cref="Pairs"/> of the pairs a tooth belongs to.</summary>
    public ImmutableArray<int> PairsOf(int tooth) => _pairsOf[tooth];

    /// <summary>
    /// How deep the two teeth of a pair reach into each other when posed, where that is deeper than at stage 0; up to that depth, which they may
    /// have, any depth up to it. To 0.02 mm, but within 0.1 mm where far deeper, and where they stood too deep for a mouth at stage 0.
    /// </summary>
    public Overlap Depth(ScenePair pair, RigidTransform poseA, RigidTransform poseB) => Measure(
        pair.A,
        poseA,
        pair.B,
        poseB,
        new DepthRange(pair.Start.DepthMm, pair.Start.DepthMm > DeepMm ? double.NegativeInfinity : pair.Start.DepthMm + FarTooDeepMm));

    /// <summary>The same, quicker: within 0.1 mm at any depth.</summary>
    public Overlap RoughDepth(ScenePair pair, RigidTransform poseA, RigidTransform poseB) =>
        Measure(pair.A, poseA, pair.B, poseB, DepthRange.Roughly(pair.Start.DepthMm));

    /// <summary>True where the two teeth of a pair touch when posed.</summary>
    public bool Touch(ScenePair pair, RigidTransform poseA, RigidTransform poseB) =>
        Measure(pair.A, poseA, pair.B, poseB, new DepthRange(0, 0)).DepthMm > 0;

    private Overlap Measure(int a, RigidTransform poseA, int b, RigidTransform poseB, DepthRange wanted) =>
        _boxes[a].Moved(poseA).Overlaps(_boxes[b].Moved(poseB)) ? _measure(a, poseA, b, poseB, wanted) : default;

    private IEnumerable<(int A, int B, PairKind Kind)> NearPairs(bool antagonists)
    {
        for (int a = 0; a < Teeth.Length; a++)
        {
            for (int b = a + 1; b < Teeth.Length; b++)
            {
                bool sameJaw = Teeth[a].Id.Jaw == Teeth[b].Id.Jaw;
                bool near = (sameJaw && b == a + 1) || _boxes[a].Inflated(ReachMm).Overlaps(_boxes[b].Inflated(ReachMm));
                if (near && (sameJaw || antagonists))
                    yield return (a, b, sameJaw ? PairKind.Neighbours : PairKind.Antagonists);
            }
        }
    }

    private ImmutableArray<int> PairsWith(int tooth) =>
        [.. Enumerable.Range(0, Pairs.Length).Where(p => Pairs[p].A == tooth || Pairs[p].B == tooth)];
}

/// <summary>How deep two posed teeth of a scene reach into each other, where the depth is wanted.</summary>
internal delegate Overlap PairMeasure(int a, RigidTransform poseA, int b, RigidTransform poseB, DepthRange wanted);
