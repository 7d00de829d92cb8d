using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// The batches that were placed and have not begun. A bounded number of them: one whose requests were all cancelled never
/// begins, and nobody says so.
/// </summary>
internal sealed class RecentBatches
{
    // At most two batches a device are prepared ahead; this leaves room for hundreds of devices.
    private const int Most = 1024;

    private readonly BatchPlaced?[] _ring = new BatchPlaced?[Most];

    /// <summary>Keeps a batch, in the place of what was placed long before.</summary>
    public void Put(BatchPlaced batch) => Volatile.Write(ref _ring[batch.Batch % Most], batch);

    /// <summary>Takes a batch out; null where it is not there.</summary>
    public BatchPlaced? Take(long batch)
    {
        ref var place = ref _ring[batch % Most];
        return Volatile.Read(ref place) is { } found && found.Batch == batch && Interlocked.CompareExchange(ref place, null, found) == found ? found : null;
    }

    /// <summary>How many are placed on a device.</summary>
    public int Count(string device)
    {
        var count = 0;
        for (var i = 0; i < Most; i++)
        {
            count += Volatile.Read(ref _ring[i])?.Device == device ? 1 : 0;
        }

        return count;
    }
}
