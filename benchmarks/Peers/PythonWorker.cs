using System.Diagnostics;
using System.Text.Json;
using Gpu.Benchmarks.Comparing;

namespace Gpu.Benchmarks.Peers;

/// <summary>The process that runs peers.py, started at the first turn of a Python peer.</summary>
internal sealed class PythonWorker(string python) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private Process? _process;

    /// <summary>A contender of peers.py.</summary>
    /// <param name="peer">Its name there.</param>
    public Func<IContender> Peer(string peer) => () => new PythonPeer(this, peer);

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private async Task<double> AskAsync(string peer, CancellationToken cancellationToken)
    {
        var process = _process ??= Start();
        await process.StandardInput.WriteLineAsync(peer.AsMemory(), cancellationToken).ConfigureAwait(false);
        await process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken).ConfigureAwait(false)
            ?? throw new ContenderError($"{peer}: peers.py ended; run {python} on it to see why.");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.TryGetProperty("seconds", out var seconds)
            ? seconds.GetDouble()
            : throw new ContenderError($"{peer}: {answer.RootElement.GetProperty("error").GetString()}");
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // OpenBLAS reads these as it is loaded, before a line of Python runs in some builds.
        start.Environment.Remove("OPENBLAS_CORETYPE");
        start.Environment.Remove("OPENBLAS_L2_SIZE");
        return Process.Start(start) ?? throw new ContenderError($"{python} did not start.");
    }

    private sealed class PythonPeer(PythonWorker worker, string peer) : IContender
    {
        public string Name => peer;

        public Task<double> TurnAsync(CancellationToken cancellationToken) => worker.AskAsync(peer, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
