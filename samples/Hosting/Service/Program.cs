// A service that loses nothing when it is told to end (Ctrl-C or SIGTERM): dotnet run --project samples/Hosting/Service -- FOLDER
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Caching;
using Gpu.Runtime.Hosting;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Services.AddGpuRuntime(o => (o.Cache.Folder, o.CostModelPath, o.DrainTimeout) = (Path.Combine(args[0], "cache"), Path.Combine(args[0], "costs.json"), TimeSpan.FromMinutes(1)));
builder.Services.AddSingleton<Scorer>().AddHostedService(p => p.GetRequiredService<Scorer>());
var host = builder.Build();
var scorer = host.Services.GetRequiredService<Scorer>();
await host.RunAsync(); // It ends with the container: the engine takes no more work, ends what it has, and writes what it learned.
Console.WriteLine($"{scorer.Done} of {scorer.Admitted} done");

internal sealed class Scorer(IComputeEngine engine, ResultCache cache) : BackgroundService
{
    public int Admitted, Done;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var key = new CacheKeyBuilder("service", CodeIdentity.Of(typeof(Scorer)));
        var codec = new CacheCodec<byte[]>(bytes => bytes, bytes => bytes.ToArray());
        await cache.GetOrCreateAsync(key.Build(), codec, TimeSpan.FromHours(1), async _ =>
        {
            var (features, weights) = (new float[65_536 * 128], new float[128]);
            var works = Enumerable.Range(0, 400).Select(_ => engine.RunAsync(new ScoreCandidates(features, weights, default, new float[65_536], new int[1])).ContinueWith(t => t.IsCompletedSuccessfully ? Interlocked.Increment(ref Done) : 0)).ToArray();
            Admitted = works.Length;
            await Task.WhenAny(works);
            Console.Error.WriteLine("at work");
            await Task.WhenAll(works);
            return [1];
        }, stoppingToken);
        Console.Error.WriteLine("kept");
    }
}
