using System.Runtime.InteropServices;

namespace Gpu.Runtime.Devices;

/// <summary>
/// Keeps this process's signal handlers while a driver starts. PoCL brings LLVM, which puts handlers of its own over those
/// of .NET as soon as its devices are listed. They serve one signal and then let the next one end the process, whatever it
/// has registered; and they take SIGSEGV, which .NET needs for null references.
/// </summary>
internal static partial class NativeSignals
{
    private const int Last = 31;
    private const int SigKill = 9;
    private const int SigStop = 19;

    // The size and layout of struct sigaction in glibc and musl on 64-bit Linux: handler, a mask of 128 bytes, flags.
    private const int Size = 152;
    private const int FlagsAt = 136;

    // A handler that serves once. .NET has none, hence it is known by this what a driver has put there.
    private const uint ResetHand = 0x80000000;

    /// <summary>Runs what may start a driver, and puts back the handlers that the driver replaced.</summary>
    public static T Keep<T>(Func<T> start)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return start();
        }

        var before = new byte[(Last + 1) * Size];
        for (var signal = 1; signal <= Last; signal++)
        {
            _ = Read(signal, before.AsSpan(signal * Size, Size));
        }

        try
        {
            return start();
        }
        finally
        {
            var now = new byte[Size];
            for (var signal = 1; signal <= Last; signal++)
            {
                var kept = before.AsSpan(signal * Size, Size);
                if (Read(signal, now) && ServesOnce(now) && !ServesOnce(kept))
                {
                    Write(signal, kept);
                }
            }
        }
    }

    /// <summary>The signals whose handler serves once, and then lets the next one end the process.</summary>
    public static IReadOnlyList<int> ServedOnce()
    {
        var now = new byte[Size];
        return OperatingSystem.IsLinux() ? [.. Enumerable.Range(1, Last).Where(signal => Read(signal, now) && ServesOnce(now))] : [];
    }

    private static bool ServesOnce(ReadOnlySpan<byte> action) => (MemoryMarshal.Read<uint>(action[FlagsAt..]) & ResetHand) != 0;

    private static unsafe bool Read(int signal, Span<byte> action)
    {
        fixed (byte* old = action)
        {
            return signal is not (SigKill or SigStop) && SigAction(signal, null, old) == 0;
        }
    }

    private static unsafe void Write(int signal, ReadOnlySpan<byte> action)
    {
        fixed (byte* wanted = action)
        {
            _ = SigAction(signal, wanted, null);
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SigAction(int signal, byte* action, byte* old);
}
