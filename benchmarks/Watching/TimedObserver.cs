using System.Runtime.InteropServices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Benchmarks.Watching;

/// <summary>Passes on what it is told, and adds up the processor time that this takes: what others do on the machine is not in it.</summary>
internal sealed partial class TimedObserver(IEngineObserver observer) : IEngineObserver
{
    private const int ThreadTime = 3;
    private static long _nanoseconds;

    /// <summary>Processor time of all of them so far, in nanoseconds.</summary>
    public static long Nanoseconds => Interlocked.Read(ref _nanoseconds);

    public bool FollowsRequests => observer.FollowsRequests;

    public bool WantsReasons => observer.WantsReasons;

    public void OnRequestQueued(RequestQueued request)
    {
        var begin = Now();
        observer.OnRequestQueued(request);
        Add(begin);
    }

    public void OnBatchPlaced(BatchPlaced batch)
    {
        var begin = Now();
        observer.OnBatchPlaced(batch);
        Add(begin);
    }

    public void OnBatchStarted(BatchStarted batch)
    {
        var begin = Now();
        observer.OnBatchStarted(batch);
        Add(begin);
    }

    public void OnBatchEnded(BatchEnded batch)
    {
        var begin = Now();
        observer.OnBatchEnded(batch);
        Add(begin);
    }

    public void OnRequestRetried(RequestRetried request)
    {
        var begin = Now();
        observer.OnRequestRetried(request);
        Add(begin);
    }

    public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
    {
        var begin = Now();
        observer.OnRequestsEnded(requests, epoch);
        Add(begin);
    }

    public void OnDeviceChanged(DeviceChanged device) => observer.OnDeviceChanged(device);

    public void OnMemoryChanged(DeviceMemory memory)
    {
        var begin = Now();
        observer.OnMemoryChanged(memory);
        Add(begin);
    }

    private static void Add(long begin) => Interlocked.Add(ref _nanoseconds, Now() - begin);

    private static long Now()
    {
        _ = Read(ThreadTime, out var time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    // Of this thread alone; .NET tells that of the process only.
    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
