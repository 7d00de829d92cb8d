namespace Gpu.Kernels.Launching;

/// <summary>Large work that several devices can share: its units are computed apart, and joined at the end.</summary>
public interface ISplittableWork : IDeviceWork
{
    /// <summary>How many units it has, such as rows.</summary>
    int Units { get; }

    /// <summary>Units below which a part does not pay.</summary>
    int SmallestPart { get; }

    /// <summary>The work on some units. Parts write to different memory, and may run at the same time.</summary>
    /// <param name="first">The first unit.</param>
    /// <param name="end">The unit after the last.</param>
    IDeviceWork Part(int first, int end);

    /// <summary>What is left to do when all parts have ended; null for nothing.</summary>
    IDeviceWork? Join();
}
