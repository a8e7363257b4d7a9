using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Puts a <see cref="VoxelSolid"/> together in place, without a new lattice at every step: for models of many parts. Each
/// step touches only the nodes in the box of the part, so the parts of a model that do not change can be united once, and
/// a <see cref="Copy"/> of the builder taken for every stage.
/// </summary>
/// <threadsafety>One thread at a time; each step itself uses the context's threads.</threadsafety>
public sealed class VoxelSolidBuilder
{
    private readonly ScalarLattice _lattice;
    private readonly double _band;

    /// <summary>An empty solid that can grow to fill <paramref name="bounds"/>; the band defaults to three spacings.</summary>
    public VoxelSolidBuilder(Aabb bounds, double spacingMm, double? bandMm = null)
    {
        Preconditions.Require(spacingMm > 0 && double.IsFinite(spacingMm), "spacing is a length");
        Preconditions.Require(!bounds.IsEmpty && bounds.Min.IsFinite && bounds.Max.IsFinite, "a lattice has bounds");
        _band = bandMm ?? (3 * spacingMm);
        _lattice = ScalarLattice.Covering(bounds, spacingMm);
        Array.Fill(_lattice.Values, (float)_band);
    }

    private VoxelSolidBuilder(ScalarLattice lattice, double band)
    {
        _lattice = lattice;
        _band = band;
    }

    private enum Mode
    {
        Unite,
        Intersect,
        Subtract,
    }

    /// <summary>The box the lattice fills.</summary>
    public Aabb Bounds => _lattice.Bounds;

    /// <summary>An independent builder with the same content.</summary>
    public VoxelSolidBuilder Copy()
    {
        ScalarLattice l = _lattice;
        var lattice = new ScalarLattice(l.Spacing, l.X0, l.Y0, l.Z0, l.Nx, l.Ny, l.Nz);
        l.Values.CopyTo(lattice.Values, 0);
        return new VoxelSolidBuilder(lattice, _band);
    }

    /// <summary>Adds a solid; what lies outside the lattice is left out.</summary>
    public void Unite(VoxelSolid part, RunContext context) => Apply(part.Bounds, FieldOf(part), Mode.Unite, context);

    /// <summary>Adds the body of a distance grid at a pose.</summary>
    public void Unite(SignedDistanceGrid part, RigidTransform pose, RunContext context) =>
        Apply(part.Bounds.Moved(pose), FieldOf(part, pose), Mode.Unite, context);

    /// <summary>Adds the points of <paramref name="bounds"/> where a pure function is negative.</summary>
    public void Unite(Aabb bounds, Func<Vec3, double> signedDistance, RunContext context) =>
        Apply(bounds, signedDistance, Mode.Unite, context);

    /// <summary>Takes a solid away.</summary>
    public void Subtract(VoxelSolid part, RunContext context) => Apply(part.Bounds, FieldOf(part), Mode.Subtract, context);

    /// <summary>Takes the body of a distance grid at a pose away.</summary>
    public void Subtract(SignedDistanceGrid part, RigidTransform pose, RunContext context) =>
        Apply(part.Bounds.Moved(pose), FieldOf(part, pose), Mode.Subtract, context);

    /// <summary>Takes the points of <paramref name="bounds"/> away where a pure function is negative.</summary>
    public void Subtract(Aabb bounds, Func<Vec3, double> signedDistance, RunContext context) =>
        Apply(bounds, signedDistance, Mode.Subtract, context);

    /// <summary>Keeps only what a solid holds too.</summary>
    public void Intersect(VoxelSolid part, RunContext context) => Apply(Bounds, FieldOf(part), Mode.Intersect, context);

    /// <summary>Keeps only points where a pure function is negative.</summary>
    public void Intersect(Func<Vec3, double> signedDistance, RunContext context) =>
        Apply(Bounds, signedDistance, Mode.Intersect, context);

    /// <summary>The solid as it stands; the builder can go on.</summary>
    public VoxelSolid ToSolid() => new(Copy()._lattice, _band, isDistance: false);

    /// <summary>The surface of the solid as it stands, as <see cref="VoxelSolid.ToMesh"/>.</summary>
    public TriangleMesh ToMesh(RunContext context) => MarchingCubes.Extract(_lattice, context);

    private static Func<Vec3, double> FieldOf(VoxelSolid solid) => solid.At;

    private static Func<Vec3, double> FieldOf(SignedDistanceGrid grid, RigidTransform pose)
    {
        var toGrid = new RigidMatrix(pose.Inverse);
        Aabb bounds = grid.Bounds;
        ScalarLattice lattice = grid.Lattice;
        return p =>
        {
            Vec3 q = toGrid.Apply(p);
            return bounds.Contains(q) ? lattice.Sample(q) : double.PositiveInfinity;
        };
    }

    private void Apply(Aabb region, Func<Vec3, double> field, Mode mode, RunContext context)
    {
        ScalarLattice l = _lattice;
        (int x0, int x1) = ScalarLattice.Range(region.Min.X, region.Max.X, l.Spacing, l.X0, l.Nx);
        (int y0, int y1) = ScalarLattice.Range(region.Min.Y, region.Max.Y, l.Spacing, l.Y0, l.Ny);
        (int z0, int z1) = ScalarLattice.Range(region.Min.Z, region.Max.Z, l.Spacing, l.Z0, l.Nz);
        context.For(Math.Max(0, z1 - z0), k =>
        {
            int z = z0 + k;
            for (int y = y0; y < y1; y++)
            {
                Span<float> row = l.Values.AsSpan(l.Index(0, y, z), l.Nx);
                for (int x = x0; x < x1; x++)
                {
                    double d = Math.Clamp(field(l.Node(x, y, z)), -_band, _band);
                    row[x] = mode switch
                    {
                        Mode.Unite => Math.Min(row[x], (float)d),
                        Mode.Intersect => Math.Max(row[x], (float)d),
                        _ => Math.Max(row[x], (float)-d),
                    };
                }
            }
        });
    }
}
