using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Signed distance to a mesh on a regular lattice, read by trilinear interpolation: the fast stand-in for
/// <see cref="SignedDistance"/>. Nodes nearer to the surface than the band hold the exact distance; further away every
/// fourth node does and the others are interpolated. Error inside the band is about spacing² / (8 · radius of curvature),
/// up to a third of the spacing at sharp edges; beyond the band up to a spacing at the medial axis.
/// Mesh kind: as for <see cref="SignedDistance"/>. Complexity: build about area · band / spacing³ exact queries, then O(1).
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class SignedDistanceGrid
{
    private readonly ScalarLattice _lattice;

    private SignedDistanceGrid(ScalarLattice lattice)
    {
        _lattice = lattice;
        Bounds = lattice.Bounds;
    }

    /// <summary>Distance between neighbouring nodes, mm.</summary>
    public double SpacingMm => _lattice.Spacing;

    /// <summary>The box the lattice fills, in the mesh's frame.</summary>
    public Aabb Bounds { get; }

    internal ScalarLattice Lattice => _lattice;

    /// <summary>
    /// Samples the distance to <paramref name="mesh"/> in its box grown by <paramref name="marginMm"/>;
    /// <paramref name="bandMm"/> defaults to three spacings.
    /// </summary>
    public static SignedDistanceGrid Build(
        TriangleMesh mesh, double spacingMm, double marginMm, RunContext context, double? bandMm = null) =>
        Build(SignedDistance.Build(mesh), spacingMm, marginMm, context, bandMm);

    /// <summary>As <see cref="Build(TriangleMesh, double, double, RunContext, double?)"/>, over a distance already prepared.</summary>
    public static SignedDistanceGrid Build(
        SignedDistance distance, double spacingMm, double marginMm, RunContext context, double? bandMm = null)
    {
        Preconditions.Require(spacingMm > 0 && double.IsFinite(spacingMm), "spacing is a length");
        Preconditions.Require(marginMm >= 0 && double.IsFinite(marginMm), "margin is a length");
        Preconditions.Require(distance.Bvh.Mesh.TriangleCount > 0, "a distance needs a surface");
        ScalarLattice lattice = ScalarLattice.Covering(distance.Bvh.Mesh.Bounds.Inflated(marginMm), spacingMm);
        DistanceLatticeFiller.Fill(lattice, distance, bandMm ?? (3 * spacingMm), context);
        return new SignedDistanceGrid(lattice);
    }

    /// <summary>
    /// Signed distance at <paramref name="p"/>, mm, negative inside. Outside the box: the value at the nearest point of the
    /// box plus the distance to it, which is never less than the true distance by more than the error above.
    /// </summary>
    public double At(Vec3 p)
    {
        double value = _lattice.Sample(p);
        return Bounds.Contains(p) ? value : value + Vec3.Distance(p, Vec3.Max(Bounds.Min, Vec3.Min(Bounds.Max, p)));
    }

    /// <summary>Direction of fastest increase at <paramref name="p"/> by central differences over one spacing; length about 1.</summary>
    public Vec3 Gradient(Vec3 p)
    {
        double h = _lattice.Spacing / 2;
        return new Vec3(
            At(p + new Vec3(h, 0, 0)) - At(p - new Vec3(h, 0, 0)),
            At(p + new Vec3(0, h, 0)) - At(p - new Vec3(0, h, 0)),
            At(p + new Vec3(0, 0, h)) - At(p - new Vec3(0, 0, h))) * (0.5 / h);
    }
}
