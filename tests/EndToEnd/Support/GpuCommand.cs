using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gpu.EndToEnd.Support;

/// <summary>The real command, as a process of its own.</summary>
internal static partial class GpuCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The .NET host that runs these tests.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "gpu.dll");

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Task<Outcome> RunAsync(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <summary>Runs it to its end in a changed environment.</summary>
    public static async Task<Outcome> RunAsync(string folder, Action<ProcessStartInfo>? change, params string[] arguments)
    {
        using var running = Start(folder, change, arguments);
        return await running.EndAsync();
    }

    /// <summary>Starts it.</summary>
    public static Running Start(string folder, Action<ProcessStartInfo>? change, params string[] arguments)
    {
        // Whoever starts the tests in the background has them ignore SIGINT, and a program cannot tell that from a wish.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT,TERM,HUP", Dotnet, Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As eng/gpu sets it: PoCL reads it from the environment with which the process starts.
        start.Environment["POCL_EXTRA_BUILD_FLAGS"] = "-D__generic=__global";
        // A test that is to see what the cache does says so: any other is to see the work.
        start.Environment["GPU_NO_CACHE"] = "1";
        change?.Invoke(start);
        return new Running(Process.Start(start)!, Limit);
    }

    /// <summary>Has a shell start the command: <c>"$@"</c> in the script stands for it.</summary>
    public static void InShell(ProcessStartInfo start, string script)
    {
        string[] shell = ["-c", script, "bash", start.FileName];
        for (var i = 0; i < shell.Length; i++)
        {
            start.ArgumentList.Insert(i, shell[i]);
        }

        start.FileName = "/bin/bash";
    }

    /// <summary>Sends a signal; to a whole group of processes when the number is negative.</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);
}
