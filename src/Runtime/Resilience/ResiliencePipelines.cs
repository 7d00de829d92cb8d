using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Gpu.Runtime.Resilience;

/// <summary>
/// A Polly pipeline a dependency, shared by all of a process: timeout, retry with jitter, breaker, bulkhead. May be called
/// from any thread.
/// </summary>
public sealed class ResiliencePipelines : IDisposable
{
    // Hosts are chosen by strangers: more are forgotten, the least lately used first.
    private const int MostHosts = 512;

    private readonly Lock _gate = new();
    private readonly DependencyInstruments _instruments;
    private readonly ResilienceOptions _options;
    private readonly PipelineFactory _factory;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline[] _pipelines;
    private readonly Dictionary<(Dependency, string), LinkedListNode<((Dependency, string) Key, ResiliencePipeline Pipeline)>> _hosts = [];
    private readonly LinkedList<((Dependency, string) Key, ResiliencePipeline Pipeline)> _recent = [];

    /// <summary>Makes the pipelines.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="loggerFactory">Where Polly's own telemetry logs; null: nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ConfigurationError">A setting is out of its bounds; the message names it.</exception>
    public ResiliencePipelines(ResilienceOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new ResilienceOptions();
        string[] failures = [.. ResilienceCheck.Failures(_options)];
        if (failures.Length > 0)
        {
            throw new ConfigurationError(string.Join(" ", failures));
        }

        _time = timeProvider ?? TimeProvider.System;
        _instruments = new DependencyInstruments(this);
        _factory = new PipelineFactory(_instruments, loggerFactory, _time);
        _pipelines = [.. Enum.GetValues<Dependency>().Select(d => _factory.Build(d, _options.Of(d)))];
    }

    /// <summary>Does a piece of work on a dependency in the way that its settings say.</summary>
    /// <param name="dependency">Which.</param>
    /// <param name="work">The work; it may be called several times. Its token ends an attempt that takes too long.</param>
    /// <param name="cancellationToken">Gives it up; what is cancelled is not repeated.</param>
    /// <exception cref="DependencyUnavailableError">It was not tried, or took too long: the breaker is open, too many wait, or the time ran out.</exception>
    public Task<T> ExecuteAsync<T>(Dependency dependency, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ExecuteAsync(dependency, null, work, cancellationToken);

    /// <summary>The same, with a breaker of its own for one instance of the dependency, such as a host.</summary>
    /// <param name="dependency">Which.</param>
    /// <param name="instance">The instance's name; null for the dependency as a whole.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="DependencyUnavailableError">It was not tried, or took too long.</exception>
    public async Task<T> ExecuteAsync<T>(Dependency dependency, string? instance, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var pipeline = instance is null ? _pipelines[(int)dependency] : Of(dependency, instance);
        var started = _time.GetTimestamp();
        var failed = true;
        try
        {
            var result = await pipeline.ExecuteAsync(static async (work, token) => await work(token).ConfigureAwait(false), work, cancellationToken).ConfigureAwait(false);
            failed = false;
            return result;
        }
        catch (ExecutionRejectedException e)
        {
            if (e is not TimeoutRejectedException)
            {
                _instruments.OnRefused(dependency);
            }

            throw new DependencyUnavailableError(dependency, Reason(instance is null ? dependency.ToString() : $"{dependency} of {instance}", e), e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            failed = false;
            throw;
        }
        finally
        {
            _instruments.OnCall(dependency, _time.GetElapsedTime(started), failed);
        }
    }

    /// <summary>What each dependency's pipeline has seen.</summary>
    public IReadOnlyList<DependencyStatistics> GetStatistics() => [.. Enum.GetValues<Dependency>().Select(_instruments.Read)];

    /// <inheritdoc/>
    public void Dispose() => _instruments.Dispose();

    private ResiliencePipeline Of(Dependency dependency, string instance)
    {
        lock (_gate)
        {
            var key = (dependency, instance);
            if (_hosts.TryGetValue(key, out var node))
            {
                _recent.Remove(node);
            }
            else
            {
                node = new((key, _factory.Build(dependency, _options.Of(dependency), instance)));
                _hosts.Add(key, node);
            }

            _recent.AddFirst(node);
            if (_hosts.Count > MostHosts)
            {
                _hosts.Remove(_recent.Last!.Value.Key);
                _recent.RemoveLast();
            }

            return node.Value.Pipeline;
        }
    }

    private static string Reason(string name, ExecutionRejectedException error) => error switch
    {
        BrokenCircuitException { RetryAfter: { } after } => $"{name} failed too often lately and is left alone for {after.TotalSeconds:0.#} s more. Its last error: {error.InnerException?.Message ?? "none"}",
        BrokenCircuitException => $"{name} failed too often lately and is left alone for a while. Its last error: {error.InnerException?.Message ?? "none"}",
        RateLimiterRejectedException => $"{name}: too many calls are under way and waiting already; this one is refused. Try again later, or raise MaxConcurrent or MaxQueued.",
        TimeoutRejectedException late => $"{name} took longer than {late.Timeout.TotalSeconds:0.###} s.",
        _ => $"{name} is not available: {error.Message}",
    };
}

/// <summary>A dependency was not tried or did not answer in time.</summary>
/// <param name="dependency">Which.</param>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class DependencyUnavailableError(Dependency dependency, string message, Exception? inner = null) : OptimizationError(message, inner)
{
    /// <summary>Which.</summary>
    public Dependency Dependency { get; } = dependency;
}
