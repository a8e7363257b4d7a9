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
    private CollisionBody(TriangleMesh mesh, CollisionOptions options, RunContext context)
    {
        Mesh = mesh;
        Options = options;
        Distance = SignedDistance.Build(mesh);

        // beyond the margin a point is further than the cut-off, so the grid is never asked
        Grid = SignedDistanceGrid.Build(
            Distance, options.SpacingMm, options.CutOffMm + options.SpacingMm, context, options.BandMm);
        Samples = new SampleTree(SurfaceSamples.Of(mesh, options.SampleCount));
    }

    /// <summary>The surface.</summary>
    public TriangleMesh Mesh { get; }

    /// <summary>How it was sampled.</summary>
    public CollisionOptions Options { get; }

    /// <summary>Exact signed distance.</summary>
    public SignedDistance Distance { get; }

    /// <summary>Signed distance on a grid.</summary>
    public SignedDistanceGrid Grid { get; }

    internal SampleTree Samples { get; }

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
}
