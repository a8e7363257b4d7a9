using Archwright.Geometry;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Kernel;

/// <summary>Preparing 150 k faces for queries; the baseline is the tree alone.</summary>
[MemoryDiagnoser]
public class BvhBuildBenchmarks
{
    private readonly TriangleMesh _ring = KernelScene.Ring();

    [Benchmark(Baseline = true)]
    public Bvh Tree() => Bvh.Build(_ring);

    [Benchmark]
    public SignedDistance TreeAndWindingNumber() => SignedDistance.Build(_ring);

    [Benchmark]
    public MeshTopology Topology() => MeshTopology.Of(_ring);
}
