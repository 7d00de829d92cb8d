using System.Diagnostics;
using System.Text;
using Gpu.Benchmarks.Scale;

namespace Gpu.EndToEnd.Support;

/// <summary>What a command ended with.</summary>
internal sealed record Outcome(int Code, byte[] Bytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(Bytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All of it, for the message of a failed assertion.</summary>
    public override string ToString() => $"code {Code}\n-- output\n{(Bytes.Length > 4000 ? $"{Bytes.Length} bytes" : Output)}\n-- error\n{Error}";
}

/// <summary>A command that runs.</summary>
internal sealed class Running : IDisposable
{
    private readonly Process _process;
    private readonly CancellationTokenSource _limit;
    private readonly Task<byte[]> _output;
    private readonly StringBuilder _error = new();
    private readonly Task _errors;
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    public Running(Process process, TimeSpan limit)
    {
        _process = process;
        _limit = new CancellationTokenSource(limit);
        process.StandardInput.Close();
        _output = ReadOutputAsync();
        _errors = ReadErrorsAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Completes when a text was seen on standard error; fails when the process ends before.</summary>
    public async Task SaysAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_error)
        {
            if (_error.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, seen));
        }

        await seen.Task.WaitAsync(_limit.Token);
    }

    /// <summary>The line on standard error that has a text in it, when it comes.</summary>
    public async Task<string> SaidAsync(string text)
    {
        await SaysAsync(text);
        lock (_error)
        {
            return _error.ToString().Split('\n').First(line => line.Contains(text, StringComparison.Ordinal)).Trim();
        }
    }

    public void Signal(int signal) => Assert.Equal(0, GpuCommand.Kill(Id, signal));

    /// <summary>Its child processes.</summary>
    public IReadOnlyList<int> Children() => [.. ProcessTree.Children(Id)];

    /// <summary>Waits for its end; kills it, and fails, when that takes too long.</summary>
    public async Task<Outcome> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync(_limit.Token);
            return new Outcome(_process.ExitCode, await _output.WaitAsync(_limit.Token), await ErrorsAsync());
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The command did not end in time. It said: {_error}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _limit.Dispose();
    }

    private async Task<string> ErrorsAsync()
    {
        await _errors.WaitAsync(_limit.Token);
        return _error.ToString();
    }

    private async Task<byte[]> ReadOutputAsync()
    {
        using var bytes = new MemoryStream();
        await _process.StandardOutput.BaseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_error)
            {
                _error.AppendLine(line);
                foreach (var (text, seen) in _awaited)
                {
                    if (line.Contains(text, StringComparison.Ordinal))
                    {
                        seen.TrySetResult();
                    }
                }
            }
        }

        lock (_error)
        {
            foreach (var (text, seen) in _awaited)
            {
                seen.TrySetException(new InvalidOperationException($"The command ended without saying \"{text}\". It said: {_error}"));
            }
        }
    }
}
