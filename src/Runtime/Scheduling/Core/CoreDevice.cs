namespace Gpu.Runtime.Scheduling.Core;

/// <summary>A device as the decisions see it.</summary>
/// <param name="index">Its number, 0 to 127.</param>
/// <param name="id">Its id.</param>
/// <param name="costId">Its name in the cost model, which outlives the process.</param>
internal sealed class CoreDevice(int index, string id, string costId)
{
    public int Index { get; } = index;

    public string Id { get; } = id;

    public string CostId { get; } = costId;

    /// <summary>Whether it computes on the processor: the last attempt goes there.</summary>
    public bool IsProcessor { get; init; }

    /// <summary>Whether it gets work only where no other device may have it.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Whether its results are kept apart until they are accepted, so that its lease can be taken back.</summary>
    public bool Revocable { get; set; } = true;

    public DeviceState State { get; set; } = DeviceState.Opening;

    public string Reason { get; set; } = "";

    /// <summary>What runs on it, also where the lease was taken back and the device has not come back yet.</summary>
    public Batch? Running { get; set; }

    /// <summary>Whether it was told to come for work and has not come yet.</summary>
    public bool Called { get; set; }

    /// <summary>Whether its accelerator is gone: only a new one can bring it back.</summary>
    public bool IsGone { get; set; }

    /// <summary>When it last came into use.</summary>
    public long InUseSince { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Times in a row that it was taken out of use.</summary>
    public int Outages { get; set; }

    /// <summary>When it is probed next.</summary>
    public long ProbeAt { get; set; } = long.MaxValue;

    /// <summary>The largest batch that its memory has room for, as far as is known.</summary>
    public int BatchLimit { get; set; } = int.MaxValue;

    /// <summary>How much longer than the best of the others it takes, as far as was seen; 0 where nothing was.</summary>
    public double Slowness { get; set; }

    /// <summary>What the batch that is being placed should cost on it.</summary>
    public Costs.CostEstimate Estimate { get; set; }

    /// <summary>When it would be free in the plan in the making.</summary>
    public long PlannedFree { get; set; }

    /// <summary>Batches that the plan in the making has for it, beside the one that runs.</summary>
    public int PlannedBatches { get; set; }

    /// <summary>Seconds that are assumed of the batch that is being placed.</summary>
    public double PlannedCost { get; set; }

    /// <summary>The same in ticks, with what moving data counts beside: the least over all devices gets the batch.</summary>
    public double PlannedScore { get; set; }

    public UInt128 Bit { get; } = UInt128.One << index;

    public bool InUse => State == DeviceState.InUse;

    public bool IsIdle => State == DeviceState.InUse && Running is null;
}
