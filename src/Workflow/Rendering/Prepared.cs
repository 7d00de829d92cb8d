namespace Gpu.Workflow.Rendering;

/// <summary>Something that frames need for a time: made ahead of the first of them, disposed after the last.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="first">The first frame that needs it.</param>
/// <param name="end">The frame after the last that needs it.</param>
/// <param name="prepare">Makes it.</param>
internal sealed class Prepared<T>(int first, int end, Func<CancellationToken, Task<T>> prepare) : IPrepared
    where T : class, IDisposable
{
    private Task<T>? _task;

    /// <inheritdoc/>
    public int First { get; } = first;

    /// <inheritdoc/>
    public int End { get; } = end;

    /// <inheritdoc/>
    public void Begin(CancellationToken cancellationToken) => _task ??= Task.Run(() => prepare(cancellationToken), cancellationToken);

    /// <summary>The thing, once it is made. Only after <see cref="Begin"/>.</summary>
    public Task<T> Value => _task ?? throw new InvalidOperationException("A frame asks for what was not begun.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_task is not null)
        {
            await ((Task)_task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_task.IsCompletedSuccessfully)
            {
                (await _task.ConfigureAwait(false)).Dispose();
            }
        }
    }
}

/// <summary>What a schedule needs to know of <see cref="Prepared{T}"/>.</summary>
internal interface IPrepared : IAsyncDisposable
{
    /// <summary>The first frame that needs it.</summary>
    int First { get; }

    /// <summary>The frame after the last that needs it.</summary>
    int End { get; }

    /// <summary>Starts to make it; again it does nothing.</summary>
    void Begin(CancellationToken cancellationToken);
}
