using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Standard;

namespace Gpu.Benchmarks.Contests;

/// <summary>The mix in linear light alone, without the frames around it.</summary>
internal static class LightCall
{
    public static OwnedCall Make()
    {
        var device = new BenchDevice();
        var launch = StandardKernels.Get("imaging.light").Open(device.Accelerator);
        return new OwnedCall(launch.Run, launch, device);
    }
}
