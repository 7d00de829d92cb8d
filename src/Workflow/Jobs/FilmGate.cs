namespace Gpu.Workflow.Jobs;

/// <summary>Bounds how many films are rendered and encoded at a time: pages and sizes beyond that wait with what they need, not with frames.</summary>
/// <param name="most">How many.</param>
internal sealed class FilmGate(int most) : IDisposable
{
    private readonly SemaphoreSlim _places = new(most, most);

    /// <summary>Waits for a place and works in it.</summary>
    public async Task EnterAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
