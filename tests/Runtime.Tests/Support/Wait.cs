namespace Gpu.Runtime.Tests.Support;

/// <summary>Waits for what other threads bring about.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
