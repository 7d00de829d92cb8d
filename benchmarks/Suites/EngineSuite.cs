using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Suites;

/// <summary>What a request costs: time, allocation, and how often a lock was waited for.</summary>
[Config(typeof(Config))]
public class EngineSuite
{
    private const int InFlight = 1024;
    private readonly Task[] _tasks = new Task[InFlight];
    private ComputeEngine _engine = null!;
    private ScoreCandidates[] _works = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _engine = await SmallRequests.EngineAsync();
        _works = [.. Enumerable.Range(0, InFlight).Select(SmallRequests.Request)];
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _engine.DisposeAsync();

    [Benchmark]
    public Task OneAwaited() => _engine.RunAsync(_works[0]);

    [Benchmark(OperationsPerInvoke = InFlight)]
    public Task ManyInFlight()
    {
        for (var i = 0; i < InFlight; i++)
        {
            _tasks[i] = _engine.RunAsync(_works[i]);
        }

        return Task.WhenAll(_tasks);
    }

    /// <summary>Sixteen callers at once, 64 requests each: how often they wait for the engine's lock.</summary>
    [Benchmark(OperationsPerInvoke = InFlight)]
    public Task SixteenCallers() => Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
    {
        for (var i = caller * 64; i < (caller + 1) * 64; i++)
        {
            _tasks[i] = _engine.RunAsync(_works[i]);
        }

        for (var i = caller * 64; i < (caller + 1) * 64; i++)
        {
            await _tasks[i];
        }
    })));

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            Add(new SuiteConfig());
            AddDiagnoser(MemoryDiagnoser.Default, ThreadingDiagnoser.Default);
        }
    }
}
