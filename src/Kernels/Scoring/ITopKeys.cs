namespace Gpu.Kernels.Scoring;

/// <summary>
/// What <see cref="TopK{TKeys}"/> selects from: rows of keys of which the greater is the better and no two of a row are
/// equal. 0 is no candidate; the lower half is the complement of the candidate's index in its row.
/// </summary>
internal interface ITopKeys
{
    /// <param name="row">Where the row starts, in candidates.</param>
    /// <param name="index">The candidate's place in the row.</param>
    ulong Key(long row, long index);

    /// <summary>On the host, offers the keys from <paramref name="start"/> to <paramref name="end"/> in their order, those left out that the reservoir would not take.</summary>
    void Offer(long row, long start, long end, ref HostReservoir reservoir);
}
