using ILGPU.Runtime;

namespace Gpu.Runtime.Devices;

/// <summary>Asks a device that has failed for a round trip of data, the least that work needs.</summary>
internal static class DeviceProbe
{
    private const int Length = 64;

    /// <summary>Throws where the device does not do it.</summary>
    public static void Check(Accelerator accelerator)
    {
        var sent = new int[Length];
        for (var i = 0; i < Length; i++)
        {
            sent[i] = i;
        }

        var received = new int[Length];
        using var buffer = accelerator.Allocate1D<int>(Length);
        buffer.CopyFromCPU(sent);
        buffer.CopyToCPU(received);
        accelerator.Synchronize();
        if (!received.AsSpan().SequenceEqual(sent))
        {
            throw new InvalidOperationException($"{accelerator.Name} returned other data than it was sent.");
        }
    }
}
