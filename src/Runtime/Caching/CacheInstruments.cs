using System.Diagnostics.Metrics;

namespace Gpu.Runtime.Caching;

/// <summary>What a cache tells of itself: counters here, and instruments of the meter <see cref="MeterName"/>.</summary>
internal sealed class CacheInstruments : IDisposable
{
    public const string MeterName = "Gpu.Runtime.Cache";

    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _faults;
    private readonly Histogram<double> _seconds;
    private long _memory;
    private long _store;
    private long _misses;
    private long _corrupt;
    private long _errors;
    private long _full;
    private long _tooLarge;
    private long _waits;
    private long _taken;
    private long _bytesWritten;
    private long _bytesRead;
    private long _reads;
    private long _readTicks;
    private long _writes;
    private long _writeTicks;
    private volatile string? _problem;

    /// <param name="scope">Whose they are: a process may have several.</param>
    public CacheInstruments(object scope)
    {
        _meter = new Meter(new MeterOptions(MeterName) { Scope = scope });
        _requests = _meter.CreateCounter<long>("gpu.cache.requests", description: "Results asked for, by operation and by where they came from: memory, store or computed.");
        _faults = _meter.CreateCounter<long>("gpu.cache.faults", description: "What went wrong and was survived: corrupt, error, full, too_large, lease_wait, lease_taken.");
        _seconds = _meter.CreateHistogram<double>("gpu.cache.store.duration", "s", "Calls of Redis or of the folder: read, write.");
    }

    public void OnResult(string operation, CacheSource source)
    {
        Interlocked.Increment(ref source == CacheSource.Memory ? ref _memory : ref source == CacheSource.Store ? ref _store : ref _misses);
        var word = source switch { CacheSource.Memory => "memory", CacheSource.Store => "store", _ => "computed" };
        _requests.Add(1, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("source", word));
    }

    public void OnCorrupt() => Fault(ref _corrupt, "corrupt");

    public void OnFull() => Fault(ref _full, "full");

    public void OnTooLarge() => Fault(ref _tooLarge, "too_large");

    public void OnLeaseWait() => Fault(ref _waits, "lease_wait");

    public void OnLeaseTaken() => Fault(ref _taken, "lease_taken");

    public void OnError(string problem)
    {
        _problem = problem;
        Fault(ref _errors, "error");
    }

    public void OnRead(TimeSpan took, long bytes) => Called("read", took, bytes, ref _reads, ref _readTicks, ref _bytesRead);

    public void OnWritten(TimeSpan took, long bytes) => Called("write", took, bytes, ref _writes, ref _writeTicks, ref _bytesWritten);

    public CacheStatistics Read(string store) => new()
    {
        Store = store,
        StoreAvailable = _problem is null,
        StoreProblem = _problem,
        MemoryHits = Interlocked.Read(ref _memory),
        StoreHits = Interlocked.Read(ref _store),
        Misses = Interlocked.Read(ref _misses),
        Corrupt = Interlocked.Read(ref _corrupt),
        StoreErrors = Interlocked.Read(ref _errors),
        StoreFull = Interlocked.Read(ref _full),
        TooLarge = Interlocked.Read(ref _tooLarge),
        LeaseWaits = Interlocked.Read(ref _waits),
        LeasesTaken = Interlocked.Read(ref _taken),
        BytesWritten = Interlocked.Read(ref _bytesWritten),
        BytesRead = Interlocked.Read(ref _bytesRead),
        StoreReads = Interlocked.Read(ref _reads),
        StoreReadSeconds = TimeSpan.FromTicks(Interlocked.Read(ref _readTicks)).TotalSeconds,
        StoreWrites = Interlocked.Read(ref _writes),
        StoreWriteSeconds = TimeSpan.FromTicks(Interlocked.Read(ref _writeTicks)).TotalSeconds,
    };

    public void Dispose() => _meter.Dispose();

    private void Called(string action, TimeSpan took, long bytes, ref long calls, ref long allTicks, ref long allBytes)
    {
        _problem = null;
        Interlocked.Increment(ref calls);
        Interlocked.Add(ref allTicks, took.Ticks);
        Interlocked.Add(ref allBytes, bytes);
        _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("action", action));
    }

    private void Fault(ref long counter, string kind)
    {
        Interlocked.Increment(ref counter);
        _faults.Add(1, new KeyValuePair<string, object?>("kind", kind));
    }
}
