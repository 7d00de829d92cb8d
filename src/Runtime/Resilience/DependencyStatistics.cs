namespace Gpu.Runtime.Resilience;

/// <summary>What a dependency's pipeline has seen since the start.</summary>
/// <param name="Dependency">Which.</param>
/// <param name="Calls">Calls, repetitions not counted.</param>
/// <param name="Failures">Calls that failed in the end.</param>
/// <param name="Retries">Repetitions.</param>
/// <param name="Timeouts">Attempts that took too long.</param>
/// <param name="Refused">Calls that were refused without being tried: by an open breaker, or because too many waited.</param>
/// <param name="Breaker">The worst state of its breakers.</param>
/// <param name="Seconds">The time of all calls together.</param>
public sealed record DependencyStatistics(Dependency Dependency, long Calls, long Failures, long Retries, long Timeouts, long Refused, BreakerState Breaker, double Seconds);

/// <summary>The state of a breaker; as a number for metrics.</summary>
public enum BreakerState
{
    /// <summary>Calls go through.</summary>
    Closed = 0,

    /// <summary>One call goes through, to see whether it works again.</summary>
    HalfOpen = 1,

    /// <summary>Calls are refused at once.</summary>
    Open = 2,
}
