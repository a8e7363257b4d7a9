using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// A rigid body made ready for many <see cref="Penetration"/> queries: its mesh, exact distance, distance grid and surface
/// samples, all in the mesh's own frame. Mesh kind: best closed; holes are closed by the winding number. Build time is
/// that of a <see cref="SignedDistanceGrid"/>, some tens of milliseconds for a tooth; memory about 1 MB.
/// </summary>
/// <threadsafety>Immutable; safe to share.</threadsafety>
public sealed class CollisionBody
{
    /// <summary>What interpolation between exact nodes may hide of a depth, of a spacing: 0.4 at the sharpest edges of teeth (measured).</summary>
    private const double GridErrorShare = 0.4;

    private CollisionBody(TriangleMesh mesh, CollisionOptions options, RunContext context)
    {
        Mesh = mesh;
        Options = options;
        Distance = SignedDistance.Build(mesh);

        // beyond the margin a point is further than the cut-off, so the grid is never asked
        Grid = SignedDistanceGrid.Build(
            Distance, options.SpacingMm, options.CutOffMm + options.SpacingMm, context, options.BandMm);
        Samples = SphereTree.OfPoints(SurfaceSamples.Of(mesh, options.SampleCount));
        Faces = SphereTree.OfFaces(mesh);
    }

    /// <summary>The surface.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>How it was sampled.</summary>
    public CollisionOptions Options { get; }

    /// <summary>Exact signed distance.</summary>
    public SignedDistance Distance { get; }

    /// <summary>Signed distance on a grid.</summary>
    public SignedDistanceGrid Grid { get; }

    internal SphereTree Samples { get; }

    internal SphereTree Faces { get; }

    /// <summary>Prepares <paramref name="mesh"/>, which must have a face.</summary>
    public static CollisionBody Build(TriangleMesh mesh, CollisionOptions options, RunContext context)
    {
        Preconditions.Require(mesh.TriangleCount > 0, "a body has a surface");
        Preconditions.Require(
            options.SpacingMm > 0 && options.CutOffMm > 0 && options.BandMm > 0 && options.SampleCount > 0,
            "sampling options are positive");
        return new CollisionBody(mesh, options, context);
    }

    /// <summary>Prepares <paramref name="mesh"/> with the default options.</summary>
    public static CollisionBody Build(TriangleMesh mesh, RunContext context) => Build(mesh, CollisionOptions.Default, context);

    /// <summary>The greatest depth a point of the body's frame can have, by the grid and what the grid may be wrong by, mm; negative outside.</summary>
    internal double DepthAtMost(Vec3 p)
    {
        double d = Grid.At(p);
        if (d < Options.SpacingMm - Options.CutOffMm)
            return double.PositiveInfinity;
        double interpolation = GridErrorShare * Options.SpacingMm;
        return (Math.Abs(d) < Options.BandMm - Options.SpacingMm ? interpolation : Options.SpacingMm + interpolation) - d;
    }

    /// <summary>The nearest point of the surface; the grid says how far to look for it.</summary>
    internal ClosestHit Closest(Vec3 p)
    {
        double d = Math.Abs(Grid.At(p));
        ClosestHit near = d < Options.BandMm - Options.SpacingMm
            ? Distance.Bvh.Closest(p, d + (GridErrorShare * Options.SpacingMm))
            : ClosestHit.None;
        return near.IsHit ? near : Distance.Bvh.Closest(p);
    }
}
