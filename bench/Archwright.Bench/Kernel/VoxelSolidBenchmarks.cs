using Archwright.Geometry;
using Archwright.Primitives;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Kernel;

/// <summary>Solids as a stage model needs them: an arch-sized body, and fourteen teeth put into a copy of it; the baseline is the body from its mesh.</summary>
[MemoryDiagnoser]
public class VoxelSolidBenchmarks
{
    private const double SpacingMm = 0.3;

    private readonly RunContext _context = new();
    private readonly SignedDistance _ring = SignedDistance.Build(KernelScene.Ring());
    private readonly SignedDistanceGrid _tooth;
    private readonly VoxelSolidBuilder _base;
    private readonly VoxelSolid _solid;

    public VoxelSolidBenchmarks()
    {
        _tooth = SignedDistanceGrid.Build(KernelScene.Tooth(), SpacingMm, 3 * SpacingMm, _context);
        _solid = VoxelSolid.FromMesh(_ring, SpacingMm, _context);
        _base = new VoxelSolidBuilder(_solid.Bounds.Inflated(6), SpacingMm);
        _base.Unite(_solid, _context);
    }

    [Benchmark(Baseline = true)]
    public VoxelSolid FromMesh() => VoxelSolid.FromMesh(_ring, SpacingMm, _context);

    [Benchmark]
    public TriangleMesh ToMesh() => _solid.ToMesh(_context);

    [Benchmark]
    public TriangleMesh StageModel()
    {
        VoxelSolidBuilder model = _base.Copy();
        for (int i = 0; i < 14; i++)
        {
            Rotation turn = Rotation.About(Vec3.UnitZ, 0.3 * i);
            model.Unite(_tooth, new RigidTransform(turn, turn.Apply(new Vec3(30, 0, 4))), _context);
        }

        return model.ToMesh(_context);
    }
}
