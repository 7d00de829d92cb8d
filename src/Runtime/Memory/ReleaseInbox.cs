using System.Collections.Concurrent;
using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Memory;

/// <summary>
/// Resident data disposed on any thread, waiting for the device's thread to free its copy. The data holds on to this object
/// alone, so that data which outlives its engine keeps nothing of it alive.
/// </summary>
internal sealed class ReleaseInbox
{
    private readonly ConcurrentQueue<IResidentData> _released = new();
    private volatile Action? _wake;

    public ReleaseInbox(Action wake)
    {
        _wake = wake;
        Post = data =>
        {
            if (_wake is { } wakeUp)
            {
                _released.Enqueue(data);
                wakeUp();
            }
        };
    }

    /// <summary>To be handed to <see cref="IResidentData.OnRelease"/>.</summary>
    public Action<IResidentData> Post { get; }

    public bool IsEmpty => _released.IsEmpty;

    public bool TryTake(out IResidentData? data) => _released.TryDequeue(out data);

    /// <summary>Ends it: what is posted from now on is dropped.</summary>
    public void Close()
    {
        _wake = null;
        _released.Clear();
    }
}
