using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Tests.Suite;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Kernels.Tests.Launching;

public sealed class RunTests(Devices devices)
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 5)]
    [InlineData(5, -1)]
    public void An_empty_grid_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => devices.Cpu.Run(default(ByteMix), width, height));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void No_items_are_refused(int items) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => devices.Cpu.Run(default(ByteSum), items));

    [Fact]
    public void No_accelerator_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => AcceleratorExtensions.Run(null!, default(ByteMix), 1, 1));
        Assert.Throws<ArgumentNullException>(() => AcceleratorExtensions.Run(null!, default(ByteSum), 1));
    }

    [Fact]
    public void A_disposed_accelerator_is_refused()
    {
        var accelerator = Create(devices.Context);
        accelerator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => accelerator.Run(default(ByteMix), 8, 8));
        Assert.Throws<ObjectDisposedException>(() => accelerator.Run(default(ByteSum), 8));
    }

    [Fact]
    public void An_operation_is_compiled_once_for_each_accelerator()
    {
        using var first = Create(devices.Context);
        using var second = Create(devices.Context);
        Add(first, 100);
        Add(first, 200);
        Assert.Equal(1, AcceleratorKernels.Of(first).Count);
        Assert.Equal(0, AcceleratorKernels.Of(second).Count);
        Add(second, 100);
        Assert.Equal(1, AcceleratorKernels.Of(second).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public void Every_item_is_done_exactly_once(int items)
    {
        using var accelerator = Create(devices.Context);
        for (var round = 0; round < 50; round++)
        {
            Add(accelerator, items);
        }
    }

    [Fact]
    public void Small_work_runs_on_the_calling_thread()
    {
        using var accelerator = Create(devices.Context);
        using var thread = accelerator.Allocate1D<int>(1);
        accelerator.Run(new ThreadOf(thread.View), 1);
        Assert.Equal(Environment.CurrentManagedThreadId, thread.GetAsArray1D()[0]);
        Assert.Equal(0, AcceleratorKernels.Of(accelerator).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(57)]
    [InlineData(99)]
    public void An_exception_of_a_host_body_reaches_the_caller_and_the_next_launch_works(int bad)
    {
        using var accelerator = Create(devices.Context);
        for (var round = 0; round < 20; round++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => accelerator.Run(new FailAt(bad), 100));
            Assert.Equal($"Item {bad}.", error.Message);
            accelerator.Run(new FailAt(-1), 100);
        }
    }

    [Fact]
    public void A_launch_allocates_nothing()
    {
        using var accelerator = Create(devices.Context);
        using var counts = accelerator.Allocate1D<int>(1000);
        accelerator.Run(new AddOne(counts.View), 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            accelerator.Run(new AddOne(counts.View), 1000);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Kernels_go_with_their_accelerator()
    {
        // The accelerator itself ILGPU keeps alive, so it cannot be what is looked at.
        using var accelerator = Create(devices.Context);
        var kernels = KernelsAfterUse(accelerator);
        accelerator.Dispose();
        GC.Collect();
        Assert.False(kernels.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<AcceleratorKernels> KernelsAfterUse(Accelerator accelerator)
    {
        Add(accelerator, 100);
        return new(AcceleratorKernels.Of(accelerator));
    }

    private static void Add(Accelerator accelerator, int items)
    {
        using var counts = accelerator.Allocate1D<int>(items);
        counts.MemSetToZero();
        accelerator.Run(new AddOne(counts.View), items);
        accelerator.Synchronize();
        Assert.All(counts.GetAsArray1D(), c => Assert.Equal(1, c));
    }

    private static CPUAccelerator Create(Context context) => context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);
}
