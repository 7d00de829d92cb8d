namespace Gpu.Kernels.Judging;

/// <summary>What <see cref="PartHistogram{TBins}"/> counts, and where.</summary>
internal interface IPictureBins
{
    /// <summary>Counters a histogram.</summary>
    int Length { get; }

    /// <summary>Sets a counter to 0.</summary>
    void Clear(long counter);

    /// <summary>Adds a pixel to the counters whose first is at an index.</summary>
    void Add(int pixel, long counters);

    /// <summary>The counts of a run of blocks, on the host.</summary>
    void CountBlocks(PictureBlocks blocks, int first, int end, long counters);
}
