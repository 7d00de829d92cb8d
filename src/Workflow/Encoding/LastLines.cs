namespace Gpu.Workflow.Encoding;

/// <summary>Keeps the last lines of what a process says, reading on so that it never waits to be heard.</summary>
internal sealed class LastLines
{
    private const int Most = 12;
    private const int Longest = 400;

    private readonly Queue<string> _lines = new(Most);
    private readonly Lock _lock = new();

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            lock (_lock)
            {
                if (_lines.Count == Most)
                {
                    _lines.Dequeue();
                }

                _lines.Enqueue(line.Length <= Longest ? line : line[..Longest]);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }
}
