using System.Diagnostics;

namespace Gpu.Runtime.Tracing;

/// <summary>The source of the runtime's activities (OpenTelemetry's spans) and the names of what they carry.</summary>
public static class RuntimeActivities
{
    /// <summary>The name to give to OpenTelemetry's <c>AddSource</c>: a span a request, and a span a batch that links to its requests.</summary>
    public const string SourceName = "Gpu.Runtime";

    internal const string RequestSpan = "gpu.request";
    internal const string BatchSpan = "gpu.batch";
    internal const string PlacedEvent = "gpu.placed";
    internal const string StartedEvent = "gpu.started";
    internal const string RetryEvent = "gpu.retry";

    internal const string OperationName = "gpu.operation.name";
    internal const string RequestId = "gpu.request.id";
    internal const string RequestSize = "gpu.request.size";
    internal const string RequestPriority = "gpu.request.priority";
    internal const string RequestTenant = "gpu.request.tenant";
    internal const string RequestAttempts = "gpu.request.attempts";
    internal const string QueueDuration = "gpu.queue.duration";
    internal const string RunDuration = "gpu.run.duration";
    internal const string PredictedDuration = "gpu.run.predicted";
    internal const string BatchId = "gpu.batch.id";
    internal const string BatchRequests = "gpu.batch.requests";
    internal const string BatchSize = "gpu.batch.size";
    internal const string BatchKey = "gpu.batch.key";
    internal const string StolenFrom = "gpu.batch.stolen_from";
    internal const string DeviceId = "gpu.device.id";
    internal const string Considered = "gpu.placement.considered";

    // OpenTelemetry's own.
    internal const string ErrorType = "error.type";

    internal static ActivitySource Source { get; } = new(SourceName, typeof(RuntimeActivities).Assembly.GetName().Version?.ToString(3));
}
