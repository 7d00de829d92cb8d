namespace Gpu.Runtime.Scheduling.Costs;

/// <summary>What a batch should cost on a device.</summary>
/// <param name="Run">Seconds of computing.</param>
/// <param name="Transfer">Seconds of moving data.</param>
/// <param name="Knowledge">On what this rests.</param>
/// <param name="LearnedAt">The time of the last sample; long ago for what was read from a file.</param>
internal readonly record struct CostEstimate(double Run, double Transfer, CostKnowledge Knowledge, long LearnedAt = CostCurve.LongAgo)
{
    /// <summary>Seconds in all.</summary>
    public double Total => Run + Transfer;
}

/// <summary>On what an estimate rests.</summary>
internal enum CostKnowledge
{
    /// <summary>Nothing: the operation has not run on the device.</summary>
    None,

    /// <summary>The first run only, which has compiled and allocated: it may have been much too slow.</summary>
    First,

    /// <summary>Few samples.</summary>
    Guess,

    /// <summary>Ten samples or more of about this size, or of several sizes around it.</summary>
    Trusted,
}
