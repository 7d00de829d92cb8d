using System.Runtime.InteropServices;

namespace Gpu.Cli;

/// <summary>Turns signals that ask the process to end into a cancellation, so that nothing unfinished is left.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Cli.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Cli.ExitCode.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, Cli.ExitCode.HungUp)),
    ];

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
        if (_stop.IsCancellationRequested)
        {
            // Asked twice: the system's own way, at once. The next start sweeps what is left.
            return;
        }

        context.Cancel = true;
        ExitCode = code;
        _stop.Cancel();
    }
}
