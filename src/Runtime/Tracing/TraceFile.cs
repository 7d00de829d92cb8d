using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Tracing;

/// <summary>
/// Writes what happens as a file for ui.perfetto.dev and chrome://tracing (their JSON array format, which may be cut short
/// anywhere: the trace of a process that was killed opens too). Callers hand events over and go on; a task writes them.
/// </summary>
internal sealed partial class TraceFile : IAsyncDisposable
{
    /// <summary>Activities of these sources become slices.</summary>
    internal const string Sources = "Gpu.";

    // Some seconds of a busy engine, for a disk that stalls.
    private const int MostWaiting = 1 << 16;

    // Events that come one by one would each wake a thread and be a write of their own. A process that is killed loses these.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<object> _events = Channel.CreateBounded<object>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ActivityListener _listener;
    private readonly FileStream _file;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _written;
    private long _dropped;

    private TraceFile(FileStream file, TimeProvider time, ILogger logger)
    {
        (_file, _time, _logger) = (file, time, logger);
        Requests = new TraceRequests(Add, Drop);
        _listener = new ActivityListener
        {
            // Requests come from the engine's events, which say more.
            ShouldListenTo = static source => source.Name.StartsWith(Sources, StringComparison.Ordinal) && source.Name != RuntimeActivities.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Add(activity),
        };
        ActivitySource.AddActivityListener(_listener);
        _written = WriteAsync(new TraceFormat(time.GetUtcNow()));
    }

    /// <summary>What the engine is to tell.</summary>
    public TraceRequests Requests { get; }

    /// <summary>Events that were left out because they came faster than they could be written.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Begins a file; one of the name is replaced.</summary>
    /// <exception cref="ConfigurationError">It cannot be written.</exception>
    public static TraceFile Create(string path, TimeProvider time, ILogger logger)
    {
        try
        {
            return new TraceFile(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true), time, logger);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationError($"The trace file '{path}' cannot be written: {e.Message} Choose another trace_file.", e);
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_events.Writer.TryComplete())
        {
            await _ending.CancelAsync().ConfigureAwait(false);
            await _written.ConfigureAwait(false);
            _ending.Dispose();
        }
    }

    private void Add(object what)
    {
        if (!_events.Writer.TryWrite(what))
        {
            Drop(1);
        }
    }

    private void Drop(long events) => Interlocked.Add(ref _dropped, events);

    private async Task WriteAsync(TraceFormat format)
    {
        try
        {
            await using (_file.ConfigureAwait(false))
            {
                format.Begin();
                await FlushAsync(format).ConfigureAwait(false);
                while (await _events.Reader.WaitToReadAsync().ConfigureAwait(false))
                {
                    await Task.Delay(Gather, _time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    while (_events.Reader.TryRead(out var what))
                    {
                        format.Write(what);
                        if (format.Length > 1 << 15)
                        {
                            await FlushAsync(format).ConfigureAwait(false);
                        }
                    }

                    await FlushAsync(format).ConfigureAwait(false);
                }

                format.End(Dropped);
                await FlushAsync(format).ConfigureAwait(false);
            }
        }
        // A full disk ends the trace and nothing else; what was written opens.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _events.Writer.TryComplete();
            LogFailed(_logger, _file.Name, e);
        }
    }

    private async Task FlushAsync(TraceFormat format)
    {
        await _file.WriteAsync(format.Text).ConfigureAwait(false);
        format.Clear();
    }

    [LoggerMessage(401, LogLevel.Error, "The trace {Path} was not written to its end")]
    private static partial void LogFailed(ILogger logger, string path, Exception cause);
}
