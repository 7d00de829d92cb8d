namespace Gpu.Runtime.Metrics.Nvidia;

/// <summary>What a GPU says of itself now; null for what it does not tell.</summary>
/// <param name="Utilisation">Busy share, 0 to 1.</param>
/// <param name="MemoryUsed">Bytes, all processes together.</param>
/// <param name="MemoryTotal">Bytes.</param>
/// <param name="Watts">Power drawn.</param>
/// <param name="Celsius">Temperature.</param>
internal sealed record GpuReading(double? Utilisation, double? MemoryUsed, double? MemoryTotal, double? Watts, double? Celsius);
