using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Scheduling.Core;

/// <content>How large work is shared by several devices.</content>
internal sealed partial class SchedulerCore
{
    // What is over sooner is not worth the parts' own launches.
    private const double WorthSplitting = 0.002;

    /// <summary>
    /// Divides work between devices, so that all of them end at the same time: in proportion to their speed, less for one that
    /// is busy still.
    /// </summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="size">The size of the whole.</param>
    /// <param name="units">How many units it has.</param>
    /// <param name="smallest">Units below which a part does not pay.</param>
    /// <param name="now">The time.</param>
    /// <returns>Units for each part; empty where it is better left whole.</returns>
    public int[] Split(string operation, long size, int units, int smallest, long now)
    {
        // Where others wait, devices are busy without.
        if (_paused || Waiting > 0 || units < 2 * smallest)
        {
            return [];
        }

        List<(double Free, double Unit)> devices = [];
        foreach (var device in _devices)
        {
            var estimate = device is { InUse: true, IsFallback: false } ? _costs.Predict(operation, device.CostId, size) : default;
            if (estimate.Knowledge != CostKnowledge.None && estimate.Total > 0)
            {
                var free = device.Running is { } batch ? (FreeAt(batch, now) - now) / (double)TimeSpan.TicksPerSecond : 0;
                devices.Add((free, estimate.Total / units));
            }
        }

        if (devices.Count < 2 || devices.Min(d => d.Free + (d.Unit * units)) < WorthSplitting)
        {
            return [];
        }

        return Fill(devices, units, smallest);
    }

    // Water runs into vessels whose floor is when they are free, and whose width is their speed.
    private static int[] Fill(List<(double Free, double Unit)> devices, int units, int smallest)
    {
        devices.Sort();
        while (devices.Count > 1)
        {
            var level = (units + devices.Sum(static d => d.Free / d.Unit)) / devices.Sum(static d => 1 / d.Unit);
            var least = devices.MinBy(d => (level - d.Free) / d.Unit);
            if ((level - least.Free) / least.Unit >= smallest)
            {
                var shares = devices.Select(d => (int)((level - d.Free) / d.Unit)).OrderDescending().ToArray();
                shares[0] += units - shares.Sum();
                return shares;
            }

            devices.Remove(least);
        }

        return [];
    }
}
