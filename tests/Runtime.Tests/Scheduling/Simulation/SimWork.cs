using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>Work that is never executed: the simulation only says how long it takes.</summary>
internal sealed class SimWork(string operation, long size, int largestBatch, SimNature nature = SimNature.Sound) : IBatchableWork
{
    public string Operation => operation;

    public string BatchKey { get; } = $"{operation}:{size}";

    public long Size => size;

    public int LargestBatch => largestBatch;

    public SimNature Nature => nature;

    public void Execute(IDeviceScope scope) => throw new NotSupportedException();

    public void ExecuteAll(ReadOnlySpan<IDeviceWork> works, IDeviceScope scope) => throw new NotSupportedException();
}

/// <summary>What a piece of simulated work does to its device.</summary>
internal enum SimNature
{
    /// <summary>It ends.</summary>
    Sound,

    /// <summary>Its own code throws.</summary>
    Bad,

    /// <summary>It takes the device along.</summary>
    Poison,
}
