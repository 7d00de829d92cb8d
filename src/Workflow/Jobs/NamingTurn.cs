namespace Gpu.Workflow.Jobs;

/// <summary>
/// The turn of one page of a batch to take the name of its folder: after those before it, whichever is read first. Which of two
/// pages of one title is <c>title</c> and which <c>title-2</c> depends then on the list alone.
/// </summary>
/// <param name="before">Completes when the pages before have their names, or will have none.</param>
internal sealed class NamingTurn(Task before)
{
    private readonly TaskCompletionSource _own = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A turn for each of so many pages.</summary>
    public static NamingTurn[] Of(int pages)
    {
        var turns = new NamingTurn[pages];
        var before = Task.CompletedTask;
        for (var i = 0; i < pages; i++)
        {
            turns[i] = new NamingTurn(before);
            before = Task.WhenAll(before, turns[i]._own.Task);
        }

        return turns;
    }

    /// <summary>Waits for it.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => before.WaitAsync(cancellationToken);

    /// <summary>Says that this page has its name, or needs none; again it does nothing.</summary>
    public void End() => _own.TrySetResult();
}
