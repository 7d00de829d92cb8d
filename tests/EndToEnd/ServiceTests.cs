using System.Diagnostics;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

/// <summary>The engine in a process of its own (samples/Hosting/Service), which is told to end and killed.</summary>
public sealed class ServiceTests : IDisposable
{
    private const int SigKill = 9;
    private const int SigTerm = 15;
    private readonly Workplace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_service_that_is_told_to_end_does_what_it_has_admitted_first()
    {
        using var service = Start();
        await service.SaysAsync("at work");
        service.Signal(SigTerm);
        var outcome = await service.EndAsync();
        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Equal("400 of 400 done", outcome.Lines[^1]);
        Assert.True(File.Exists(_place["service", "costs.json"]));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_finds_no_lock_and_leaves_nothing_of_the_one_before()
    {
        using (var killed = Start())
        {
            await killed.SaysAsync("at work");
            killed.Signal(SigKill);
            await killed.EndAsync();
        }

        // It held the right to compute, and might have been writing.
        Assert.Single(Files(".leases"));
        var values = Directory.CreateDirectory(_place["service", "cache", "gpu", "v1"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(values, "half.part"), "half of a value", Token);
        await File.WriteAllTextAsync(_place["service", "costs.json.new"], "{\"Version\":1,\"Sam", Token);

        using var next = Start();
        await next.SaysAsync("kept");
        next.Signal(SigTerm);
        var outcome = await next.EndAsync();
        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Equal("400 of 400 done", outcome.Lines[^1]);
        Assert.Empty(Files(".leases"));
        Assert.Single(Files("gpu"));
        Assert.Equal(["costs.json"], Directory.EnumerateFiles(_place["service"]).Select(Path.GetFileName));
    }

    private IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(_place["service", "cache", folder], "*", SearchOption.AllDirectories);

    private Running Start()
    {
        string[] arguments = ["--default-signal=INT,TERM,HUP", GpuCommand.Dotnet, Path.Combine(AppContext.BaseDirectory, "Gpu.Hosting.Service.dll"), _place["service"]];
        var start = new ProcessStartInfo("/usr/bin/env", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["POCL_EXTRA_BUILD_FLAGS"] = "-D__generic=__global";
        return new Running(Process.Start(start)!, TimeSpan.FromMinutes(2));
    }
}
