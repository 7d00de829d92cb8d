namespace Gpu.Kernels.Scoring;

/// <summary>
/// What <see cref="TopK{TKeys}"/> selects from: keys of which the greater is the better and no two are equal. 0 is no
/// candidate; the lower half is the complement of the candidate's index.
/// </summary>
internal interface ITopKeys
{
    long Length { get; }

    ulong Key(long index);

    /// <summary>On the host, the first index from <paramref name="start"/> on whose key may exceed a bound, or the end.</summary>
    long Next(long start, long end, ulong bound);
}
