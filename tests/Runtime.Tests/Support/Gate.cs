using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Keeps a device busy until the test lets it go.</summary>
public sealed class Gate : IDisposable
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    private Gate()
    {
    }

    public Task<WorkReceipt> Work { get; private set; } = null!;

    /// <summary>Completes when a device is held.</summary>
    public static async Task<Gate> HoldAsync(IComputeEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var gate = new Gate();
        gate.Work = engine.RunAsync(new HostWork(_ =>
        {
            gate._entered.SetResult();
            gate._open.Wait();
        }), new WorkOptions { Priority = WorkPriority.High });
        await gate._entered.Task;
        return gate;
    }

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Set();
        _open.Dispose();
    }
}
