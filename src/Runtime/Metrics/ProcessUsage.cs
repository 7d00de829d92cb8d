using System.Diagnostics;

namespace Gpu.Runtime.Metrics;

/// <summary>What this process takes of the machine.</summary>
internal sealed class ProcessUsage(TimeProvider time)
{
    private readonly BusyShare _share = new(Environment.CpuUsage.TotalTime.TotalSeconds, time.GetTimestamp(), time);

    /// <summary>Bytes of memory that are resident.</summary>
    public static long ResidentBytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time in the last second, as a share of all cores; for one caller at a time.</summary>
    public double Cpu() => _share.Sample(Environment.CpuUsage.TotalTime.TotalSeconds, Environment.ProcessorCount);
}
