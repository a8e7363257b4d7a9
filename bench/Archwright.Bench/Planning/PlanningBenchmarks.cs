using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Fabrication;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;
using BenchmarkDotNet.Attributes;

namespace Archwright.Bench.Planning;

/// <summary>The stages of the pipeline on one case, one thread; the baseline is analysis.</summary>
[MemoryDiagnoser]
public class PlanningBenchmarks
{
    private readonly RunContext _context = new();
    private readonly TreatmentPreferences _preferences = new();
    private CaseInput _input = null!;
    private MeasuredCase _measured = null!;
    private SetupResult _setup = null!;
    private StagingResult _staging = null!;
    private StageModels _models = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _input = SampleCase.Input();
        _measured = SampleCase.Measured();
        _setup = TargetSetup.Run(_measured, _preferences, _context);
        _staging = Stager.Run(_measured, _setup, _preferences, _context);
        _models = StageModels.Prepare(_measured.Upper!, _measured.OcclusalFromScan, "bench", ModelOptions.Default, _context);
    }

    [Benchmark(Baseline = true)]
    public object Analysis() => ArchAnalysis.Run(_input, new AnalysisOptions(), _context);

    [Benchmark]
    public object Setup() => TargetSetup.Run(_measured, _preferences, _context);

    [Benchmark]
    public object Staging() => Stager.Run(_measured, _setup, _preferences, _context);

    [Benchmark]
    public object OneModel() => _models.Build(_staging.Stages.Length - 1, _staging.Stages[^1], _context);
}
