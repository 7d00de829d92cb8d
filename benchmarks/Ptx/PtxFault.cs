namespace Gpu.Benchmarks.Ptx;

/// <summary>A module is not understood, or a thread did what it must not.</summary>
internal sealed class PtxFault(string message) : Exception(message);
