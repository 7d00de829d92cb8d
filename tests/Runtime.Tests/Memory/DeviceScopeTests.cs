using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Memory;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Memory;

public class DeviceScopeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cpu_device_reads_and_writes_the_callers_own_memory()
    {
        await using var engine = await Engines.CpuAsync();
        int[] input = [1, 2, 3, 4], output = new int[4];
        await engine.RunAsync(new HostWork(scope =>
        {
            Assert.True(Unsafe.AreSame(ref input[1], ref scope.Input<int>(input.AsMemory(1))[0]));
            Assert.True(Unsafe.AreSame(ref output[2], ref scope.Output(output.AsMemory(2))[0]));
            Assert.Equal(2, Engines.Memory(engine).Pins);
        }), cancellationToken: Token);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Memory_of_other_than_managed_arrays_works()
    {
        await using var engine = await Engines.CpuAsync();
        using var owner = new NativeOwner(100);
        await engine.RunAsync(new AddWork(Enumerable.Range(0, 100).ToArray(), owner.Memory, 5), cancellationToken: Token);
        Assert.Equal(Enumerable.Range(5, 100), owner.Memory.ToArray());
        Assert.Equal(0, owner.Pins);
    }

    [Fact]
    public async Task Memory_whose_owner_throws_fails_the_work_and_the_rest_is_given_back()
    {
        await using var engine = await Engines.CpuAsync();
        using NativeOwner first = new(10), second = new(10), third = new(10);
        second.Breaks = true;
        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => engine.RunAsync(
            new HostWork(scope =>
            {
                scope.Input<int>(first.Memory);
                scope.Input<int>(second.Memory);
                scope.Output(third.Memory);
            }),
            cancellationToken: Token));
        Assert.Contains("unpinning broke", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (first.Pins, second.Pins, third.Pins));
        Engines.AssertNothingInUse(engine);
        await engine.RunAsync(new AddWork(new int[10], first.Memory, 1), cancellationToken: Token);
    }

    [Fact]
    public async Task Scratch_is_aligned_and_lent_for_the_work_only()
    {
        await using var engine = await Engines.CpuAsync();
        await engine.RunAsync(new HostWork(scope =>
        {
            for (var i = 1; i < 20; i++)
            {
                unsafe
                {
                    Assert.Equal(0, (nint)Unsafe.AsPointer(ref scope.Scratch<int>(i * 100)[0]) % SizeClass.Alignment);
                }
            }

            Assert.True(Engines.Memory(engine).InUseBytes >= 19 * 10 * 100 * sizeof(int));
        }), cancellationToken: Token);
        Engines.AssertNothingInUse(engine);
        Assert.True(Engines.Memory(engine).HeldBytes > 0);
    }

    [Fact]
    public async Task Empty_memory_gives_empty_views()
    {
        await using var engine = await Engines.CpuAsync();
        await engine.RunAsync(new HostWork(scope =>
        {
            Assert.Equal(0, scope.Input<int>(default).Length);
            Assert.Equal(0, scope.Output<int>(default).Length);
            Assert.Equal(0, scope.Scratch<int>(0).Length);
        }), cancellationToken: Token);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_scope_kept_past_its_work_or_used_on_another_thread_refuses()
    {
        await using var engine = await Engines.CpuAsync();
        IDeviceScope? kept = null;
        Exception? elsewhere = null;
        await engine.RunAsync(
            new HostWork(scope =>
            {
                kept = scope;
                var thread = new Thread(() => elsewhere = Record.Exception(() => scope.Scratch<int>(1)));
                thread.Start();
                thread.Join();
            }),
            cancellationToken: Token);
        Assert.IsType<InvalidOperationException>(elsewhere);
        Assert.Throws<InvalidOperationException>(() => { kept!.Scratch<int>(1); });
    }

    [Fact]
    public async Task Work_that_asks_for_more_than_the_pool_may_hold_fails_alone()
    {
        await using var engine = await Engines.CpuAsync(configure: o => o.PoolLimitBytes = 1 << 20);
        var error = await Assert.ThrowsAsync<DeviceFailedError>(() => engine.RunAsync(new HostWork(scope => scope.Scratch<byte>(2 << 20)), cancellationToken: Token));
        Assert.Contains("limit is 1048576", error.Message, StringComparison.Ordinal);
        await engine.RunAsync(new HostWork(scope => scope.Scratch<byte>(1 << 20)), cancellationToken: Token);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task A_piece_of_work_costs_the_device_s_thread_few_small_objects()
    {
        await using var engine = await Engines.CpuAsync();
        int[] input = new int[1000], output = new int[1000];
        var allocated = new List<long>(1000);
        var work = new HostWork(scope =>
        {
            scope.Input<int>(input);
            scope.Output<int>(output);
            scope.Scratch<int>(1000);
            allocated.Add(GC.GetAllocatedBytesForCurrentThread());
        });
        for (var i = 0; i < 200; i++)
        {
            await engine.RunAsync(work, cancellationToken: Token);
        }

        Assert.InRange((allocated[^1] - allocated[99]) / 100, 0, 512);
    }
}
