namespace Gpu.Benchmarks.Comparing;

/// <summary>A contender whose turn is one whole run, of seconds.</summary>
/// <param name="name">Its name.</param>
/// <param name="run">Runs once and gives its seconds.</param>
internal sealed class WholeRun(string name, Func<CancellationToken, Task<double>> run) : IContender
{
    public string Name => name;

    public Task<double> TurnAsync(CancellationToken cancellationToken) => run(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
