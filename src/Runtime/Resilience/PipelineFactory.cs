using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Gpu.Runtime.Resilience;

/// <summary>
/// Builds a pipeline from its settings, outermost first: bulkhead, retry, breaker, timeout. A call that the bulkhead
/// refuses is not repeated, every attempt counts for the breaker, and the timeout is of one attempt.
/// </summary>
internal sealed class PipelineFactory(DependencyInstruments instruments, ILoggerFactory? loggerFactory, TimeProvider time)
{
    public ResiliencePipeline Build(Dependency dependency, DependencyOptions options, string? instance = null)
    {
        var builder = new ResiliencePipelineBuilder { Name = dependency.ToString(), InstanceName = instance, TimeProvider = time };
        if (options.MaxConcurrent > 0)
        {
            builder.AddConcurrencyLimiter(options.MaxConcurrent, options.MaxQueued);
        }

        if (options.MaxRetries > 0)
        {
            builder.AddRetry(Retry(dependency, options));
        }

        if (options.BreakerRatio > 0)
        {
            builder.AddCircuitBreaker(Breaker(dependency, options));
        }

        if (options.Timeout is { } timeout)
        {
            builder.AddTimeout(new TimeoutStrategyOptions { Timeout = timeout, OnTimeout = _ => Told(() => instruments.OnTimeout(dependency)) });
        }

        if (loggerFactory is not null)
        {
            builder.ConfigureTelemetry(loggerFactory);
        }

        return builder.Build();
    }

    private RetryStrategyOptions Retry(Dependency dependency, DependencyOptions options) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } e && !arguments.Context.CancellationToken.IsCancellationRequested && Transient.CanRetry(e)),
        OnRetry = _ => Told(() => instruments.OnRetry(dependency)),
    };

    private CircuitBreakerStrategyOptions Breaker(Dependency dependency, DependencyOptions options) => new()
    {
        FailureRatio = options.BreakerRatio,
        MinimumThroughput = options.BreakerAttempts,
        SamplingDuration = options.BreakerWindow,
        BreakDuration = options.BreakerPause,
        ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } e && Transient.IsFault(e)),
        OnOpened = _ => Told(() => instruments.OnBreaker(dependency, BreakerState.Open)),
        OnHalfOpened = _ => Told(() => instruments.OnBreaker(dependency, BreakerState.HalfOpen)),
        OnClosed = _ => Told(() => instruments.OnBreaker(dependency, BreakerState.Closed)),
    };

    private static ValueTask Told(Action tell)
    {
        tell();
        return ValueTask.CompletedTask;
    }
}
