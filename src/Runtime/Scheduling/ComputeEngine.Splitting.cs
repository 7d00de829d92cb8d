using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Scheduling;

/// <content>Large work on several devices at once.</content>
public sealed partial class ComputeEngine
{
    private int[] Split(IDeviceWork work)
    {
        if (_workers.Length < 2 || work is not ISplittableWork whole)
        {
            return [];
        }

        lock (_gate)
        {
            return _core.Split(work.Operation, work.Size, whole.Units, whole.SmallestPart, Now);
        }
    }

    /// <summary>Runs parts, waits for all of them also where one fails (they write into the caller's memory), and joins them.</summary>
    private async Task<WorkReceipt> RunPartsAsync(ISplittableWork whole, int[] shares, WorkOptions options, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var parts = new List<Task<WorkReceipt>>(shares.Length);
        var first = 0;
        foreach (var share in shares)
        {
            parts.Add(Submit(new WorkItem(whole.Part(first, first + share), options, cancellationToken) { IsPart = parts.Count > 0 }));
            first += share;
            if (parts[0].IsFaulted)
            {
                // Refused at the door, and the others with it.
                return await parts[0].ConfigureAwait(false);
            }
        }

        List<WorkReceipt> receipts = [.. await Task.WhenAll(parts).ConfigureAwait(false)];
        if (whole.Join() is { } join)
        {
            // The deadline is for the start, and the work has started.
            receipts.Add(await Submit(new WorkItem(join, options with { Deadline = null }, cancellationToken) { IsPart = true }).ConfigureAwait(false));
        }

        var queued = receipts.Min(static r => r.Queued);
        return new WorkReceipt(string.Join('+', receipts.Select(static r => r.DeviceId).Distinct().Order(StringComparer.Ordinal)), queued, _time.GetElapsedTime(start) - queued);
    }
}
