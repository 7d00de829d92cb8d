// A host of its own: makes the ad of a page, says how it gets on, and shows what is kept of it.
// dotnet run --project samples/Hosting/Ads -- https://example.com/
using Gpu.Workflow.Jobs;
using Microsoft.Extensions.DependencyInjection;

await using var services = new ServiceCollection()
    .AddGpuWorkflow(options => options.StateFolder = "out/state")
    .BuildServiceProvider();
var engine = services.GetRequiredService<WorkflowEngine>();

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

// Stages are services: register an ISuggester or an IContentExtractor of your own, and the engine uses it.
var result = await engine.ExecuteAsync(args[0], "hosting-sample", cancellationToken: stop.Token);
Console.WriteLine($"{result.State.VideoPath}: {result.Manifest.Frames.Count} frames on {string.Join(", ", result.Manifest.Devices)}");

foreach (var state in await engine.ListAsync(stop.Token))
{
    Console.WriteLine($"{state.WorkflowId}: {state.Status}, {state.SourceUrl}, {state.StageSeconds.GetValueOrDefault("total")} s");
}
