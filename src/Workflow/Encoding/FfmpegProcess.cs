using System.ComponentModel;
using System.Diagnostics;
using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>Starts and stops ffmpeg.</summary>
internal static class FfmpegProcess
{
    // ENOENT.
    private const int NoSuchFile = 2;

    /// <summary>Starts ffmpeg with its standard input and error redirected, and its output where it is to be read.</summary>
    /// <exception cref="LibraryNotAvailableError">It cannot be started; the message says how to get it.</exception>
    public static Process Start(string ffmpeg, IReadOnlyList<string> arguments, bool readsOutput = false)
    {
        var start = new ProcessStartInfo(ffmpeg) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = readsOutput, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            return process;
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            // The system's words name this folder, which has nothing to do with it, even where the program is simply not there.
            var reason = e.NativeErrorCode == NoSuchFile ? "is not there" : $"cannot be started ({e.Message})";
            throw new LibraryNotAvailableError($"\"{ffmpeg}\" {reason}. Install it (Debian: apt-get install ffmpeg), or name it by its path.", e);
        }
    }

    /// <summary>Kills a process and what it started, if it still runs.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Kills a process if it still runs, and waits for its end: not even a zombie is left.</summary>
    public static Task EndAsync(Process process)
    {
        Kill(process);
        return process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Waits for a process to end by itself, but not for long.</summary>
    public static async Task WaitAsync(Process process, TimeSpan limit, TimeProvider time)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It still runs; the caller stops it.
        }
    }
}
