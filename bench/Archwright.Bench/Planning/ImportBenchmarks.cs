using Archwright.Formats;
using Archwright.Geometry;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Planning;

/// <summary>Reading one arch of 60,000 triangles; the baseline is binary STL.</summary>
[MemoryDiagnoser]
public class ImportBenchmarks
{
    private byte[] _stl = [];
    private byte[] _ply = [];

    [GlobalSetup]
    public void Setup()
    {
        TriangleMesh mesh = SampleCase.Input().Upper!.Mesh;
        _stl = StlWriter.Write(mesh);
        _ply = PlyWriter.Write(mesh);
    }

    [Benchmark(Baseline = true)]
    public object Stl() => MeshReader.Read("upper.stl", _stl, ImportMode.Repair);

    [Benchmark]
    public object Ply() => MeshReader.Read("upper.ply", _ply, ImportMode.Repair);
}
