using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Gpu.Runtime.Tests.Scheduling;

public class LostDeviceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_driver_error_that_the_device_survives_is_tried_again_there_where_it_is_the_only_one()
    {
        await using var engine = await Engines.OnAsync([Engines.Cpu("cuda:0", kind: DeviceKind.Cuda)]);
        Assert.Equal("cuda:0", (await engine.RunAsync(new KillerWork(null), cancellationToken: Token)).DeviceId);
        Assert.Equal("cuda:0", (await engine.RunAsync(new AddWork(new[] { 1 }, new int[1], 1), cancellationToken: Token)).DeviceId);
    }

    [Fact]
    public async Task Work_of_a_lost_device_moves_to_another()
    {
        var lost = new Lost();
        await using var engine = await Engines.OnAsync([Engines.Cpu("cuda:0", kind: DeviceKind.Cuda), Engines.Cpu("cuda:1", kind: DeviceKind.Cuda)], probe: lost.Probe);
        var receipt = await engine.RunAsync(new KillerWork(lost), cancellationToken: Token);
        var gone = Assert.Single(engine.Devices, d => !d.InUse);
        Assert.Contains("lost while it ran test.killer", gone.Refusal, StringComparison.Ordinal);
        Assert.NotEqual(gone.Id, receipt.DeviceId);
        await engine.Workers.Single(w => w.Id == gone.Id).Stopped;
        Assert.Equal(receipt.DeviceId, (await engine.RunAsync(new AddWork(new[] { 1 }, new int[1], 1), cancellationToken: Token)).DeviceId);
    }

    [Fact]
    public async Task The_last_lost_gpu_s_work_moves_to_the_processor_where_allowed()
    {
        var lost = new Lost();
        await using var engine = await Engines.OnAsync([Engines.Cpu("cuda:0", kind: DeviceKind.Cuda)], probe: lost.Probe);
        var works = Enumerable.Range(0, 50).Select(i => i == 10
            ? engine.RunAsync(new KillerWork(lost), cancellationToken: Token)
            : engine.RunAsync(new AddWork(new[] { i }, new int[1], 1), cancellationToken: Token)).ToArray();
        var receipts = await Task.WhenAll(works);
        Assert.Equal("cpu", receipts[10].DeviceId);
        Assert.Equal(["cuda:0 False", "cpu True"], engine.Devices.Select(d => $"{d.Id} {d.InUse}"));
    }

    [Fact]
    public async Task Without_another_device_all_work_fails_clearly_at_once()
    {
        var lost = new Lost();
        await using var engine = await Engines.OnAsync([Engines.Cpu("cuda:0", kind: DeviceKind.Cuda)], o => o.FallBackToCpu = false, lost.Probe);
        var killed = engine.RunAsync(new KillerWork(lost), cancellationToken: Token);
        var waiting = Enumerable.Range(0, 5).Select(_ => engine.RunAsync(new HostWork(_ => { }), new WorkOptions { Priority = WorkPriority.Low }, Token)).ToArray();
        Assert.Contains("lost while it ran", (await Assert.ThrowsAsync<DeviceFailedError>(() => killed)).Message, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<DeviceLostError>(() => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token));
        Assert.Contains("No device is left: cuda:0", error.Message, StringComparison.Ordinal);
        foreach (var work in waiting)
        {
            Assert.True(await Record.ExceptionAsync(() => work) is null or DeviceFailedError);
        }
    }

    [Fact]
    public async Task Work_that_kills_device_after_device_is_given_up_with_devices_left()
    {
        var lost = new Lost();
        await using var engine = await Engines.OnAsync([.. Enumerable.Range(0, 3).Select(i => Engines.Cpu($"cuda:{i}", kind: DeviceKind.Cuda))], probe: lost.Probe);
        await Assert.ThrowsAsync<PoisonedError>(() => engine.RunAsync(new HostWork(scope =>
        {
            lost.Kill(scope.Accelerator);
            throw new CudaException("illegal address");
        }), cancellationToken: Token));
        Assert.Single(engine.Devices, d => d.InUse);
    }

    private sealed class Lost
    {
        private readonly HashSet<Accelerator> _dead = [];

        public void Kill(Accelerator accelerator)
        {
            lock (_dead)
            {
                _dead.Add(accelerator);
            }
        }

        public void Probe(Accelerator accelerator)
        {
            lock (_dead)
            {
                if (_dead.Contains(accelerator))
                {
                    throw new CudaException("the context is gone");
                }
            }
        }
    }

    /// <summary>Kills the first device that it runs on, or just fails there.</summary>
    private sealed class KillerWork(Lost? lost) : IDeviceWork
    {
        private int _runs;

        public string Operation => "test.killer";

        public string BatchKey => "test.killer";

        public long Size => 1;

        public void Execute(IDeviceScope scope)
        {
            scope.Scratch<int>(100);
            if (Interlocked.Increment(ref _runs) == 1)
            {
                lost?.Kill(scope.Accelerator);
                throw new CudaException("illegal address");
            }
        }
    }
}
