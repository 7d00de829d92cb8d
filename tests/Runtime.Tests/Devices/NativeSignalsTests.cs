using Gpu.Runtime.Devices;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Runtime.Tests.Devices;

public class NativeSignalsTests
{
    [Fact]
    public void A_driver_leaves_the_handlers_of_the_process()
    {
        Assert.Contains(OpenCLProbe.Find(), d => d.IsProcessor);
        Assert.NotEmpty(NativeSignals.Keep(static () => CLDevice.GetDevices(static _ => true)));
        Assert.Empty(NativeSignals.ServedOnce());
    }
}
