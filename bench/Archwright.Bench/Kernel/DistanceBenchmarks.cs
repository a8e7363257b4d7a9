using Archwright.Geometry;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Kernel;

/// <summary>A thousand queries each, on 150 k faces, one thread; the baseline is the closest point near the surface.</summary>
[MemoryDiagnoser]
public class DistanceBenchmarks
{
    private const int Count = 1000;

    private readonly SignedDistance _distance;
    private readonly Vec3[] _near;
    private readonly Vec3[] _inBox;

    public DistanceBenchmarks()
    {
        TriangleMesh ring = KernelScene.Ring();
        _distance = SignedDistance.Build(ring);
        _near = KernelScene.PointsNear(ring, Count);
        _inBox = KernelScene.PointsInBox(ring, Count);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double ClosestNearSurface() => _near.Sum(p => _distance.Bvh.Closest(p).DistanceMm);

    [Benchmark(OperationsPerInvoke = Count)]
    public double ClosestInBox() => _inBox.Sum(p => _distance.Bvh.Closest(p).DistanceMm);

    [Benchmark(OperationsPerInvoke = Count)]
    public int SideNearSurface() => _near.Count(_distance.IsInside);

    [Benchmark(OperationsPerInvoke = Count)]
    public double SignedDistanceNearSurface() => _near.Sum(_distance.At);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Rays() => _inBox.Count(p => _distance.Bvh.Raycast(p, Vec3.Zero - p) is not null);
}
