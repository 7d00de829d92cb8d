using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Work that does on the device's thread whatever a test wants.</summary>
public sealed class HostWork(Action<IDeviceScope> body) : IDeviceWork
{
    public string Operation => "test.host";

    public string BatchKey => "test.host";

    public long Size => 1;

    public void Execute(IDeviceScope scope) => body(scope);
}
