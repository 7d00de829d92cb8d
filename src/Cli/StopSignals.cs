using System.Runtime.InteropServices;

namespace Gpu.Cli;

/// <summary>Turns signals that ask the process to end into a cancellation, so that nothing unfinished is left.</summary>
internal sealed class StopSignals : IDisposable
{
    // Its raw number, for .NET names none: a write past the limit on file sizes. Unhandled, it ends the process half-way; handled,
    // the write fails like one on a full disk, and says so.
    private const PosixSignal FileSizeLimit = (PosixSignal)25;

    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly List<PosixSignalRegistration> _registrations;
    private long? _first;

    public StopSignals(TimeProvider time)
    {
        _time = time;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Cli.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Cli.ExitCode.Terminated)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, Cli.ExitCode.HungUp)),
        ];

        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            _registrations.Add(PosixSignalRegistration.Create(FileSizeLimit, static context => context.Cancel = true));
        }
    }

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What the signal asks the process to end with.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        lock (_gate)
        {
            if (_first is { } first)
            {
                // One request may come many times: timeout(1) signals its command and then the group, and supervisors do
                // likewise; on a busy machine the later ones are handled at any time after. Who means it has SIGKILL. Only a
                // person who presses Ctrl-C again, after a moment, is taken at their word: the system's own way, at once.
                // The next start sweeps what is left.
                context.Cancel = code != Cli.ExitCode.Interrupted || _time.GetElapsedTime(first) < Echo;
                return;
            }

            _first = _time.GetTimestamp();
        }

        context.Cancel = true;
        ExitCode = code;
        _stop.Cancel();
    }
}
