// A host with an operation and a part of its own, on whatever device is free: dotnet run --project samples/Hosting/Engine
using Gpu.Kernels.Launching;
using Gpu.Runtime.Hosting;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using ILGPU;
using ILGPU.IR.Intrinsics;
using Microsoft.Extensions.DependencyInjection;

await using var services = new ServiceCollection().AddGpuRuntime(o => o.EnableCache = false).AddSingleton<IOptimizer, Polite>().BuildServiceProvider();
var manager = services.GetRequiredService<OptimizationManager>();
await manager.InitializeAllAsync();
var (from, to) = (Enumerable.Range(0, 1000).ToArray(), new int[1000]);
var receipt = await manager.Find("polite")!.OptimizeAsync(new SquareWork(from, to));
Console.WriteLine($"31 x 31 = {to[31]} on {receipt.DeviceId}");
Console.WriteLine(string.Join(", ", manager.GetStatus().Select(p => $"{p.Name} {p.State}")));

internal readonly struct Square(ArrayView<int> from, ArrayView<int> to) : IItemOperation
{
    public void Item(int item) => to[item] = from[item] * from[item];
    [IntrinsicImplementation] public void Items(int first, int end) { for (var i = first; i < end; i++) { Item(i); } }
}

internal sealed class SquareWork(int[] from, int[] to) : IDeviceWork
{
    public string Operation => "square";
    public string BatchKey => $"square:{from.Length}";
    public long Size => from.Length;
    public void Execute(IDeviceScope scope) => scope.Accelerator.Run(new Square(scope.Input<int>(from), scope.Output<int>(to)), from.Length);
}

internal sealed class Polite(IComputeEngine engine) : IOptimizer // The manager starts it, reports it, counts its calls and cleans it up.
{
    public string Name => "polite";
    public bool IsAvailable => true;
    public Task InitializeAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => engine.RunAsync(work, (options ?? WorkOptions.Default) with { Priority = WorkPriority.Low }, cancellationToken);
    public IReadOnlyDictionary<string, string> GetStatus() => new Dictionary<string, string>();
    public Task CleanupAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
