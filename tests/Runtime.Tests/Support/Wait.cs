namespace Gpu.Runtime.Tests.Support;

/// <summary>Waits for what other threads bring about.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()), Pause);

    /// <summary>Waits for what has to be asked for, with a pause after each time.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan pause)
    {
        while (!await holds())
        {
            await Task.Delay(pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
