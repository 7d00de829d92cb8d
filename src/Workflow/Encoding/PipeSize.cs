using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Gpu.Workflow.Encoding;

/// <summary>Enlarges a pipe: a frame of megabytes through Linux's 64 KiB takes a switch between processes for each piece.</summary>
internal static partial class PipeSize
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ
    private const int Bytes = 1 << 20;    // what a user without privileges may ask for

    /// <summary>Asks for a mebibyte. Where it is not granted the pipe works as it is.</summary>
    public static void Enlarge(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream pipe)
        {
            _ = Fcntl(pipe.SafePipeHandle, SetPipeSize, Bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Fcntl(SafeHandle handle, int command, int argument);
}
