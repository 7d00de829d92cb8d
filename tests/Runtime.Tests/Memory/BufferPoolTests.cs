using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Runtime.Tests.Memory;

public sealed class BufferPoolTests : IDisposable
{
    private readonly OpenDevice _device = OpenDevice.Open(new CPUDevice(2, 1, 1));
    private long _room = long.MaxValue;
    private int _allocations;

    [Fact]
    public void A_returned_buffer_serves_the_next_of_its_class()
    {
        using var pool = Pool(1 << 20);
        var first = pool.Rent(1000);
        pool.Return(first);
        Assert.Same(first, pool.Rent(1020));
        Assert.NotSame(first, pool.Rent(1020));
        Assert.Equal((2048, 2048), (pool.InUseBytes, pool.HeldBytes));
        Assert.Equal(0, first.NativePtr % SizeClass.Alignment);
    }

    [Fact]
    public void Idle_buffers_make_room_for_another_class_at_the_limit()
    {
        using var pool = Pool(4096);
        pool.Return(pool.Rent(4096));
        var kept = pool.Rent(2048);
        Assert.Equal((2048, 2048), (pool.InUseBytes, pool.HeldBytes));

        var error = Assert.Throws<DeviceOutOfMemory>(() => pool.Rent(4096));
        Assert.Contains("4096 more bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("2048 in use", error.Message, StringComparison.Ordinal);
        Assert.Contains("limit is 4096", error.Message, StringComparison.Ordinal);
        pool.Return(kept);
    }

    [Fact]
    public void A_device_out_of_memory_gets_its_idle_buffers_back_and_is_asked_once_more()
    {
        using var pool = Pool(long.MaxValue);
        pool.Return(pool.Rent(4096));
        _room = 4096;
        var buffer = pool.Rent(3072);
        Assert.Equal(3, _allocations);
        Assert.Equal(3072, pool.HeldBytes);
        Assert.Throws<DeviceOutOfMemory>(() => pool.Rent(4096));
        Assert.Equal(5, _allocations);
        Assert.Equal((3072, 3072), (pool.InUseBytes, pool.HeldBytes));
        pool.Return(buffer);
        pool.Trim();
        Assert.Equal((0, 0), (pool.InUseBytes, pool.HeldBytes));
    }

    [Fact]
    public void An_error_other_than_memory_passes_through()
    {
        using var pool = new BufferPool(_ => throw new InvalidOperationException("broken"), 1 << 20);
        Assert.Throws<InvalidOperationException>(() => pool.Rent(1));
        Assert.Equal((0, 0), (pool.InUseBytes, pool.HeldBytes));
    }

    public void Dispose() => _device.Dispose();

    private BufferPool Pool(long limit)
    {
        BufferPool? pool = null;
        return pool = new BufferPool(Allocate, limit);

        MemoryBuffer Allocate(long bytes)
        {
            _allocations++;
            return pool!.HeldBytes + bytes > _room ? throw new InsufficientMemoryException() : new HostBuffer(_device.Accelerator, bytes);
        }
    }
}
