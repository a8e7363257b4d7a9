using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication;

/// <summary>
/// Makes the gingiva follow its teeth: each gingiva vertex blends the motions of at most four teeth. At the gingival margin it
/// moves rigidly with its tooth; the influence fades smoothly to nothing at <see cref="ReachMm"/> from every tooth.
/// Method: inverse-distance shares s_i ∝ (f(d_i) / (d_i + ε))² of an overall influence f(min d), f falling as a cubic from 1 to 0;
/// linear blend of the moved points (Shepard 1968, doi 10.1145/800186.810616, for the shares). The weights are continuous in the
/// vertex, so neighbours never part. It is a picture of soft tissue for models and for the eye, not a prediction of it.
/// Frame: that of the mesh and the teeth, which must be one. Complexity: build O(V · log F · teeth near), apply O(V).
/// Known limits: blending points shortens an arc by 1 − cos(angle / 2) of its lever, below 2 % for turns under 20°.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class GingivaSkin
{
    /// <summary>Distance from a tooth at which its influence ends, mm.</summary>
    public const double ReachMm = 6;

    /// <summary>Most teeth one vertex follows.</summary>
    public const int TeethMax = 4;

    // a vertex this near to a tooth is on its margin and follows it alone, mm
    private const double MarginMm = 0.05;
    private readonly TriangleMesh _gingiva;
    private readonly int[] _slots;
    private readonly float[] _weights;

    private GingivaSkin(TriangleMesh gingiva, ImmutableArray<ToothId> teeth, int[] slots, float[] weights)
    {
        _gingiva = gingiva;
        Teeth = teeth;
        _slots = slots;
        _weights = weights;
    }

    /// <summary>The teeth that <see cref="SlotsOf"/> numbers.</summary>
    public ImmutableArray<ToothId> Teeth { get; }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _gingiva.VertexCount;

    /// <summary>Weighs a gingiva surface against the teeth at stage 0.</summary>
    public static GingivaSkin Build(TriangleMesh gingiva, IReadOnlyList<Tooth> teeth, RunContext context)
    {
        Preconditions.Require(teeth.Count <= 64, "a jaw has at most 64 teeth");
        var bodies = new Bvh?[teeth.Count];
        context.For(teeth.Count, i => bodies[i] = teeth[i].Mesh.TriangleCount > 0 ? Bvh.Build(teeth[i].Mesh) : null);
        var slots = new int[gingiva.VertexCount * TeethMax];
        var weights = new float[gingiva.VertexCount * TeethMax];
        const int block = 512;
        context.For((gingiva.VertexCount + block - 1) / block, b =>
        {
            for (int v = b * block; v < Math.Min(gingiva.VertexCount, (b + 1) * block); v++)
                Weigh(gingiva.Vertices[v], bodies, slots.AsSpan(v * TeethMax, TeethMax), weights.AsSpan(v * TeethMax, TeethMax));
        });
        return new GingivaSkin(gingiva, [.. teeth.Select(t => t.Id)], slots, weights);
    }

    /// <summary>Numbers (into <see cref="Teeth"/>) of the teeth a vertex follows; where the weight is 0 the number means nothing.</summary>
    public ReadOnlySpan<int> SlotsOf(int vertex) => _slots.AsSpan(vertex * TeethMax, TeethMax);

    /// <summary>Weights of those teeth, each 0–1, their sum at most 1; the rest of the vertex stays where it is.</summary>
    public ReadOnlySpan<float> WeightsOf(int vertex) => _weights.AsSpan(vertex * TeethMax, TeethMax);

    /// <summary>The gingiva with its teeth at these poses (relative to stage 0); a tooth that is not listed stays.</summary>
    public TriangleMesh Apply(IReadOnlyDictionary<ToothId, RigidTransform> poses)
    {
        RigidTransform[] motions = Motions(poses);
        var moved = new Vec3[_gingiva.VertexCount];
        for (int v = 0; v < moved.Length; v++)
            moved[v] = Moved(v, motions);
        return _gingiva.WithVertices(moved);
    }

    /// <summary>Where some of the vertices go, as <see cref="Apply"/> has them.</summary>
    internal Vec3[] Moved(IEnumerable<int> vertices, IReadOnlyDictionary<ToothId, RigidTransform> poses)
    {
        RigidTransform[] motions = Motions(poses);
        return [.. vertices.Select(v => Moved(v, motions))];
    }

    private RigidTransform[] Motions(IReadOnlyDictionary<ToothId, RigidTransform> poses) =>
        [.. Teeth.Select(t => poses.TryGetValue(t, out RigidTransform pose) ? pose : RigidTransform.Identity)];

    private Vec3 Moved(int vertex, RigidTransform[] motions)
    {
        Vec3 p = _gingiva.Vertices[vertex];
        Vec3 shift = Vec3.Zero;
        for (int i = vertex * TeethMax; i < (vertex + 1) * TeethMax; i++)
        {
            if (_weights[i] > 0)
                shift += (motions[_slots[i]].Apply(p) - p) * _weights[i];
        }

        return p + shift;
    }

    private static void Weigh(Vec3 p, Bvh?[] bodies, Span<int> slots, Span<float> weights)
    {
        Span<double> best = stackalloc double[TeethMax];
        best.Clear();
        double nearest = ReachMm;
        for (int i = 0; i < bodies.Length; i++)
        {
            if (bodies[i] is not { } body)
                continue;
            double d = body.Closest(p, ReachMm).DistanceMm;
            if (!(d < ReachMm))
                continue;
            nearest = Math.Min(nearest, d);
            double share = Falloff(d) / (d + MarginMm);
            Insert(share * share, i, best, slots);
        }

        double sum = best[0] + best[1] + best[2] + best[3];
        double influence = Falloff(nearest);
        for (int k = 0; k < TeethMax; k++)
            weights[k] = sum > 0 ? (float)(influence * best[k] / sum) : 0;
    }

    private static void Insert(double share, int tooth, Span<double> best, Span<int> slots)
    {
        int at = TeethMax;
        while (at > 0 && share > best[at - 1])
            at--;
        if (at == TeethMax)
            return;
        for (int k = TeethMax - 1; k > at; k--)
        {
            best[k] = best[k - 1];
            slots[k] = slots[k - 1];
        }

        best[at] = share;
        slots[at] = tooth;
    }

    // 1 on the margin, 0 with slope 0 at the reach
    private static double Falloff(double d)
    {
        double t = Math.Clamp(d / ReachMm, 0, 1);
        return 1 - (t * t * (3 - (2 * t)));
    }
}
