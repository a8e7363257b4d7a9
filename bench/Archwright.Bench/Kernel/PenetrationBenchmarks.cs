using Archwright.Geometry;
using Archwright.Primitives;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Kernel;

/// <summary>One tooth against another: cutting, side by side, apart; the baseline is making a body ready for queries.</summary>
[MemoryDiagnoser]
public class PenetrationBenchmarks
{
    private readonly CollisionBody _tooth = CollisionBody.Build(KernelScene.Tooth(), new RunContext());

    /// <summary>Distance of the axes, mm; the teeth touch at about 9.</summary>
    [Params(8.8, 9.3, 20)]
    public double ApartMm { get; set; }

    [Benchmark]
    public Approach Between() => Penetration.Between(
        _tooth, RigidTransform.Identity, _tooth, new RigidTransform(Rotation.About(Vec3.UnitY, 0.1), new Vec3(ApartMm, 0.4, 0.3)));

    [Benchmark(Baseline = true)]
    public CollisionBody Build() => CollisionBody.Build(_tooth.Mesh, new RunContext());
}
