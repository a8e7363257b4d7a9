using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// A solid body as signed distances on a lattice, negative inside, cut off at a band around the surface: for union,
/// difference, intersection and offset that never fail, and back to a clean closed mesh. Nodes lie at whole multiples of
/// the spacing, so solids of equal spacing combine node by node.
/// Method: distances by <see cref="SignedDistance"/> within the band; booleans by minimum and maximum of distances (Ricci
/// 1973, doi 10.1093/comjnl/16.2.157); surface by marching cubes without ambiguity (<see cref="MarchingCubesTable"/>).
/// Accuracy: about a tenth of a spacing on smooth surfaces; edges are bevelled by up to a spacing, parts thinner than a
/// spacing may vanish. Complexity: time and memory O(nodes), 4 bytes a node.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class VoxelSolid
{
    private readonly ScalarLattice _lattice;
    private readonly bool _isDistance;

    internal VoxelSolid(ScalarLattice lattice, double bandMm, bool isDistance)
    {
        _lattice = lattice;
        BandMm = bandMm;
        _isDistance = isDistance;
    }

    /// <summary>Distance between neighbouring nodes, mm.</summary>
    public double SpacingMm => _lattice.Spacing;

    /// <summary>Distances are cut off at this, mm.</summary>
    public double BandMm { get; }

    /// <summary>The box the lattice fills; outside it there is nothing.</summary>
    public Aabb Bounds => _lattice.Bounds;

    internal ScalarLattice Lattice => _lattice;

    /// <summary>
    /// The solid inside <paramref name="mesh"/>. Mesh kind: closed for a smooth result; holes are closed roughly by the winding
    /// number; overlapping parts are united. <paramref name="bandMm"/> defaults to three spacings.
    /// </summary>
    public static VoxelSolid FromMesh(TriangleMesh mesh, double spacingMm, RunContext context, double? bandMm = null) =>
        FromMesh(SignedDistance.Build(mesh), spacingMm, context, bandMm);

    /// <summary>As <see cref="FromMesh(TriangleMesh, double, RunContext, double?)"/>, over a distance already prepared.</summary>
    public static VoxelSolid FromMesh(SignedDistance distance, double spacingMm, RunContext context, double? bandMm = null)
    {
        Preconditions.Require(distance.Bvh.Mesh.TriangleCount > 0, "a solid has a surface");
        double band = bandMm ?? (3 * spacingMm);
        Preconditions.Require(spacingMm > 0 && band >= 2 * spacingMm, "the band holds two nodes on either side");
        ScalarLattice lattice = ScalarLattice.Covering(distance.Bvh.Mesh.Bounds.Inflated(band + spacingMm), spacingMm);
        DistanceLatticeFiller.Fill(lattice, distance, band, context);
        Clamp(lattice, band);
        return new VoxelSolid(lattice, band, isDistance: true);
    }

    /// <summary>
    /// The solid where <paramref name="signedDistance"/> is negative, within <paramref name="bounds"/>; its sides are flat where the
    /// field is still negative there. The function is called from several threads and must be pure.
    /// </summary>
    public static VoxelSolid FromField(
        Aabb bounds, double spacingMm, Func<Vec3, double> signedDistance, RunContext context, double? bandMm = null)
    {
        var builder = new VoxelSolidBuilder(bounds, spacingMm, bandMm);
        builder.Unite(bounds, signedDistance, context);
        return builder.ToSolid();
    }

    /// <summary>Both.</summary>
    public VoxelSolid Union(VoxelSolid other, RunContext context)
    {
        var builder = new VoxelSolidBuilder(Bounds.Union(other.Bounds), SpacingMm, Math.Min(BandMm, other.BandMm));
        builder.Unite(this, context);
        builder.Unite(other, context);
        return builder.ToSolid();
    }

    /// <summary>What belongs to both.</summary>
    public VoxelSolid Intersect(VoxelSolid other, RunContext context)
    {
        var builder = new VoxelSolidBuilder(Bounds, SpacingMm, Math.Min(BandMm, other.BandMm));
        builder.Unite(this, context);
        builder.Intersect(other, context);
        return builder.ToSolid();
    }

    /// <summary>This without the other.</summary>
    public VoxelSolid Subtract(VoxelSolid other, RunContext context)
    {
        var builder = new VoxelSolidBuilder(Bounds, SpacingMm, Math.Min(BandMm, other.BandMm));
        builder.Unite(this, context);
        builder.Subtract(other, context);
        return builder.ToSolid();
    }

    /// <summary>
    /// Grown (positive) or shrunk (negative) by <paramref name="mm"/>, with round outer edges. Distances after a boolean are
    /// bounds only, so such a solid is measured anew from its own surface first.
    /// </summary>
    public VoxelSolid Offset(double mm, RunContext context)
    {
        Preconditions.Require(double.IsFinite(mm), "an offset is a length");
        double needed = Math.Abs(mm) + (2 * SpacingMm);
        if (!_isDistance || needed > BandMm)
        {
            TriangleMesh surface = ToMesh(context);
            if (surface.TriangleCount == 0)
                return this;
            VoxelSolid measured = FromMesh(surface, SpacingMm, context, Math.Max(BandMm, needed) + SpacingMm);
            return measured.Shifted(mm);
        }

        return Shifted(mm);
    }

    /// <summary>Value at a point: distance to the surface within the band, its sign beyond; outside the box the band.</summary>
    public double At(Vec3 p) => Bounds.Contains(p) ? _lattice.Sample(p) : BandMm;

    /// <summary>Volume of the inside by counting nodes weighted near the surface, mm³; within about an area times a tenth of a spacing.</summary>
    public double Volume()
    {
        double sum = 0;
        foreach (float v in _lattice.Values)
            sum += Math.Clamp(0.5 - (v / SpacingMm), 0, 1);
        return sum * SpacingMm * SpacingMm * SpacingMm;
    }

    /// <summary>
    /// The surface: closed, 2-manifold, faces outwards, no two vertices at one place; without faces for an empty solid.
    /// Same vertices and faces on any number of threads.
    /// </summary>
    public TriangleMesh ToMesh(RunContext context) => MarchingCubes.Extract(_lattice, context);

    private static void Clamp(ScalarLattice lattice, double band)
    {
        float limit = (float)band;
        float[] values = lattice.Values;
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Clamp(values[i], -limit, limit);
    }

    private VoxelSolid Shifted(double mm)
    {
        var lattice = new ScalarLattice(
            SpacingMm, _lattice.X0, _lattice.Y0, _lattice.Z0, _lattice.Nx, _lattice.Ny, _lattice.Nz);
        double band = Math.Max(2 * SpacingMm, BandMm - Math.Abs(mm));
        for (int i = 0; i < lattice.Values.Length; i++)
            lattice.Values[i] = (float)Math.Clamp(_lattice.Values[i] - mm, -band, band);
        return new VoxelSolid(lattice, band, BandMm - Math.Abs(mm) >= 2 * SpacingMm);
    }
}
