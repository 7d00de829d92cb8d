namespace Gpu.Runtime.Scheduling.Core;

/// <summary>What was measured of a batch.</summary>
/// <param name="TransferTicks">Time of moving data.</param>
/// <param name="BytesIn">Bytes moved to the device.</param>
/// <param name="BytesOut">Bytes moved from it.</param>
internal readonly record struct RunFigures(long TransferTicks, long BytesIn, long BytesOut);
