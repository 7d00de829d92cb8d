namespace Gpu.Kernels.Launching;

/// <summary>Work of which many pieces of one <see cref="IDeviceWork.BatchKey"/> can share a launch.</summary>
public interface IBatchableWork : IDeviceWork
{
    /// <summary>How many pieces of this size pay in one launch; 1 where it is large enough by itself.</summary>
    int LargestBatch { get; }

    /// <summary>Launches all of them, with the same bits as one by one.</summary>
    /// <param name="works">Two or more pieces of the same batch key, hence of one type; this piece is the first.</param>
    /// <param name="scope">The device's accelerator and memory.</param>
    void ExecuteAll(ReadOnlySpan<IDeviceWork> works, IDeviceScope scope);
}
