using Gpu.Runtime.Devices;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Devices;

public class DeviceSelectorTests
{
    private static readonly DeviceCandidate Cuda = Make("cuda:0", DeviceKind.Cuda);
    private static readonly DeviceCandidate NvidiaOpenCL = Make("opencl:0", DeviceKind.OpenCL) with { IsNvidia = true };
    private static readonly DeviceCandidate AmdOpenCL = Make("opencl:1", DeviceKind.OpenCL);
    private static readonly DeviceCandidate PoclDevice = Make("opencl:2", DeviceKind.OpenCL) with { IsProcessor = true };
    private static readonly DeviceCandidate Broken = DeviceCandidate.Missing(DeviceKind.Cuda, "cuda", "NVIDIA", "no driver");
    private static readonly DeviceCandidate Cpu = Make("cpu", DeviceKind.Cpu);

    [Fact]
    public void Auto_uses_all_gpus_once_and_not_the_processor() =>
        AssertUsed(DeviceSelection.Auto, [Cuda, NvidiaOpenCL, AmdOpenCL, PoclDevice, Cpu], "cuda:0", "opencl:1");

    [Fact]
    public void Auto_uses_an_nvidia_gpu_through_opencl_where_cuda_is_broken() =>
        AssertUsed(DeviceSelection.Auto, [Broken, NvidiaOpenCL, Cpu], "opencl:0");

    [Fact]
    public void Auto_without_gpu_uses_the_processor_not_its_opencl_twin() =>
        AssertUsed(DeviceSelection.Auto, [Broken, PoclDevice, Cpu], "cpu");

    [Fact]
    public void Opencl_uses_a_processor_device_only_without_a_gpu()
    {
        AssertUsed(DeviceSelection.OpenCL, [Cuda, AmdOpenCL, PoclDevice, Cpu], "opencl:1");
        AssertUsed(DeviceSelection.OpenCL, [Cuda, PoclDevice, Cpu], "opencl:2");
    }

    [Fact]
    public void A_kind_asked_for_uses_no_other()
    {
        AssertUsed(DeviceSelection.Cpu, [Cuda, AmdOpenCL, Cpu], "cpu");
        AssertUsed(DeviceSelection.Cuda, [Cuda, AmdOpenCL, Cpu], "cuda:0");
        AssertUsed(DeviceSelection.Cuda, [Broken, AmdOpenCL, Cpu]);
    }

    private static void AssertUsed(DeviceSelection selection, DeviceCandidate[] found, params string[] ids)
    {
        var selected = DeviceSelector.Select(found, selection);
        Assert.Equal(ids, selected.Where(c => c.Info.InUse).Select(c => c.Info.Id));
        // Whatever is not used says why.
        Assert.All(selected, c => Assert.Equal(c.Info.InUse, c.Info.Refusal is null));
    }

    private static DeviceCandidate Make(string id, DeviceKind kind) => new(
        Engines.Cpu(id, 1, kind).Info with { InUse = false }, () => throw new InvalidOperationException("not to be opened"));
}
