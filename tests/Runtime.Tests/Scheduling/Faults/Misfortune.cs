using Gpu.Runtime.Devices;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>A real CPU accelerator of the tests, and what goes wrong with it: changed while it is in use.</summary>
internal sealed class Misfortune
{
    private volatile Action<Action> _what = static execute => execute();
    private int _runs;

    /// <summary>How often it was asked to execute something, canaries included.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>What happens around each execution.</summary>
    public Action<Action> What
    {
        get => _what;
        set => _what = value;
    }

    public void Heal() => _what = static execute => execute();

    public DeviceCandidate Device(string id, DeviceKind kind = DeviceKind.Cuda) => On(Engines.Cpu(id, kind: kind));

    /// <summary>PoCL's device, with memory of its own.</summary>
    public DeviceCandidate Pocl(string id) => On(Engines.Pocl(id));

    private DeviceCandidate On(DeviceCandidate candidate) => candidate with
    {
        Around = execute =>
        {
            Interlocked.Increment(ref _runs);
            _what(execute);
        },
    };
}
