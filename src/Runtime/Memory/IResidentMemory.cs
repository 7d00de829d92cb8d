namespace Gpu.Runtime.Memory;

/// <summary>How a kind of device comes to resident data.</summary>
internal interface IResidentMemory
{
    /// <summary>Sets the copy's buffer to the data.</summary>
    void Bring<T>(ReadOnlyMemory<T> host, ResidentCopy copy)
        where T : unmanaged;

    /// <summary>Frees what <see cref="Bring"/> took, and clears the copy's buffer.</summary>
    void TakeAway(ResidentCopy copy);

    /// <summary>Bytes of the pool that the copy takes.</summary>
    long PoolBytes(ResidentCopy copy);
}
