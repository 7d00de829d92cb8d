using System.Net.Sockets;
using Gpu.Runtime.Scheduling;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using StackExchange.Redis;

namespace Gpu.Runtime.Resilience;

/// <summary>Which failures may be gone a moment later.</summary>
internal static class Transient
{
    /// <summary>Whether a repetition may help. Never for overload, for cancelled work, and for what would fail the same way again.</summary>
    public static bool CanRetry(Exception error) => error switch
    {
        OperationCanceledException or RateLimiterRejectedException or BrokenCircuitException => false,
        QueueFullError or DeadlineExceededError or EngineStoppedError => false,
        DeviceFailedError => true,
        OptimizationError known => known.IsTransient,
        ExecutionRejectedException => error is TimeoutRejectedException,
        RedisServerException => false,
        HttpRequestException { InnerException: OptimizationError inner } => CanRetry(inner),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError } => false,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => false,
        InvalidDataException => false,
        RedisException or TimeoutException or IOException or HttpRequestException => true,
        _ => false,
    };

    /// <summary>Whether the dependency is to be blamed: it counts for the breaker. A refusal of our own, and cancelled work, say nothing of it.</summary>
    public static bool IsFault(Exception error) => error switch
    {
        OperationCanceledException or RateLimiterRejectedException or BrokenCircuitException => false,
        QueueFullError or DeadlineExceededError or EngineStoppedError => false,
        // An answer, even one that says no, came from a server that works; but for those that say that nothing goes here.
        RedisServerException => error.Message.StartsWith("NOAUTH", StringComparison.Ordinal) || error.Message.StartsWith("WRONGPASS", StringComparison.Ordinal) || error.Message.StartsWith("LOADING", StringComparison.Ordinal),
        _ => CanRetry(error),
    };
}
