namespace Gpu.Runtime.Memory;

/// <summary>What a device's memory is used for.</summary>
/// <param name="LimitBytes">Bytes that the pool may allocate.</param>
/// <param name="HeldBytes">Bytes that the pool has allocated, used or not.</param>
/// <param name="InUseBytes">Of these, bytes lent to the work that runs.</param>
/// <param name="ResidentBytes">Of these, bytes of resident data.</param>
/// <param name="Pins">Pieces of host memory pinned for the work that runs.</param>
/// <param name="Residents">Pieces of resident data with a copy here, or pinned for the device's use.</param>
internal readonly record struct MemoryUse(long LimitBytes, long HeldBytes, long InUseBytes, long ResidentBytes, int Pins, int Residents);
