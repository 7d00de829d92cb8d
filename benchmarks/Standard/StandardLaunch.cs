namespace Gpu.Benchmarks.Standard;

/// <summary>A launch with its memory.</summary>
internal sealed class StandardLaunch(StandardArguments arguments, int[] grid, object operation, Action run) : IDisposable
{
    /// <summary>Items, or columns and rows.</summary>
    public int[] Grid => grid;

    /// <summary>The operation with its arguments.</summary>
    public object Operation => operation;

    /// <summary>Launches it on the accelerator's default stream; on the CPU it has ended then.</summary>
    public void Run() => run();

    public void Dispose() => arguments.Dispose();
}
