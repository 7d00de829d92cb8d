namespace Gpu.Runtime.Metrics;

/// <summary>The labels of metrics, and what each may say. None says what pages or callers bring: their number is bounded.</summary>
internal static class MetricLabels
{
    public const string Operation = "operation";
    public const string Outcome = "outcome";
    public const string Reason = "reason";
    public const string Direction = "direction";
    public const string Action = "action";
    public const string Device = "device";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string State = "state";
    public const string Layer = "layer";
    public const string Result = "result";
    public const string Dependency = "dependency";
    public const string Event = "event";
    public const string Part = "part";
    public const string Optimizer = "optimizer";
    public const string Status = "status";

    /// <summary>What each label says, in the order of the documentation.</summary>
    public static IReadOnlyList<(string Label, string Meaning)> All { get; } =
    [
        (Operation, "the operation's name, such as `score.candidates`; `other` for those past the first 200 of a process"),
        (Outcome, "of requests: `completed`, `failed`, `refused` (ended without having run) or `cancelled`; of calls: `completed` or `failed`"),
        (Reason, "of requests: `queue_full`, `deadline_exceeded`, `failed` (its own code), `device_failed`, `poisoned`, `stopped` or `cancelled`; of batches: `work`, `device`, `out_of_memory`, `hung`, `lost`, or `dropped` (it came too late)"),
        (Direction, "`in`, to the device, or `out`"),
        (Device, "the device's id, as `gpu devices` shows it"),
        (Name, "the device's name as its driver gives it"),
        (Kind, "of devices: `cpu`, `cuda` or `opencl`; of faults: `corrupt`, `error`, `full`, `too_large`, `lease_wait` (another process computes it) or `lease_taken` (that process fell silent)"),
        (State, "one series a state, 1 for the state it is in and 0 for the others; of `gpu_pool_bytes`: `in_use` or `free`"),
        (Layer, "`memory`, `store` (Redis or the folder), or `none` where it was computed"),
        (Result, "`hit` or `miss`"),
        (Action, "`read` or `write`"),
        (Dependency, "what is called: `page_fetch`, `image_fetch`, `redis`, `device` or `encoder`"),
        (Event, "`retry`, `timeout`, `failure`, `refused` (not tried), or `breaker_closed`, `breaker_half_open` and `breaker_open`"),
        (Part, "a part of the runtime, as `gpu status` shows it"),
        (Optimizer, "`scheduler` (requests), `kernels` (launched batches), `cache` (look-ups), or a host's own part"),
        (Status, "`success` or `error`"),
    ];
}
