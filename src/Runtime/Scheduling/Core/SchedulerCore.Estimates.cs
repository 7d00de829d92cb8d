using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Scheduling.Core;

/// <content>What a batch would cost on each device, and which would end it first.</content>
internal sealed partial class SchedulerCore
{
    // What is assumed of an operation that has run nowhere.
    private const long Unknown = TimeSpan.TicksPerMillisecond;

    // How long a guess is believed: a second, or twenty times what it says, so that looking again costs little. A first run,
    // which may have compiled for most of its time, is believed for three times what it says.
    private const long StaleAfter = TimeSpan.TicksPerSecond;
    private const int RunsUntilStale = 20;
    private const int RunsUntilFirstIsStale = 3;

    private readonly Dictionary<string, CostCurve?[]> _curves = new(StringComparer.Ordinal);

    // For what the devices' costs were looked up last: a film's frames are alike, and so is most of what comes.
    private (long Plan, string Key, double Size, UInt128 Eligible) _looked;
    private double _known;
    private CoreDevice? _chosen;

    /// <summary>The device that would end a batch first; null where none may run it.</summary>
    private CoreDevice? Choose(WorkItem seed, int count, long now)
    {
        var eligible = Eligible(seed);
        LookUp(CostKey(seed.Operation, count), (double)seed.Size * count, eligible, now);
        CoreDevice? best = null;
        var least = double.PositiveInfinity;
        foreach (var device in _devices)
        {
            var score = device.PlannedFree + device.PlannedScore;
            if (score < least && (eligible & device.Bit) != 0)
            {
                (best, least) = (device, score);
            }
        }

        if (best is not null)
        {
            best.PlannedFree += Math.Max(1, Ticks(best.PlannedCost));
            seed.Tenant!.Planned += best.PlannedCost / seed.Tenant.Weight;
        }

        _chosen = best;
        return best;
    }

    private void LookUp(string key, double size, UInt128 eligible, long now)
    {
        if (_looked == (_plans, key, size, eligible))
        {
            // The one that got the batch before is the only one of which something else may have to be assumed.
            if (_chosen is { } chosen)
            {
                Weigh(chosen, now);
            }

            return;
        }

        _looked = (_plans, key, size, eligible);
        _known = Estimate(key, size, eligible);
        foreach (var device in _devices)
        {
            if ((eligible & device.Bit) != 0)
            {
                Weigh(device, now);
            }
        }
    }

    private void Weigh(CoreDevice device, long now)
    {
        var estimate = Assume(device.Estimate, _known, device, now);
        device.PlannedCost = estimate.Total;
        device.PlannedScore = (estimate.Total * TimeSpan.TicksPerSecond) + (_options.TransferWeight * estimate.Transfer * TimeSpan.TicksPerSecond);
    }

    /// <summary>Estimates a batch on each device that may run it.</summary>
    /// <returns>The least of those that are known.</returns>
    private double Estimate(string key, double size, UInt128 eligible)
    {
        if (!_curves.TryGetValue(key, out var curves))
        {
            if (_curves.Count >= CostModel.Limit)
            {
                _curves.Clear();
            }

            _curves.Add(key, curves = new CostCurve?[MostDevices]);
        }

        var known = double.PositiveInfinity;
        foreach (var device in _devices)
        {
            if ((eligible & device.Bit) != 0)
            {
                var curve = curves[device.Index] ??= _costs.Find(key, device.CostId);
                device.Estimate = curve is null ? default : CostModel.Bounded(curve.Predict(size));
                known = device.Estimate.Knowledge == CostKnowledge.None ? known : Math.Min(known, device.Estimate.Total);
            }
        }

        return known;
    }

    // A device that has not run an operation is taken for a little faster than the best that is known, while it is idle:
    // so it gets tried, once at a time. So does one of which little is known and that was not looked at for long: it may have
    // been measured in a bad moment, and would never get the chance to be measured again.
    private static CostEstimate Assume(CostEstimate estimate, double known, CoreDevice device, long now)
    {
        var isFree = device.Running is null && device.PlannedBatches == 0;
        if (estimate.Knowledge != CostKnowledge.None && !(isFree && IsStale(estimate, now)))
        {
            return estimate;
        }

        if (device.Slowness > 0 && !double.IsPositiveInfinity(known) && estimate.Knowledge == CostKnowledge.None)
        {
            // It is known from other operations how it compares.
            return new CostEstimate(known * device.Slowness, 0, CostKnowledge.None);
        }

        var like = double.IsPositiveInfinity(known) ? (double)Unknown / TimeSpan.TicksPerSecond : known;
        return new CostEstimate(isFree ? like * 0.5 : like, 0, CostKnowledge.None);
    }

    private static bool IsStale(CostEstimate estimate, long now)
    {
        var runs = estimate.Knowledge switch
        {
            CostKnowledge.First => RunsUntilFirstIsStale,
            CostKnowledge.Guess => RunsUntilStale,
            _ => int.MaxValue,
        };
        return runs < int.MaxValue && now - estimate.LearnedAt > Math.Max(StaleAfter, Ticks(Math.Min(estimate.Total, 3600) * runs));
    }
}
