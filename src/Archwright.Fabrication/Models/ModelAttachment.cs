using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Primitives;

namespace Archwright.Fabrication;

/// <summary>One attachment as a model needs it: its distance on a lattice of its own, in the model's frame at stage 0, and its stages.</summary>
internal sealed class ModelAttachment
{
    // an attachment is a millimetre thick: its lattice is finer than a crown's
    private const double SpacingMm = 0.12;
    private const double MarginMm = 0.6;
    private readonly SignedDistanceGrid _grid;

    private ModelAttachment(ToothId tooth, int on, int off, SignedDistanceGrid grid)
    {
        Tooth = tooth;
        On = on;
        Off = off;
        _grid = grid;
    }

    /// <summary>The tooth it moves with.</summary>
    public ToothId Tooth { get; }

    private int On { get; }

    private int Off { get; }

    public static ModelAttachment Build(PlannedAttachment attachment, RigidTransform modelFromOcclusal, RunContext context) => new(
        attachment.Tooth,
        attachment.On,
        attachment.Off,
        SignedDistanceGrid.Build(attachment.Solid.Mesh.Transformed(modelFromOcclusal), SpacingMm, MarginMm, context));

    /// <summary>True where the model of a stage carries it.</summary>
    public bool IsOnAt(int stage) => On <= stage && stage <= Off;

    /// <summary>Unites it with what is in a lattice already.</summary>
    public void AddTo(ScalarLattice lattice, RigidTransform pose)
    {
        Aabb box = _grid.Bounds.Moved(pose);
        double h = lattice.Spacing;
        RigidTransform fromPose = pose.Inverse;
        (int x0, int x1) = ScalarLattice.Range(box.Min.X, box.Max.X, h, lattice.X0, lattice.Nx);
        (int y0, int y1) = ScalarLattice.Range(box.Min.Y, box.Max.Y, h, lattice.Y0, lattice.Ny);
        (int z0, int z1) = ScalarLattice.Range(box.Min.Z, box.Max.Z, h, lattice.Z0, lattice.Nz);
        for (int z = Math.Max(1, z0); z < Math.Min(z1, lattice.Nz - 1); z++)
        {
            for (int y = y0; y < y1; y++)
            {
                for (int x = x0; x < x1; x++)
                {
                    int i = lattice.Index(x, y, z);
                    lattice.Values[i] = Math.Min(lattice.Values[i], (float)_grid.At(fromPose.Apply(lattice.Node(x, y, z))));
                }
            }
        }
    }
}
