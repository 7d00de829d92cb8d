using System.Diagnostics;

namespace Gpu.Workflow.Jobs;

/// <summary>The process that runs a workflow. Process ids are used again; with the start time they are not.</summary>
/// <param name="ProcessId">The system's number.</param>
/// <param name="Started">When the process started.</param>
public sealed record WorkflowOwner(int ProcessId, DateTimeOffset Started)
{
    /// <summary>This process.</summary>
    internal static WorkflowOwner Current { get; } = Of(Process.GetCurrentProcess());

    /// <summary>Whether the process still runs.</summary>
    internal bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            // The system counts starts in hundredths of a second since boot, and boot's own time is adjusted by the clock.
            return !process.HasExited && (Of(process).Started - Started).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // No process has the id, or it ended between the look-up and the question.
            return false;
        }
    }

    private static WorkflowOwner Of(Process process) => new(process.Id, new DateTimeOffset(process.StartTime));
}
