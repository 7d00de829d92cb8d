using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Memory;

public class ResidentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeviceSelection.Cpu, 0)]
    [InlineData(DeviceSelection.OpenCL, 4096)]
    public async Task Resident_data_is_brought_once_and_freed_when_disposed(DeviceSelection device, long bytes)
    {
        await using var engine = await Engines.OpenAsync(device);
        var data = new ResidentData<int>(Enumerable.Range(0, 1024).ToArray());
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(Enumerable.Range(i, 1024), await AddAsync(engine, data, i));
            Engines.AssertNothingInUse(engine);
            Assert.Equal((1, bytes), (Engines.Memory(engine).Residents, Engines.Memory(engine).ResidentBytes));
        }

        data.Dispose();
        await IdleAsync(engine);
        Assert.Equal((0, 0), (Engines.Memory(engine).Residents, Engines.Memory(engine).ResidentBytes));
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Data_disposed_while_in_use_is_freed_after_the_work()
    {
        await using var engine = await Engines.CpuAsync();
        using var owner = new NativeOwner(10);
        var data = new ResidentData<int>(owner.Memory);
        await engine.RunAsync(
            new HostWork(scope =>
            {
                var view = scope.Resident(data);
                data.Dispose();
                Assert.Equal(1, owner.Pins);
                Assert.Equal(0, view[0]);
            }),
            cancellationToken: Token);
        await IdleAsync(engine);
        Assert.Equal(0, owner.Pins);
        Assert.Equal(0, Engines.Memory(engine).Residents);
    }

    [Fact]
    public async Task Data_whose_owner_throws_on_release_stops_no_device()
    {
        await using var engine = await Engines.CpuAsync();
        using var owner = new NativeOwner(10);
        var data = new ResidentData<int>(owner.Memory);
        await AddAsync(engine, data, 1);
        owner.Breaks = true;
        data.Dispose();
        await Record.ExceptionAsync(() => IdleAsync(engine));
        Assert.Equal((0, 0), (owner.Pins, Engines.Memory(engine).Residents));
        await IdleAsync(engine);
    }

    [Fact]
    public async Task Work_with_data_disposed_before_it_ran_fails_clearly()
    {
        await using var engine = await Engines.CpuAsync();
        var data = new ResidentData<int>(new int[10]);
        data.Dispose();
        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => AddAsync(engine, data, 1));
        Assert.Contains("disposed before the work", error.Message, StringComparison.Ordinal);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task An_engine_disposed_first_lets_go_of_the_data_and_the_data_of_the_engine()
    {
        using var owner = new NativeOwner(10);
        using var data = new ResidentData<int>(owner.Memory);
        var (engine, queue) = await UseOnceAsync(data);
        Assert.Equal(0, owner.Pins);
        for (var i = 0; i < 20 && (engine.IsAlive || queue.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal((false, false), (engine.IsAlive, queue.IsAlive));
    }

    [Fact]
    public async Task Idle_data_makes_room_and_is_brought_again()
    {
        await using var engine = await Engines.OpenAsync(DeviceSelection.OpenCL, configure: o => o.PoolLimitBytes = 1 << 20);
        using var first = new ResidentData<int>(Enumerable.Range(0, 150_000).ToArray());
        using var second = new ResidentData<int>(Enumerable.Range(7, 150_000).ToArray());
        int[] one = new int[1];
        for (var i = 0; i < 3; i++)
        {
            // 600 kB each: both do not fit into 1 MiB.
            await engine.RunAsync(new HostWork(scope => scope.Accelerator.Run(new AddOne(scope.Resident(first), scope.Output<int>(one), 1), 1)), cancellationToken: Token);
            Assert.Equal(1, one[0]);
            await engine.RunAsync(new HostWork(scope => scope.Accelerator.Run(new AddOne(scope.Resident(second), scope.Output<int>(one), 1), 1)), cancellationToken: Token);
            Assert.Equal(8, one[0]);
            Assert.Equal(1, Engines.Memory(engine).Residents);
        }

        await Assert.ThrowsAsync<DeviceFailedError>(() => engine.RunAsync(
            new HostWork(scope =>
            {
                scope.Resident(first);
                scope.Resident(second);
            }),
            cancellationToken: Token));
        Engines.AssertNothingInUse(engine);
    }

    private static async Task<int[]> AddAsync(ComputeEngine engine, ResidentData<int> data, int addend)
    {
        var to = new int[data.Host.Length];
        await engine.RunAsync(new HostWork(scope => scope.Accelerator.Run(new AddOne(scope.Resident(data), scope.Output<int>(to), addend), to.Length)), cancellationToken: Token);
        return to;
    }

    // Errands are run before the next piece of work.
    private static Task<WorkReceipt> IdleAsync(ComputeEngine engine) => engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Engine, WeakReference Queue)> UseOnceAsync(ResidentData<int> data)
    {
        var engine = await Engines.CpuAsync();
        await AddAsync(engine, data, 1);
        await engine.DisposeAsync();
        // The queue holds the instruments, and nothing else outlives the engine that does.
        return (new WeakReference(engine), new WeakReference(engine.Instruments));
    }
}
