using System.Globalization;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tracing;

/// <summary>Says why a batch was placed where it was.</summary>
internal static class PlacementReason
{
    /// <summary>What was predicted for each device, such as <c>cpu ends in 3.2 ms (starts in 1 ms, moves data 0 ms)</c>.</summary>
    public static string Of(BatchPlaced batch)
    {
        var forecasts = batch.Considered.Select(f => f.Trusted
            ? string.Create(CultureInfo.InvariantCulture, $"{f.Device} ends in {Ms(f.End)} ms (starts in {Ms(f.Start)} ms, moves data {f.Transfer.TotalMilliseconds:0.###} ms)")
            : $"{f.Device} has too few samples");
        var stolen = batch.StolenFrom is { } from ? $"; taken over from {from}" : "";
        return $"{string.Join("; ", forecasts)}{stolen}";

        double Ms(DateTimeOffset time) => Math.Round(Math.Max(0, (time - batch.At).TotalMilliseconds), 3);
    }
}
