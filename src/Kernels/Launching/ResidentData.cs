namespace Gpu.Kernels.Launching;

/// <summary>
/// Host data with a copy on each device that uses it, made at its first use there. Dispose it, and the devices release
/// their copies. The host data must not change while this lives.
/// </summary>
/// <typeparam name="T">The element.</typeparam>
public sealed class ResidentData<T> : IResidentData
    where T : unmanaged
{
    private Action<IResidentData>? _released;
    private bool _disposed;
    private readonly Lock _lock = new();

    /// <summary>Makes data resident.</summary>
    /// <param name="host">The data, at least one element. It is not copied.</param>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public ResidentData(ReadOnlyMemory<T> host)
    {
        if (host.IsEmpty)
        {
            throw new ArgumentException("Resident data needs at least one element.", nameof(host));
        }

        Host = host;
    }

    /// <summary>The data on the host.</summary>
    public ReadOnlyMemory<T> Host { get; }

    /// <inheritdoc/>
    public bool OnRelease(Action<IResidentData> release)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return false;
            }

            _released += release;
            return true;
        }
    }

    /// <summary>Releases every device's copy.</summary>
    public void Dispose()
    {
        Action<IResidentData>? released;
        lock (_lock)
        {
            _disposed = true;
            released = _released;
            _released = null;
        }

        released?.Invoke(this);
    }
}
