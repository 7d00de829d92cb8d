namespace Gpu.Runtime.Scheduling.Core;

/// <summary>The limits by which decisions are made. Times are ticks of 100 ns.</summary>
internal sealed record CoreOptions
{
    public int QueueLimit { get; init; } = 4096;

    public long Ageing { get; init; } = TimeSpan.TicksPerSecond;

    /// <summary>How long a request waits for company while a device is free.</summary>
    public long BatchDelay { get; init; }

    /// <summary>Requests in a batch at most.</summary>
    public int BatchLimit { get; init; } = 1024;

    /// <summary>A batch that should take this long gains nothing from growing.</summary>
    public long BatchTime { get; init; } = 10 * TimeSpan.TicksPerMillisecond;

    /// <summary>What a tick of transfer weighs beside a tick of the end (StarPU's beta).</summary>
    public double TransferWeight { get; init; } = 1;

    /// <summary>Batches that are planned for a device beside the one that runs.</summary>
    public int PreparedLimit { get; init; } = 2;

    public int Attempts { get; init; } = 3;

    /// <summary>Wait before the second attempt; doubled for the third.</summary>
    public long Backoff { get; init; } = 10 * TimeSpan.TicksPerMillisecond;

    /// <summary>The least time after which a batch counts as hung.</summary>
    public long HangTimeout { get; init; } = 30 * TimeSpan.TicksPerSecond;

    /// <summary>How long a device that failed is left alone at first; doubled each time, up to 64 times.</summary>
    public long Quarantine { get; init; } = 5 * TimeSpan.TicksPerSecond;

    /// <summary>Failures in a row after which a device is quarantined.</summary>
    public int FailureLimit { get; init; } = 3;

    /// <summary>Whether a processor can be opened where no other device is left.</summary>
    public bool MayFallBack { get; init; }

    /// <summary>Weights of tenants that have another than 1.</summary>
    public IReadOnlyDictionary<string, double> TenantWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether anybody observes.</summary>
    public Func<bool> Observed { get; init; } = static () => false;

    /// <summary>Whether somebody is to hear of each request that is queued.</summary>
    public Func<bool> Followed { get; init; } = static () => false;

    /// <summary>Whether each plan says what was predicted for every device, and of which requests it is.</summary>
    public Func<bool> Explained { get; init; } = static () => false;
}
