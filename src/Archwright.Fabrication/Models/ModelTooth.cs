using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication;

/// <summary>
/// One tooth as a model needs it, model frame (occlusal direction +z), stage 0: its distance on a lattice of its own, built once
/// and asked in every stage.
/// </summary>
internal sealed class ModelTooth
{
    // a root goes no deeper into the model than this below the gingival margin, mm
    private const double RootDepthMm = 3;

    // the stump that ties a crown to the base: the crown's own core, this thinner all round and set this deeper, mm
    private const double StumpInsetMm = 1.0;
    private const double StumpDepthMm = 2.2;
    private const double MarginMm = 0.9;

    private const double CoreStepMm = 0.7;
    private const double CoreShare = 0.7;
    private readonly SignedDistanceGrid _grid;
    private readonly double _depthMm;

    private ModelTooth(Tooth tooth, SignedDistanceGrid grid)
    {
        Tooth = tooth;
        _grid = grid;
        _depthMm = tooth.RootSource == RootSource.Template ? double.PositiveInfinity : RootDepthMm;
        Margin = (tooth.Landmarks.FacialMargin + tooth.Landmarks.LingualMargin) * 0.5;
        (Core, double depth) = DeepestPoint();
        CoreRadiusMm = Math.Clamp(depth * CoreShare, 0.5, 2);
    }

    public Tooth Tooth { get; }

    /// <summary>The crown's innermost point, from which a pillar to the base starts.</summary>
    public Vec3 Core { get; }

    /// <summary>Radius of that pillar, mm: it does not show beside the crown.</summary>
    public double CoreRadiusMm { get; }

    /// <summary>Middle of the gingival margin.</summary>
    public Vec3 Margin { get; }

    public static ModelTooth Build(Tooth tooth, double spacingMm, RunContext context) =>
        new(tooth, SignedDistanceGrid.Build(tooth.Mesh, spacingMm, MarginMm, context));

    /// <summary>The box the tooth fills in a pose.</summary>
    public Aabb BoxAt(RigidTransform pose)
    {
        Aabb box = Aabb.Empty;
        for (int i = 0; i < 8; i++)
        {
            Vec3 corner = new(
                (i & 1) == 0 ? _grid.Bounds.Min.X : _grid.Bounds.Max.X,
                (i & 2) == 0 ? _grid.Bounds.Min.Y : _grid.Bounds.Max.Y,
                (i & 4) == 0 ? _grid.Bounds.Min.Z : _grid.Bounds.Max.Z);
            if (double.IsFinite(_depthMm))
            {
                // the part below the cut is not in the model
                double below = -_depthMm - MarginMm - Vec3.Dot(corner - Margin, Tooth.Frame.Occlusal);
                corner += Tooth.Frame.Occlusal * Math.Max(0, below);
            }

            box = box.Including(pose.Apply(corner));
        }

        return box;
    }

    private (Vec3 Point, double DepthMm) DeepestPoint()
    {
        Vec3 best = Margin;
        double deepest = double.PositiveInfinity;
        Aabb box = _grid.Bounds;
        for (double z = box.Min.Z; z <= box.Max.Z; z += CoreStepMm)
        {
            for (double y = box.Min.Y; y <= box.Max.Y; y += CoreStepMm)
            {
                for (double x = box.Min.X; x <= box.Max.X; x += CoreStepMm)
                {
                    var p = new Vec3(x, y, z);
                    double value = Math.Max(_grid.At(p), -Vec3.Dot(p - Margin, Tooth.Frame.Occlusal));
                    if (value < deepest)
                        (deepest, best) = (value, p);
                }
            }
        }

        return (best, -deepest);
    }

    /// <summary>Distance-like value at a point given in the tooth's place at stage 0: the crown with its stump.</summary>
    public double At(Vec3 p)
    {
        double crown = _grid.At(p);
        double below = Vec3.Dot(p - Margin, Tooth.Frame.Occlusal);
        if (below < 1)
            crown = Math.Min(crown, _grid.At(p + (Tooth.Frame.Occlusal * StumpDepthMm)) + StumpInsetMm);
        return Math.Max(crown, -below - _depthMm);
    }
}
